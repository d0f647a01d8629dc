import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createReportActivities } from '../../activities/reports/compile.ts';
import type { Engine } from '../../client/core/engine.ts';
import { openEngine } from '../../client/core/engine.ts';
import { scheduledComposer } from '../../client/reports/composeFor.ts';
import { scheduledReports } from '../../client/reports/list.ts';
import { startReports } from '../../client/reports/start.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme, toReal } from '../../contract/clock.ts';
import { reportWorkflowId } from '../../contract/report.ts';
import { putInstallationFact } from '../../store/installation.ts';
import { putProgrammeVersion } from '../../store/programmes.ts';
import { keptReport, toldOf } from '../../store/reports.ts';
import { definitionOf, usePublished } from '../client/reports/season.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { silenceWorkers } from '../support/silenceWorkers.ts';
import { until } from '../support/until.ts';

/** A programme day takes half a second; the record begins on 15/06/2021. */
const speed = 2 * 86_400;
const getStore = usePublished();
const taskQueue = `report-${randomUUID()}`;
/** Days of this test's own version of programme 004: one before the record begins, two soon after. */
const days = ['2021-06-10', '2021-06-25', '2021-07-03'] as const;
const [tooEarly, reportId, late] = days.map((day) => `004/report/0/${day}`) as [string, string, string];
const dueAt = '2021-06-25T01:00:00.000Z';
let clock: ProgrammeClock;
let engine: Engine;
let bundle: WorkflowBundle;
let running: { worker: Worker; ended: Promise<void> } | null = null;

async function work(): Promise<void> {
  const connection = await NativeConnection.connect({ address: inject('temporalAddress') });
  const worker = await Worker.create({
    connection,
    namespace: inject('temporalNamespace'),
    taskQueue,
    workflowBundle: bundle,
    activities: createReportActivities({ store: getStore(), compose: scheduledComposer(getStore()) }),
  });
  running = { worker, ended: worker.run().finally(() => connection.close()) };
}

async function rest(): Promise<void> {
  running?.worker.shutdown();
  await running?.ended;
  running = null;
}

const now = () => toProgramme(clock, Date.now());
const start = async () => startReports(getStore(), await engine.client(), clock, now(), { taskQueue });
const outcomes = async () => Object.fromEntries((await start()).map((one) => [one.reportId, one.outcome]));

beforeAll(async () => {
  silenceWorkers();
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/report.ts', import.meta.url)),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  engine = openEngine({ address: inject('temporalAddress'), namespace: inject('temporalNamespace'), taskQueue });
  clock = clockFrom('2021-06-15T01:00:00.000Z', speed);
  await getStore().sql`update programme_versions set stored_at = ${clock.start}`;
  const { programme } = await definitionOf(getStore(), '004');
  if (programme.reporting === 'notStated') throw new Error('004 has a duty to report');
  const reporting = programme.reporting.map((duty) => ({ ...duty, dueOn: { ...duty.dueOn, value: [...days] } }));
  const definition = { ...programme, version: 99, reporting };
  await putProgrammeVersion(
    getStore(),
    { ref: '004@99#test', id: '004', version: '99', hash: 'test', definition },
    null,
  );
  await putInstallationFact(getStore(), 'clock', clock);
});
afterAll(async () => {
  await rest();
  // The database goes: nobody would answer the reports of later years.
  const client = await engine.client();
  for (const { reportId: id } of await scheduledReports(getStore(), clock, now())) {
    await client.workflow
      .getHandle(reportWorkflowId(id))
      .terminate()
      .catch(() => undefined);
  }
  await engine.close();
});

test('a report is compiled on its day and not before, once, whoever starts it and however often', async () => {
  const store = getStore();
  const first = await outcomes();
  expect(first[reportId]).toBe('waiting');
  expect(first[late]).toBe('waiting');
  // Started again, at the same time, by two more processes.
  const again = await Promise.all([outcomes(), outcomes()]);
  expect(again.map((one) => one[reportId])).toEqual(['waiting', 'waiting']);
  expect(await keptReport(store, reportId)).toBeNull();

  await work();
  const row = await until('the report is kept', () => keptReport(store, reportId));
  expect(row.compiledAt >= dueAt).toBe(true);
  expect(Date.now()).toBeGreaterThanOrEqual(toReal(clock, dueAt));
  expect(await toldOf(store, reportId)).toHaveLength(1);
  const handle = (await engine.client()).workflow.getHandle(reportWorkflowId(reportId));
  expect(await handle.result()).toEqual({ hash: row.hash, kept: true, told: 1 });
  expect((await outcomes())[reportId]).toBe('compiled');
});

test('a report whose day passed while no worker ran is compiled as soon as one does, with the figures of its day', async () => {
  await rest();
  const store = getStore();
  const dayOfLate = '2021-07-03T01:00:00.000Z';
  await until('its day is over', async () => now() > '2021-07-05T00:00:00.000Z');
  expect(await keptReport(store, late)).toBeNull();
  await work();
  const row = await until('the late report is kept', () => keptReport(store, late));
  expect(row.compiledAt > dayOfLate).toBe(true);
  expect(row.figures).toMatchObject({
    period: { from: '2021-01-01', to: '2021-07-03', asOf: dayOfLate },
    kind: 'final',
  });
});

test('a report due before the record began is not compiled, and the list says why', async () => {
  const outcome = (await start()).find((one) => one.reportId === tooEarly)?.outcome;
  expect(outcome).toBe('beforeInstallation');
  const listed = (await scheduledReports(getStore(), clock, now())).find((one) => one.reportId === tooEarly);
  expect(listed).toMatchObject({ status: 'beforeInstallation', begunAt: clock.origin, compiledAt: null });
  expect(await keptReport(getStore(), tooEarly)).toBeNull();
});

test('the recorded history replays on the code', async () => {
  const handle = (await engine.client()).workflow.getHandle(reportWorkflowId(reportId));
  const history = await handle.fetchHistory();
  expect(history.events?.some(({ timerFiredEventAttributes: fired }) => fired)).toBe(true);
  await Worker.runReplayHistory({ workflowBundle: bundle }, history, reportWorkflowId(reportId));
});
