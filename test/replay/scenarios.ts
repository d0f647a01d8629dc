import { localDay } from '../../contract/calendarDay.ts';
import type { ChangeType } from '../../contract/events.ts';
import type { StageDue } from '../../contract/nomination.ts';
import type { DeadlineName, StateName } from '../../contract/states.ts';
import { deadlineNames } from '../../contract/states.ts';
import { changed, moving } from '../support/applyChange.ts';
import type { OpenOptions, Product } from '../support/product.ts';
import { until } from '../support/until.ts';

/** How each state is reached on the real engine; the last ones are further ways of a history. A programme day takes a second. */
export type Scenario = (product: Product) => Promise<string>;

export const reason = 'Lý do ví dụ';
const resolution = 'NQ-01';
const dossier = {
  nomineeName: 'Lê Văn Ví Dụ',
  directWorker: true,
  achievements: 'Đã bổ sung minh chứng',
  documents: [],
};
const far: StageDue = { on: '2030-01-01T00:00:00.000Z' };

/** Gives the local day so many programme days from now. */
export const dayAfter = (product: Product, days: number) => localDay(product.inMs(days * 1_000));
const today = (product: Product) => localDay(product.now());

/** Opens a draft with every stage due far away but for those given. */
function open(
  product: Product,
  plan: Partial<Record<DeadlineName, StageDue>> = {},
  options: OpenOptions = {},
): Promise<string> {
  const all = Object.fromEntries(deadlineNames.map((name) => [name, far])) as Record<DeadlineName, StageDue>;
  return product.open({ ...options, change: { ...options.change, plan: { ...all, ...plan } } });
}

async function underReview(product: Product, plan?: Partial<Record<DeadlineName, StageDue>>): Promise<string> {
  const id = await open(product, plan);
  await product.applied(id, 'draft.signOff');
  return id;
}

async function beforeCouncil(product: Product, plan?: Partial<Record<DeadlineName, StageDue>>): Promise<string> {
  const id = await underReview(product, plan);
  await product.applied(id, 'review.shortlist');
  return id;
}

async function beforeAuthority(product: Product, plan?: Partial<Record<DeadlineName, StageDue>>): Promise<string> {
  const id = await beforeCouncil(product, plan);
  await product.applied(id, 'council.recommend', { resolution });
  return id;
}

async function awarded(product: Product, plan?: Partial<Record<DeadlineName, StageDue>>): Promise<string> {
  const id = await beforeAuthority(product, plan);
  await product.applied(id, 'authority.award', { decisionNumber: '01/QĐ-SYT', decisionDate: today(product) });
  return id;
}

async function published(product: Product, plan?: Partial<Record<DeadlineName, StageDue>>): Promise<string> {
  const id = await awarded(product, plan);
  await product.applied(id, 'result.publish');
  return id;
}

/** Delivers the nomination's share of a change of its round, and fails unless it is applied. */
async function shared(product: Product, id: string, type: Exclude<ChangeType, 'deadline.change'>): Promise<void> {
  const outcome = await product.deliver(await product.receive(id, type, { changeId: `${type} of ${id}`, reason }));
  if (outcome.kind !== 'applied') throw new Error(`${type} was not applied: ${JSON.stringify(outcome)}`);
}

const level = (product: Product, id: string, wanted: number) =>
  until(`level ${wanted}`, async () => ((await product.recorded(id)).context.deadline?.level ?? 0) >= wanted);

async function inState(product: Product, id: string, state: StateName): Promise<string> {
  await until(`${id} is ${state}`, async () => (await product.state(id)) === state);
  return id;
}

