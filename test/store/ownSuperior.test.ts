import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { queueOf } from '../../contract/roles.ts';
import { toldAt } from '../../machines/escalation.ts';
import { useStore } from './fixture.ts';
import { openLive, roundInputOf } from './roundFixture.ts';

const getStore = useStore();
const migration = readFileSync(
  new URL('../../store/migrations/0012_nobody_is_told_of_themselves.sql', import.meta.url),
  'utf8',
);

test('what was told to the late one as their own superior is told to the next, as the machine has it', async () => {
  const { sql } = getStore();
  const { id } = await openLive(getStore(), roundInputOf('late'));
  const { chain } = roundInputOf('late').escalation;
  const secretary = queueOf('councilSecretary', 'office');
  const told = async () =>
    (
      await sql<{ to: string | null }[]>`
        select escalated_to as to from work_items where subject_id = ${id} and closed_at is null and queue = ${secretary}`
    ).map(({ to }) => to);
  await sql`update work_items set level = 1, escalated_to = ${secretary} where subject_id = ${id} and queue = ${secretary}`;
  expect(await told()).toEqual([secretary]);
  await sql.unsafe(migration);
  expect(await told()).toEqual([toldAt(chain, 1, secretary)]);
  await sql`update work_items set level = 0, escalated_to = null where subject_id = ${id}`;
  await sql.unsafe(migration);
  expect(await told()).toEqual([null]);
});
