import { expect, test } from 'vitest';
import { dayMs } from '../../contract/calendarDay.ts';
import type { NominationInput, StageDue } from '../../contract/nomination.ts';
import type { DeadlineName } from '../../contract/states.ts';
import { deadlineNames } from '../../contract/states.ts';
import { claimUndelivered } from '../../store/deliver.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { applyChange, by, changed, moving, reachedAll, requestOf } from '../support/applyChange.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { openRound, roundIn } from '../support/engineRounds.ts';
import { expectInStep, lifeOf } from '../support/inStep.ts';
import type { Product } from '../support/product.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

/** A programme day takes a second and a half; a timer has three seconds on a busy machine. */
const dayRealMs = 1_500;
const timelyMs = 3_000;
const getProduct = useProduct(() => ({
  clock: clockFrom('2021-06-01T01:00:00.000Z', dayMs / dayRealMs),
  noRound: true,
}));
const apart = `runs${Date.now()}`;
const dossier = { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, documents: [] };

test('a nomination extended while it is carried on again and again moves by each change once, and expires once', async () => {
  const product = getProduct();
  const round = await openRound(product, `${apart}a`, { to: 200 });
  const dueAt = product.inMs(24 * dayRealMs);
  const id = await open(product, round, { draft: { on: dueAt, remindBefore: [2, 1] } }, 12);
  const runs = new Set([await product.runId(id)]);
  const ids: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    // The change is kept; its share and an act of the unit reach the workflow close together.
    const { progress } = await applyChange(product, moving({ nominationId: id }, 'draft', n < 7 ? 1 : -18));
    ids.push(progress.changeId);
    await product.act(id, 'draft.amend', { dossier: { ...dossier, achievements: `Bản ${n}` } });
    await reachedAll(product, progress.changeId);
    runs.add(await product.runId(id));
    await expectInStep(product, id);
  }
  expect(runs.size).toBeGreaterThan(2);
  const moved = plus(dueAt, (7 - 18) * dayMs);
  expect((await product.life(id)).context.deadline).toMatchObject({ name: 'draft', dueAt: moved, wakeAt: moved });
  await until('it has expired', async () => (await product.state(id)) === 'expired');
  await expectOnce(product, id, ids);
  const passes = (await product.timeline(id)).filter(({ type }) => type === 'deadline.pass');
  expect(passes).toHaveLength(1);
  expect(late(passes[0]?.at, moved)).toBeLessThan(timelyMs);
}, 120_000);

test('an official extended between escalations that fill run after run is on time again, and escalated from the new day on', async () => {
  const product = getProduct();
  const round = await openRound(product, `${apart}b`, { to: 200 });
  const id = await open(product, round, { review: { on: product.inMs(2_500) } }, 12);
  const first = await product.runId(id);
  await product.applied(id, 'draft.signOff');
  const level = (wanted: number) =>
    until(`level ${wanted}`, async () => ((await product.recorded(id)).context.deadline?.level ?? 0) >= wanted);
  await level(2);
  const { preview, progress } = await applyChange(product, moving({ nominationId: id }, 'review', 8));
  await reachedAll(product, progress.changeId);
  expect(await product.runId(id)).not.toBe(first);
  const to = preview.subjects[0]?.deadlines[0]?.to ?? '';
  const before = (await product.timeline(id)).filter(({ type }) => type === 'deadline.pass').length;
  expect((await product.recorded(id)).context.deadline).toMatchObject({ dueAt: to, level: 0 });
  await expectInStep(product, id);
  await level(1);
  const passes = (await product.timeline(id)).filter(({ type }) => type === 'deadline.pass');
  expect(late(passes[before]?.at, to)).toBeLessThan(timelyMs);
  await expectOnce(product, id, [progress.changeId]);
  await product.applied(id, 'review.notSelect', { reason: 'Chưa đủ tiêu chuẩn' });
}, 90_000);

test('a round whose window moves while it is carried on closes once, at the last end it was given', async () => {
  const product = getProduct();
  const round = await openRound(product, `${apart}c`, { to: 25 }, { continueAfterEvents: 12 });
  const runs = new Set([await product.runId(round)]);
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const { progress } = await applyChange(product, moving({ roundId: round }, 'closing', n < 5 ? 1 : -14));
    ids.push(progress.changeId);
    await product.client.actOnRound('bvbr.head', {
      roundId: round,
      type: 'unit.answer',
      as: 'unitHead',
      body: { unit: 'benhVienBaRia', takesPart: n % 2 === 0 },
    });
    await reachedAll(product, progress.changeId);
    runs.add(await product.runId(round));
    await expectInStep(product, round);
  }
  expect(runs.size).toBeGreaterThan(1);
  const closesAt = (await product.roundLife(round)).context.approved?.closesAt ?? '';
  await roundIn(product, round, 'appraisal');
  await expectOnce(product, round, ids);
  const passes = (await product.timeline(round)).filter(
    ({ type, to }) => type === 'deadline.pass' && to === 'appraisal',
  );
  expect(passes).toHaveLength(1);
  expect(late(passes[0]?.at, closesAt)).toBeLessThan(timelyMs);
}, 90_000);

