import { beforeAll, expect, test } from 'vitest';
import { createRecordActivities } from '../../activities/record.ts';
import { beginRound } from '../../machines/round/interpreter.ts';
import { putProgrammeVersion } from '../../store/programmes.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { programme, useStore } from '../store/fixture.ts';
import { addRoundPeople, begunAt, roundEntryOf, roundInputOf } from '../store/roundFixture.ts';

const getStore = useStore();
beforeAll(async () => {
  await addRoundPeople(getStore());
  // Only what names recipients: the rest of a definition plays no part here.
  const definition = {
    movements: [
      { id: 'own', configured: { notices: { 'round.begin': ['approvingAuthority', 'nominee'] } } },
      { id: 'plain', configured: {} },
    ],
    configured: { notices: { 'round.begin': ['standingBody'] } },
  };
  const [id = '', version = ''] = programme.split(/[@#]/);
  await putProgrammeVersion(getStore(), { ref: programme, id, version, hash: 'abc', definition }, null);
});

test.each([
  ['its movement’s', 'own', ['chair']],
  ['its programme’s', 'plain', ['secretary']],
  ['the machine’s, where the programme does not know the movement', 'unknown', ['reviewer']],
])('a round’s notices go to recipients of %s naming', async (_, movementId, people) => {
  const store = getStore();
  const input = roundInputOf(movementId);
  const entry = roundEntryOf(input.roundId, beginRound(input), { type: 'round.begin', at: begunAt });
  await createRecordActivities(store).recordRound(entry);
  const told = await store.sql`select recipient_person from outbox where subject_id = ${input.roundId}`;
  expect(told.map((row) => row.recipient_person)).toEqual(people);
  expect(await roundById(store, input.roundId)).toMatchObject({ state: 'planning', revision: 1 });
});

test('a round’s deadline is drained like a nomination’s', async () => {
  const { drained } = createRecordActivities(getStore());
  expect(await drained({ subjectId: 'gtgn-2020/own/dot1', dueAtMs: 0 })).toEqual({ state: 'drained' });
});
