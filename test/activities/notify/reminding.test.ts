import { expect, test } from 'vitest';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { uuidV7 } from '../../../store/ids.ts';
import { record } from '../../../store/record.ts';
import { entryOf, itemOf, programmeId, useStore } from '../../store/fixture.ts';
import { runDrain, startSmtp } from './support.ts';

const store = useStore();
const remindAt = '2020-09-27T01:00:00.000Z';
const clock: ProgrammeClock = { origin: remindAt, start: new Date(Date.now() - 1_000).toISOString(), speed: 1e-9 };

test('two drains at once write each reminder once, with the mail server away; it goes out when the server is back', async () => {
  const ids = Array.from({ length: 12 }, () => `${programmeId}-${uuidV7()}`);
  for (const id of ids) {
    const queue = ids.indexOf(id) % 2 === 0 ? 'unitClerk@hospital' : 'reviewer@office';
    const dueAt = '2020-09-30T16:59:59.999Z';
    const item = itemOf('draft', queue, { dueAt, remindAt: ['2020-09-20T01:00:00.000Z', remindAt] });
    await record(store(), entryOf(id, 1, { workItems: [item] }));
  }
  const server = await startSmtp();
  await server.stop();
  const run = { clock, limits: { roundMs: 600 } };
  const away = await Promise.all([runDrain(store(), server.url, run), runDrain(store(), server.url, run)]);
  expect(away.map(({ sent }) => sent)).toEqual([0, 0]);
  const written = await store().sql<{ subject: string; occasion: string }[]>`
    select subject_id as subject, occasion from outbox where template = 'deadline.remind' order by subject_id`;
  expect(written).toEqual(ids.sort().map((subject) => ({ subject, occasion: `${remindAt} draft` })));

  const back = await startSmtp({ at: server.port });
  await store().sql`update outbox set next_attempt_at = real_now() where status in ('pending', 'failed')`;
  const later = await runDrain(store(), back.url, { clock });
  await back.stop();
  expect(later).toMatchObject({ sent: 12, dead: 0 });
  const text = back.mails.map((mail) => mail.text).join('\n');
  for (const id of ids) expect(text).toContain(id);
  expect(text).toContain('Số ngày còn lại, kể cả ngày nghỉ: 3.');
});