test('a change applied while no worker runs holds when one starts after the old deadlines, for the round and its nominations', async () => {
  const product = getProduct();
  const round = await openRound(product, `${apart}d`, { to: 4 });
  const closesAt = (await product.roundLife(round)).context.approved?.closesAt ?? '';
  const ids = await Promise.all(
    [1, 2, 3].map(() => open(product, round, { draft: { on: closesAt, remindBefore: [1] } })),
  );
  await product.stopWorker();
  const { preview, progress } = await applyChange(product, moving({ roundId: round }, 'closing', 3));
  expect(preview.subjects.map(({ id }) => id).sort()).toEqual([round, ...ids].sort());
  await until('the old deadlines are past', async () => product.now() > plus(closesAt, dayMs / 10));
  // Delivered twice meanwhile, to nobody; and applied again.
  const again = await product.client.applyChange(by, requestOf(moving({ roundId: round }, 'closing', 3)), preview.hash);
  expect(again.changeId).toBe(progress.changeId);
  await product.startWorker();
  await reachedAll(product, progress.changeId);
  const end = plus(closesAt, 3 * dayMs);
  for (const id of ids) {
    expect(await product.state(id)).toBe('draft');
    expect((await product.life(id)).context.deadline).toMatchObject({ dueAt: end, wakeAt: end });
    await expectInStep(product, id);
  }
  expect((await roundById(product.store, round))?.state).toBe('open');
  await expectInStep(product, round);
  await roundIn(product, round, 'appraisal');
  for (const id of ids) {
    await until(`${id} has expired`, async () => (await product.state(id)) === 'expired');
    expect((await product.timeline(id)).map(({ type }) => type)).toEqual([
      'nomination.open',
      'deadline.change',
      'deadline.pass',
    ]);
  }
  for (const id of [round, ...ids]) await expectOnce(product, id, [progress.changeId]);
}, 120_000);

test('a share delivered twice at once, and again in a later run, is applied once and gets the same answer', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const round = await openRound(product, `${apart}e`, { to: 200 }, { continueAfterEvents: 14 });
  const id = await open(product, round, { draft: { on: product.inMs(60 * dayRealMs), remindBefore: [2] } }, 12);
  const [one, other] = await Promise.all(
    [1, 2].map(() => applyChange(product, moving({ roundId: round }, 'closing', 5))),
  );
  // Twice at once by the same author: the second is the first, or comes after it and moves the end again.
  const changes = [...new Set([one, other].map((each) => each?.progress.changeId ?? ''))];
  const rows = await claimUndelivered(product.store, 'twice', 20);
  expect(rows.map(({ subjectId }) => subjectId).sort()).toEqual([round, id].sort());
  for (const row of rows) {
    const answers = await Promise.all([product.deliver(row), product.deliver(row), product.deliver(row)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.kind).toBe('applied');
  }
  product.startDispatcher();
  for (const changeId of changes) await reachedAll(product, changeId);
  for (let n = 0; n < 6; n += 1)
    await product.applied(id, 'draft.amend', { dossier: { ...dossier, achievements: `Lần ${n}` } });
  const revision = (await product.life(id)).context.revision;
  const [first] = rows.filter(({ subjectId }) => subjectId === id);
  if (!first) throw new Error('No share');
  expect(await product.deliver(first)).toMatchObject({ kind: 'applied' });
  expect((await product.life(id)).context.revision).toBe(revision);
  for (const subject of [id, round]) {
    await expectOnce(product, subject, changes);
    await expectInStep(product, subject);
  }
}, 90_000);

test('a suspension stops every clock of round and nominations, a resumption gives each back what was left', async () => {
  const product = getProduct();
  const round = await openRound(product, `${apart}f`, { to: 8 }, { continueAfterEvents: 14 });
  const dueAt = product.inMs(4 * dayRealMs);
  const id = await open(product, round, { draft: { on: dueAt } }, 12);
  await changed(product, { kind: 'suspend', scope: { roundId: round } });
  const paused = (await product.life(id)).context.suspension;
  expect(paused?.paused).toMatchObject({ name: 'draft' });
  await until('the old deadline is well past', async () => product.now() > plus(dueAt, dayMs));
  expect(await product.state(id)).toBe('draft');
  await changed(product, { kind: 'resume', scope: { roundId: round } });
  const resumed = (await product.timeline(id)).find(({ type }) => type === 'round.resume')?.at ?? '';
  const goesOn = plus(resumed, paused?.paused?.remainingMs ?? 0);
  expect((await lifeOf(product, id)).wakeAt).toBe(goesOn);
  for (const subject of [id, round]) await expectInStep(product, subject);
  await until('it has expired', async () => (await product.state(id)) === 'expired');
  const pass = (await product.timeline(id)).filter(({ type }) => type === 'deadline.pass');
  expect(pass).toHaveLength(1);
  expect(late(pass[0]?.at, goesOn)).toBeLessThan(timelyMs);
}, 90_000);

/** A nomination of the round with every stage due far away but for those given. */
async function open(
  product: Product,
  roundId: string,
  plan: Partial<Record<DeadlineName, StageDue>>,
  continueAfterEvents?: number,
): Promise<string> {
  const far: StageDue = { on: '2030-01-01T00:00:00.000Z' };
  const all = Object.fromEntries(deadlineNames.map((name) => [name, far]));
  const change = { roundId, plan: { ...all, ...plan } as NominationInput['plan'] };
  return product.open({ change, ...(continueAfterEvents ? { continueAfterEvents } : {}) });
}

/** Each change is one row and one transition of the subject. */
async function expectOnce(product: Product, id: string, changes: string[]): Promise<void> {
  const rows = await product.store.sql<{ change: string; status: string; applied: number }[]>`
    select i.change_id as change, i.status, count(t.*)::int as applied from inbox i
    left join transitions t on t.inbox_id = i.id
    where i.subject_id = ${id} and i.change_id is not null group by i.id order by i.received_at`;
  expect(rows, id).toEqual(changes.map((change) => ({ change, status: 'applied', applied: 1 })));
}

const plus = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

/** Real milliseconds from the due instant to the passing; never before it. */
function late(at: string | undefined, dueAt: string): number {
  const programmeMs = Date.parse(at ?? '') - Date.parse(dueAt);
  expect(programmeMs).toBeGreaterThan(0);
  return programmeMs / (dayMs / dayRealMs);
}
