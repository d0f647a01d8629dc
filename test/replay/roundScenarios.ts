import { advanceRounds, raiseStalled } from '../../client/core/steward.ts';
import type { RoundActRequest } from '../../contract/roundActs.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { changed, moving } from '../support/applyChange.ts';
import type { BeginOptions, PlanDays } from '../support/engineRounds.ts';
import { approvePlan, beginRound, openRound, roundCarriedTo, roundIn, submitPlan } from '../support/engineRounds.ts';
import type { Product } from '../support/product.ts';
import { until } from '../support/until.ts';
import { dayAfter, reason, type Scenario } from './scenarios.ts';

/** How each state of a round is reached on the real engine. A programme day takes a second. */
const soon: PlanDays = { to: 4, answerBy: 2 };
const late: PlanDays = { to: 60, answerBy: 30 };

/** Acts on a round, and fails unless it is applied. */
async function acted(product: Product, by: string, request: RoundActRequest): Promise<void> {
  const { outcome } = await product.client.actOnRound(by, request);
  if (outcome.kind !== 'applied') throw new Error(`${request.type} was not applied: ${JSON.stringify(outcome)}`);
}

/** A round with one nomination, which its unit has signed off. */
async function withOne(product: Product, name: string, days: PlanDays, options?: BeginOptions) {
  const roundId = await openRound(product, name, days, options);
  const nominationId = await product.open({ change: { roundId } });
  const body = { unit: 'benhVienBaRia', takesPart: true };
  await acted(product, 'bvbr.head', { roundId, type: 'unit.answer', as: 'unitHead', body });
  await product.applied(nominationId, 'draft.signOff');
  return { roundId, nominationId };
}

async function inCouncil(product: Product, name: string) {
  const one = await withOne(product, name, soon);
  await roundIn(product, one.roundId, 'appraisal');
  await product.applied(one.nominationId, 'review.shortlist');
  await roundCarriedTo(product, one.roundId, 'council');
  return one;
}

async function decided(product: Product, name: string) {
  const one = await inCouncil(product, name);
  await product.applied(one.nominationId, 'council.recommend', { resolution: 'NQ-01' });
  await roundCarriedTo(product, one.roundId, 'decision');
  return one;
}

async function published(product: Product, name: string) {
  const one = await decided(product, name);
  await product.applied(one.nominationId, 'authority.award', {
    decisionNumber: '01/QĐ-SYT',
    decisionDate: dayAfter(product, 0),
  });
  await product.applied(one.nominationId, 'result.publish');
  await roundCarriedTo(product, one.roundId, 'published');
  return one;
}

async function suspended(product: Product, name: string): Promise<string> {
  const { roundId } = await withOne(product, name, late);
  await changed(product, { kind: 'suspend', scope: { roundId } });
  return roundId;
}

const states: Record<RoundStateName, (product: Product, name: string) => Promise<string>> = {
  planning: (product, name) => beginRound(product, name),
  planReview: async (product, name) => {
    const roundId = await beginRound(product, name);
    await submitPlan(product, roundId, late);
    return roundId;
  },
  approved: async (product, name) => {
    const roundId = await beginRound(product, name);
    const returned = { roundId, type: 'plan.return' as const, as: 'approvingAuthority' as const, body: { reason } };
    await submitPlan(product, roundId, late);
    await acted(product, 'syt.director', returned);
    await approvePlan(product, roundId, await submitPlan(product, roundId, { opens: 30, to: 60 }));
    return roundId;
  },
  open: async (product, name) => (await withOne(product, name, late)).roundId,
  appraisal: async (product, name) => {
    const { roundId } = await withOne(product, name, soon);
    await roundIn(product, roundId, 'appraisal');
    return roundId;
  },
  council: async (product, name) => (await inCouncil(product, name)).roundId,
  decision: async (product, name) => (await decided(product, name)).roundId,
  published: async (product, name) => (await published(product, name)).roundId,
  closed: async (product, name) => {
    const { roundId, nominationId } = await published(product, name);
    await changed(product, moving({ nominationId }, 'closing', dayAfter(product, 1)));
    await until(
      'the complaint window has ended',
      async () => (await product.timeline(nominationId)).at(-1)?.type === 'deadline.pass',
    );
    await product.applied(nominationId, 'result.close');
    await roundCarriedTo(product, roundId, 'closed');
    return roundId;
  },
  suspended,
  cancelled: async (product, name) => {
    const roundId = await suspended(product, name);
    await changed(product, { kind: 'resume', scope: { roundId } });
    await changed(product, { kind: 'cancel', scope: { roundId } });
    return roundId;
  },
};

/** The name under which a state's history is kept. */
export function roundName(state: string): string {
  return `round${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}

const furtherScenarios: Record<string, Scenario> = {
  /** A run that goes on from another one, and then closes its window. */
  roundCarriedOn: async (product) => {
    const roundId = await openRound(product, 'roundCarriedOn', { to: 3 }, { continueAfterEvents: 14 });
    const first = await product.runId(roundId);
    const answer = { roundId, type: 'unit.answer' as const, as: 'unitHead' as const };
    for (let n = 0; n < 10 && (await product.runId(roundId)) === first; n++)
      await product.client.actOnRound('bvbr.head', { ...answer, body: { unit: 'benhVienBaRia', takesPart: true } });
    await until('the new run is there', async () => (await product.runId(roundId)) !== first);
    await roundIn(product, roundId, 'appraisal');
    return roundId;
  },
  /** Everybody's window moved, then one unit's, and closed at the later end. */
  roundExtended: async (product) => {
    const { roundId } = await withOne(product, 'roundExtended', { to: 4 });
    await changed(product, moving({ roundId }, 'closing', 1));
    await changed(product, moving({ roundId, unitId: 'benhVienVungTau' }, 'closing', 2));
    await roundIn(product, roundId, 'appraisal');
    return roundId;
  },
  /** Nobody acted on it; then somebody did. */
  roundStalled: async (product) => {
    const roundId = await openRound(product, 'roundStalled', { to: 60 }, { change: { stalledAfterDays: 1 } });
    await until('it is found stalled', async () => {
      await raiseStalled(product);
      return (await roundById(product.store, roundId))?.snapshot.context.stalledSince;
    });
    const body = {
      unit: 'benhVienBaRia',
      kind: 'withinUnit',
      parties: ['Khoa Nội', 'Khoa Ngoại'],
      signedOn: dayAfter(product, 0),
    };
    await acted(product, 'bvbr.head', { roundId, type: 'unit.signCovenant', as: 'unitHead', body });
    return roundId;
  },
  /** Closed without any nomination. */
  roundEmpty: async (product) => {
    const roundId = await openRound(product, 'roundEmpty', soon);
    await roundIn(product, roundId, 'appraisal');
    await until('it has gone on', async () => {
      await advanceRounds(product);
      return (await roundById(product.store, roundId))?.state !== 'appraisal';
    });
    return roundId;
  },
};

export const roundScenarios: Record<string, Scenario> = {
  ...Object.fromEntries(
    Object.entries(states).map(([state, reach]) => [
      roundName(state),
      (product: Product) => reach(product, roundName(state)),
    ]),
  ),
  ...furtherScenarios,
};
