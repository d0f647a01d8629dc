import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createReportActivities } from '../../../activities/reports/compile.ts';
import { scheduledComposer } from '../../../client/reports/composeFor.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toReal } from '../../../contract/clock.ts';
import { reportDueAt } from '../../../contract/report.ts';
import { putInstallationFact } from '../../../store/installation.ts';
import { keptReport } from '../../../store/reports.ts';
import { usePublished } from '../../client/reports/season.ts';

const getStore = usePublished();
const dueOn = '2021-06-30';
const reportId = `004/report/0/${dueOn}`;
// The report was due half a minute ago.
const clock: ProgrammeClock = {
  origin: reportDueAt(dueOn),
  start: new Date(Date.now() - 30_000).toISOString(),
  speed: 1,
};
const dueReal = (deltaMs: number) => new Date(toReal(clock, reportDueAt(dueOn)) + deltaMs).toISOString();

beforeAll(() => putInstallationFact(getStore(), 'clock', clock));
beforeEach(() => getStore().sql`delete from inbox`);

const compile = (waitedMs = 0) =>
  createReportActivities({
    store: getStore(),
    compose: scheduledComposer(getStore()),
    waitedMs: () => waitedMs,
  }).compileReport(reportId);

async function put(receivedAt: string): Promise<string> {
  const id = randomUUID();
  await getStore()
    .sql`insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, subject_id, type, body, received_at,
      programme_at, status)
    values (${id}, ${id}, 'bvbr.clerk', 'unitClerk', '004', '004-0001', 'draft.signOff', '{}', ${receivedAt},
      ${reportDueAt(dueOn)}, 'received')`;
  return id;
}

async function failure(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`Not a failure of the activity: ${String(error)}`);
}

test('a report is not compiled before its time by the database’s clock', async () => {
  const early = { ...clock, start: new Date(Date.now() + 3_600_000).toISOString() };
  await putInstallationFact(getStore(), 'clock', early);
  const { type, nonRetryable, nextRetryDelay } = await failure(compile());
  expect([type, nonRetryable]).toEqual(['ReportEarly', false]);
  expect(Number(nextRetryDelay)).toBeGreaterThan(3_500_000);
  await putInstallationFact(getStore(), 'clock', clock);
  expect(await keptReport(getStore(), reportId)).toBeNull();
});

test('a report waits for what was received in time and is not on record, also for a receipt still under way', async () => {
  const id = await put(dueReal(0));
  expect(await failure(compile())).toMatchObject({ type: 'ActsPending', nonRetryable: false });
  await getStore().sql`update inbox set status = 'refused' where id = ${id}`;
  await getStore().sql`delete from inbox`;
  const early = { ...clock, start: new Date(Date.now() + 50).toISOString() };
  await getStore().sql.begin(async (tx) => {
    await tx`select 1`;
    await putInstallationFact(getStore(), 'clock', early);
    await expect.poll(async () => (await failure(compile())).type, { timeout: 5_000 }).toBe('ActsPending');
  });
  await putInstallationFact(getStore(), 'clock', clock);
  expect(await keptReport(getStore(), reportId)).toBeNull();
});

test('what came later belongs to the next report, and an act that nobody can apply holds none up for ever', async () => {
  await put(dueReal(1));
  const stuck = await put(dueReal(0));
  expect((await failure(compile())).type).toBe('ActsPending');
  await getStore().sql`update inbox set received_at = ${dueReal(2)} where id = ${stuck}`;
  await put(dueReal(-1));
  const { told } = await compile(2 * 86_400_000);
  expect(told).toBe(1);
  expect((await keptReport(getStore(), reportId))?.page).toContain('chưa');
});
