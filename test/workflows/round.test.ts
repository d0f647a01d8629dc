import { expect, test } from 'vitest';
import { directoryOf } from '../../client/core/opening.ts';
import { advanceRounds, raiseStalled } from '../../client/core/steward.ts';
import { dayMs, endOfDay, localDay } from '../../contract/calendarDay.ts';
import { roundWorkflowId } from '../../contract/names.ts';
import type { PersistedRound } from '../../contract/round.ts';
import { roundParts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import { roundMachineVersion } from '../../machines/round/interpreter.ts';
import { findRound, planHash, planRound, proposedPlan } from '../../programmes/rounds.ts';
import { rowOf } from '../../store/deliver.ts';
import { latestProgrammeRef, pinnedProgramme } from '../../store/programmes.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { receive } from '../../store/receive.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { codesOf } from '../support/codesOf.ts';
import type { Product } from '../support/product.ts';
import { form } from '../support/productCast.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

/** A programme day takes two seconds. */
const getProduct = useProduct(() => ({ clock: clockFrom('2021-06-01T01:00:00.000Z', dayMs / 2_000), noRound: true }));

const open = '004/2.5/nam2021';

test('a round goes from its plan to its close by itself; only people decide on nominations', async () => {
  const product = getProduct();
  await begin(product, open);
  // Nothing opens before the plan is approved.
  const early = await product.client.nominate('bvbr.clerk', form);
  expect(codesOf(early.outcome)).toEqual(['ROUND_NOT_OPEN']);

  const plan = await submitted(product, open, 3);
  const wrong = await approve(product, open, '0'.repeat(64));
  expect(codesOf(wrong)).toEqual(['PLAN_CHANGED']);
  // Received before the approval and delivered only after it: still before.
  const waiting = await receivedOnly(product);
  expect(await approve(product, open, planHash(plan))).toMatchObject({ kind: 'applied', state: 'approved' });
  expect(codesOf(await product.deliver(waiting))).toEqual(['ROUND_NOT_OPEN']);
  await inState(product, open, 'open');

  const opened = await product.client.nominate('bvbr.clerk', form);
  expect(opened.outcome).toMatchObject({ kind: 'applied', state: 'draft' });
  const id = opened.receipt.nominationId;
  expect((await product.recorded(id)).context).toMatchObject({ roundId: open });
  const answer = { roundId: open, type: 'unit.answer' as const, as: 'unitHead' as const };
  const answered = await product.client.actOnRound('bvbr.head', {
    ...answer,
    body: { unit: 'benhVienBaRia', takesPart: true },
  });
  expect(answered.outcome).toMatchObject({ kind: 'applied', state: 'open' });
  await product.applied(id, 'draft.signOff');

  // The window ends by the round's own timer; afterwards nothing is taken any more.
  await inState(product, open, 'appraisal');
  expect(product.now() > endOfDay(plan.window.to)).toBe(true);
  const late = await product.client.nominate('bvbr.clerk', { ...form, nominee: { ...form.nominee, id: 'bvbr.dd2' } });
  expect(codesOf(late.outcome)).toEqual(['WINDOW_NOT_OPEN']);

  await advanceRounds(to(product));
  expect((await roundById(product.store, open))?.state).toBe('appraisal');
  await product.applied(id, 'review.shortlist');
  await carriedTo(product, open, 'council');
  await product.applied(id, 'council.recommend', { resolution: '12/BB-HĐ' });
  await carriedTo(product, open, 'decision');
  const decisionDate = localDay(product.now());
  await product.applied(id, 'authority.award', { decisionNumber: '99/QĐ-SYT', decisionDate });
  await advanceRounds(to(product));
  expect((await roundById(product.store, open))?.state).toBe('decision');
  await product.applied(id, 'result.publish');
  await carriedTo(product, open, 'published');
  const due = (await product.recorded(id)).context.deadline?.dueAt ?? '';
  await until('the complaint window has ended', async () => product.now() > due);
  await product.applied(id, 'result.close');
  await carriedTo(product, open, 'closed');

  const handed = await product.store
    .sql`select stage, nominations from round_handovers where round_id = ${open} order by revision`;
  expect(handed.map(({ nominations }) => nominations)).toEqual([[id], [id], [id], []]);
  const history = (await product.client.timeline(open)).map(({ type }) => type);
  expect(history.filter((type) => type !== 'deadline.pass')).toEqual([
    'round.begin',
    'plan.submit',
    'plan.approve',
    'plan.approve',
    'unit.answer',
    'stage.complete',
    'stage.complete',
    'stage.complete',
    'stage.complete',
  ]);
  const { workflow } = await product.temporal();
  const description = await workflow.getHandle(roundWorkflowId(open)).describe();
  expect(description.status.name).toBe('COMPLETED');
});

test('a movement that nobody acts on is found stalled once, and a unit that acts ends it', async () => {
  const product = getProduct();
  const idle = '004/2.4/nam2021';
  await begin(product, idle, 2);
  const plan = await submitted(product, idle, 60);
  await approve(product, idle, planHash(plan));
  await inState(product, idle, 'open');
  await until('it is found stalled', async () => {
    await raiseStalled(to(product));
    return (await roundById(product.store, idle))?.snapshot.context.stalledSince;
  });
  await raiseStalled(to(product));
  const stalls = (await product.client.timeline(idle)).filter(({ type }) => type === 'movement.stall');
  expect(stalls).toHaveLength(1);
  const items = await product.store
    .sql`select key, queue from work_items where subject_id = ${idle} and closed_at is null`;
  expect(items.map(({ key }) => key)).toContain('stalled');
  const body = {
    unit: 'benhVienBaRia',
    kind: 'withinUnit',
    parties: ['Khoa Nội', 'Khoa Ngoại'],
    signedOn: localDay(product.now()),
  };
  const { outcome } = await product.client.actOnRound('bvbr.head', {
    roundId: idle,
    type: 'unit.signCovenant',
    as: 'unitHead',
    body,
  });
  expect(outcome.kind).toBe('applied');
  expect((await roundById(product.store, idle))?.snapshot.context.stalledSince).toBeNull();
  const [covenant] = await product.store.sql`select unit_id, parties from covenants where round_id = ${idle}`;
  expect(covenant).toEqual({ unit_id: 'benhVienBaRia', parties: ['Khoa Nội', 'Khoa Ngoại'] });
});

const to = ({ store, clock, engine }: Product) => ({ store, clock, engine });

async function definition(product: Product, roundId: string) {
  const { programmeId } = roundParts(roundId) ?? { programmeId: '' };
  const programme = await pinnedProgramme(product.store, (await latestProgrammeRef(product.store, programmeId)) ?? '');
  if (!programme) throw new Error('No programme');
  return { programme, ...findRound(programme, roundId) };
}

async function begin(product: Product, roundId: string, stalledAfterDays: number | null = null): Promise<void> {
  const { programme } = await definition(product, roundId);
  const directory = await directoryOf(product.store);
  const input = planRound({ programme, directory, roundId, begunAt: product.now(), machine: roundMachineVersion });
  await product.engine.beginRound({ input: { ...input, stalledAfterDays }, clock: product.clock });
  await inState(product, roundId, 'planning');
}

/** A plan whose window ends in so many days. */
async function submitted(product: Product, roundId: string, days: number): Promise<MovementPlan> {
  const { programme, movement, phase } = await definition(product, roundId);
  const from = localDay(product.now());
  const to = localDay(product.inMs(days * 2_000));
  const { answerBy: _, ...proposed } = proposedPlan({ programme, movement, phase });
  const plan: MovementPlan = { ...proposed, window: { from, to }, deadlines: { closing: { withinDays: 2 } } };
  const { outcome } = await product.client.actOnRound(reviewerOf(roundId), {
    roundId,
    type: 'plan.submit',
    as: 'reviewer',
    body: { plan },
  });
  expect(outcome).toMatchObject({ kind: 'applied', state: 'planReview' });
  return plan;
}

const reviewerOf = (roundId: string): string => (roundId === open ? 'vps.reviewer' : 'nv.reviewer');

async function approve(product: Product, roundId: string, hash: string) {
  const request = {
    roundId,
    type: 'plan.approve' as const,
    as: 'approvingAuthority' as const,
    body: { planHash: hash },
  };
  return (await product.client.actOnRound('syt.director', request)).outcome;
}

/** Keeps an opening and leaves it undelivered, as a process that died. */
async function receivedOnly(product: Product) {
  const { store, clock } = product;
  const act = {
    idempotencyKey: 'received before the approval',
    actorId: 'bvbr.clerk',
    as: 'unitClerk' as const,
    programmeId: form.programmeId,
    subjectId: null,
    type: 'nomination.open' as const,
    body: { ...form, programmeRef: await latestProgrammeRef(store, form.programmeId) },
  };
  return rowOf(act, await receive(store, act, { clock, owner: 'test' }));
}

async function inState(product: Product, roundId: string, state: PersistedRound['value']): Promise<void> {
  await until(`${roundId} is ${state}`, async () => (await roundById(product.store, roundId))?.state === state);
}

async function carriedTo(product: Product, roundId: string, state: string): Promise<void> {
  await until(`${roundId} is carried to ${state}`, async () => {
    await advanceRounds(to(product));
    return (await roundById(product.store, roundId))?.state === state;
  });
}
