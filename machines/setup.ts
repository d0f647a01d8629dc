import { assign, setup } from 'xstate';
import type { NominationEvent } from '../contract/events.ts';
import type { NominationContext } from '../contract/nomination.ts';
import type { StateName } from '../contract/states.ts';
import { awaitedDivisions } from './bodies.ts';
import * as changes from './changes.ts';
import { dueChanged } from './newDue.ts';
import { refusalsUnder } from './requirements.ts';
import { rules } from './rules.ts';
import { clockSuspended, clockUnsuspended } from './suspension.ts';
import type { Facts, Rule, RuleName } from './vocabulary.ts';

/** Which of several targets an allowed event takes. Exactly one of a pair applies, so a route never refuses anything. */
export const routes = {
  standardRoad: (context) => context.road === 'standard',
  simplifiedRoad: (context) => context.road === 'simplified',
  /** What runs out then is the review of the suspension, and that ends nothing. */
  suspended: (context) => Boolean(context.suspension),
  running: (context) => !context.suspension,
  lastOpinion: (context, { division }) => awaitedDivisions(context).every((awaited) => awaited === division),
  opinionsMissing: (context, { division }) => awaitedDivisions(context).some((awaited) => awaited !== division),
} as const satisfies Record<string, (context: NominationContext, facts: Facts) => boolean>;
export type RouteName = keyof typeof routes;

type Args = { context: NominationContext; event: NominationEvent };

/** Types, guard and actions of the nomination machine. There is one guard: the transition's own meta. */
export const nominationSetup = setup({
  types: {} as {
    context: NominationContext;
    events: NominationEvent;
    input: NominationContext;
    transitionMeta: Rule;
  },
  guards: {
    allowed: ({ context, event }: Args, { rule, route }: { rule: Rule; route: RouteName | null }) =>
      refusalsUnder(rule, context, event).length === 0 && (route === null || routes[route](context, event)),
  },
  actions: {
    apply: assign(({ context, event }) => changes.applied(context, event)),
    startStage: assign(({ context, event }, { state }: { state: StateName }) =>
      changes.stageStarted(context, event, state),
    ),
    pauseClock: assign(({ context, event }) =>
      event.type === 'nomination.hold' ? changes.clockPaused(context, event) : {},
    ),
    resumeClock: assign(({ context, event }) => changes.clockResumed(context, event.at)),
    escalate: assign(({ context, event }) => changes.levelRaised(context, event.at)),
    remind: assign(({ context, event }) => changes.ownerReminded(context, event.at)),
    replaceDossier: assign(({ context, event }) =>
      event.type === 'draft.amend' || event.type === 'supplement.submit' ? changes.dossierReplaced(context, event) : {},
    ),
    countReturn: assign(({ context, event }) =>
      event.type === 'review.return' ? changes.returnCounted(context, event) : {},
    ),
    askDivisions: assign(({ context, event }) =>
      event.type === 'appraisal.request' ? changes.divisionsAsked(context, event) : {},
    ),
    keepOpinion: assign(({ context, event }) =>
      event.type === 'appraisal.give' ? changes.opinionGiven(context, event) : {},
    ),
    dropMissing: assign(({ context }) => changes.missingDropped(context)),
    keepResolution: assign(({ context, event }) =>
      event.type === 'council.recommend' || event.type === 'council.notRecommend'
        ? changes.resolutionKept(context, event)
        : {},
    ),
    keepDecision: assign(({ context, event }) =>
      event.type === 'authority.award' ? changes.decisionKept(context, event) : {},
    ),
    keepRefusal: assign(({ context, event }) =>
      event.type === 'authority.refuse' ? changes.refusalKept(context, event) : {},
    ),
    raiseTier: assign(({ context }) => changes.tierRaised(context)),
    restartRoad: assign(() => changes.roadRestarted()),
    reopenDraft: assign(() => changes.draftReopened()),
    changeDue: assign(({ context, event }) => (event.type === 'deadline.change' ? dueChanged(context, event) : {})),
    suspend: assign(({ context, event }) => clockSuspended(context, event.at)),
    unsuspend: assign(({ context, event }) => clockUnsuspended(context, event.at)),
  },
});

type ActionName = Exclude<
  Parameters<typeof nominationSetup.createStateConfig>[0] extends { entry?: infer E }
    ? Extract<E, { type: string }>['type']
    : never,
  'startStage'
>;

/** Where a transition leads: a state, the state that was held, or nowhere. */
export type Target = StateName | 'held' | 'stay';

/**
 * Gives the configuration of a transition: its meta, the guard made from that meta, and the actions every transition
 * has: count the event, note the capacity, start the clock of the state entered (the held one's goes on instead).
 */
export function move(name: RuleName, to: Target, options: { does?: ActionName[]; route?: RouteName } = {}) {
  const rule = rules[name];
  return {
    ...(to === 'stay' ? {} : { target: `#${to}` }),
    meta: rule,
    guard: { type: 'allowed' as const, params: { rule, route: options.route ?? null } },
    actions: [
      { type: 'apply' as const },
      ...(options.does ?? []).map((type) => ({ type })),
      ...(to === 'stay' || to === 'held' ? [] : [{ type: 'startStage' as const, params: { state: to } }]),
    ],
  };
}

/** Gives the transition of a deadline that only escalates: an official's lateness never ends a nomination. */
export function escalation() {
  return move('deadline.pass', 'stay', { does: ['escalate'] });
}

/** Gives the transitions of a deadline that does something else than escalate, but not while the round is suspended. */
export function unlessSuspended(to: Target, does: ActionName[] = []) {
  return [
    move('deadline.pass', 'stay', { does: ['escalate'], route: 'suspended' }),
    move('deadline.pass', to, { does, route: 'running' }),
  ];
}