const stateScenarios: Record<StateName, Scenario> = {
  draft: async (product) => {
    const id = await open(product);
    await product.applied(id, 'draft.amend', { dossier });
    return id;
  },
  departmentReview: (product) => underReview(product),
  appraisal: async (product) => {
    const id = await underReview(product);
    const divisions = ['phongNghiepVu', 'phongKeHoachTaiChinh'];
    await product.applied(id, 'appraisal.request', { divisions, dueOn: dayAfter(product, 60) });
    await product.applied(id, 'appraisal.give', { division: 'phongNghiepVu', opinion: 'agree', reason });
    return id;
  },
  returned: async (product) => {
    const id = await underReview(product);
    const items = [{ code: 'minhChung', text: 'Bổ sung minh chứng' }];
    await product.applied(id, 'review.return', { items, dueOn: dayAfter(product, 60), reason });
    return id;
  },
  councilReview: async (product) => {
    const id = await stateScenarios.returned(product);
    await product.applied(id, 'supplement.submit', { dossier });
    await product.applied(id, 'review.shortlist');
    return id;
  },
  authorityDecision: (product) => beforeAuthority(product),
  submittedUp: async (product) => {
    const id = await beforeAuthority(product);
    await product.applied(id, 'authority.submitUp', { reason });
    return id;
  },
  awarded: async (product) => {
    const id = await stateScenarios.submittedUp(product);
    const decision = { decisionNumber: '02/QĐ-UBND', decisionDate: today(product) };
    await product.applied(id, 'authority.award', decision, { by: 'ubnd.chair' });
    return id;
  },
  published: (product) => published(product),
  onHold: async (product) => {
    const id = await beforeCouncil(product);
    await product.applied(id, 'nomination.hold', { ground: 'denunciation', reason });
    return id;
  },
  withdrawn: async (product) => {
    const id = await underReview(product);
    await product.applied(id, 'nomination.withdraw', { reason });
    return id;
  },
  closed: async (product) => {
    const id = await published(product, { closing: { withinDays: 1 } });
    await until(
      'the complaint window has ended',
      async () => (await product.timeline(id)).at(-1)?.type === 'deadline.pass',
    );
    await product.applied(id, 'result.close');
    return id;
  },
  refused: async (product) => {
    const id = await beforeAuthority(product);
    await product.applied(id, 'authority.refuse', { ground: 'belowStandard', reason });
    return id;
  },
  notSelected: async (product) => {
    const id = await stateScenarios.appraisal(product);
    await product.applied(id, 'appraisal.close', { reason });
    await product.applied(id, 'review.notSelect', { reason });
    return id;
  },
  expired: async (product) => inState(product, await open(product, { draft: { on: product.inMs(1_500) } }), 'expired'),
  withdrawnForGood: async (product) => {
    const id = await open(product, { revival: { withinDays: 1 } });
    await product.applied(id, 'nomination.withdraw', { reason });
    return inState(product, id, 'withdrawnForGood');
  },
  cancelled: async (product) => {
    const id = await underReview(product);
    await shared(product, id, 'round.cancel');
    return id;
  },
};

const furtherScenarios: Record<string, Scenario> = {
  /** A run that goes on from another one. */
  carriedOn: async (product) => {
    const id = await open(product, {}, { continueAfterEvents: 12 });
    const first = await product.runId(id);
    for (let n = 0; n < 10 && (await product.runId(id)) === first; n++)
      await product.applied(id, 'draft.amend', { dossier });
    await until('the new run is there', async () => (await product.runId(id)) !== first);
    await product.applied(id, 'draft.signOff');
    return id;
  },
  /** Escalated to the second step, held, resumed, escalated again. */
  escalated: async (product) => {
    const id = await underReview(product, { review: { on: product.inMs(1_500) } });
    await level(product, id, 2);
    await product.applied(id, 'nomination.hold', { ground: 'inspection', reason });
    await product.applied(id, 'nomination.resume', { reason });
    await level(product, id, 1);
    await product.applied(id, 'review.shortlist');
    return id;
  },
  /** What the unit did not send after a return. */
  supplementExpired: async (product) => {
    const id = await underReview(product);
    const items = [{ code: 'minhChung', text: 'Bổ sung minh chứng' }];
    await product.applied(id, 'review.return', { items, dueOn: dayAfter(product, 1), reason });
    return inState(product, id, 'expired');
  },
  /** A draft given more time, and a review that was overdue already. */
  extended: async (product) => {
    const id = await open(product, { draft: { on: product.inMs(20_000) }, review: { on: product.inMs(1_500) } });
    await changed(product, moving({ nominationId: id }, 'draft', 30));
    await product.applied(id, 'draft.signOff');
    await level(product, id, 1);
    await changed(product, moving({ nominationId: id }, 'review', dayAfter(product, 60)));
    return id;
  },
  /** Its round stood still and went on; then it was carried to its end. */
  suspended: async (product) => {
    const id = await underReview(product, { review: { on: product.inMs(60_000) } });
    await shared(product, id, 'round.suspend');
    await shared(product, id, 'round.resume');
    await product.applied(id, 'review.notSelect', { reason });
    return id;
  },
  /** Its round stands still. */
  standing: async (product) => {
    const id = await underReview(product);
    await shared(product, id, 'round.suspend');
    return id;
  },
  /** Signed off after it was due, in a soft grace time. */
  graced: async (product) => {
    const dueAt = product.inMs(1_500);
    const id = await open(product, { draft: { on: dueAt, grace: { kind: 'soft', days: 30 } } });
    await until('it is past due', async () => product.now() > dueAt);
    await product.applied(id, 'draft.signOff');
    return id;
  },
  /** A review counted in working days, with reminders before its end. */
  countedInWorkingDays: (product) =>
    underReview(product, { review: { count: { days: 5, kind: 'working', cutOffHour: 16 }, remindBefore: [3, 1] } }),
};

export const scenarios: Record<string, Scenario> = { ...stateScenarios, ...furtherScenarios };
