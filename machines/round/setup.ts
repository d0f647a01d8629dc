import { assign, setup } from 'xstate';
import type { RoundContext } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import * as changes from './changes.ts';
import { deadlineChanged } from './deadlineChange.ts';
import { roundRefusalsUnder } from './requirements.ts';
import { roundRules } from './rules.ts';
import { isEmptyRound } from './stages.ts';
import { clocksPaused, clocksResumed } from './suspension.ts';
import type { RoundRule, RoundRuleName } from './vocabulary.ts';

/** Which of several targets an allowed event takes. Exactly one applies, so a route never refuses anything. */
const roundRoutes = {
  windowEnds: ({ deadlines }) => deadlines[0]?.name === 'closing',
  answersDue: ({ deadlines }) => deadlines[0]?.name !== 'closing',
  nobodyNominated: (_, event) => event.type === 'stage.complete' && isEmptyRound(event.counts),
  somebodyNominated: (_, event) => event.type === 'stage.complete' && !isEmptyRound(event.counts),
} as const satisfies Record<string, (context: RoundContext, event: RoundEvent) => boolean>;
export type RoundRouteName = keyof typeof roundRoutes;

type Args = { context: RoundContext; event: RoundEvent };

/** Types, guard and actions of the round machine. There is one guard: the transition's own meta. */
export const roundSetup = setup({
  types: {} as {
    context: RoundContext;
    events: RoundEvent;
    input: RoundContext;
    transitionMeta: RoundRule;
  },
  guards: {
    allowed: ({ context, event }: Args, { rule, route }: { rule: RoundRule; route: RoundRouteName | null }) =>
      roundRefusalsUnder(rule, context, event).length === 0 && (route === null || roundRoutes[route](context, event)),
  },
  actions: {
    apply: assign(({ context, event }) => changes.applied(context, event)),
    startStage: assign(({ context, event }, { state }: { state: RoundStateName }) =>
      changes.stageStarted(context, event, state),
    ),
    keepProposal: assign(({ context, event }) =>
      event.type === 'plan.submit' ? changes.proposalKept(context, event) : {},
    ),
    freezePlan: assign(({ context, event }) =>
      event.type === 'plan.approve' ? changes.planFrozen(context, event) : {},
    ),
    dropProposal: assign(() => changes.proposalDropped()),
    launch: assign(({ context, event }) => changes.launched(context, event)),
    keepAnswer: assign(({ context, event }) =>
      event.type === 'unit.answer' ? changes.answerKept(context, event) : {},
    ),
    countRegistrations: assign(({ context, event }) =>
      event.type === 'unit.register' ? changes.registrationsCounted(context, event) : {},
    ),
    countCovenant: assign(({ context }) => changes.covenantCounted(context)),
    markStall: assign(({ context, event }) => changes.stallMarked(context, event)),
    forgetStall: assign(() => changes.stallForgotten()),
    handOn: assign(({ context, event }) =>
      event.type === 'stage.complete' ? changes.stageHandedOn(context, event) : {},
    ),
    escalate: assign(({ context, event }) => changes.levelRaised(context, event.at)),
    changeDeadline: assign(({ context, event }) =>
      event.type === 'deadline.change' ? deadlineChanged(context, event) : {},
    ),
    pauseClocks: assign(({ context, event }) => clocksPaused(context, event.at)),
    resumeClocks: assign(({ context, event }) => clocksResumed(context, event.at)),
    dropAll: assign(() => changes.allDropped()),
  },
});

type ActionName = Exclude<
  Parameters<typeof roundSetup.createStateConfig>[0] extends { entry?: infer E }
    ? Extract<E, { type: string }>['type']
    : never,
  'startStage'
>;

/** Where a transition leads: a state, the state that was suspended, or nowhere. */
export type RoundTarget = RoundStateName | 'interrupted' | 'stay';

/**
 * Gives the configuration of a transition: its meta, the guard made from that meta, and the actions every transition
 * has: count the event, note the capacity, start the clocks of the state entered (those of a suspended one go on instead).
 */
export function move(
  name: RoundRuleName,
  to: RoundTarget,
  options: { does?: ActionName[]; route?: RoundRouteName } = {},
) {
  const rule = roundRules[name];
  return {
    ...(to === 'stay' ? {} : { target: `#${to}` }),
    meta: rule,
    guard: { type: 'allowed' as const, params: { rule, route: options.route ?? null } },
    actions: [
      { type: 'apply' as const },
      ...(options.does ?? []).map((type) => ({ type })),
      ...(to === 'stay' || to === 'interrupted' ? [] : [{ type: 'startStage' as const, params: { state: to } }]),
    ],
  };
}

/** Gives the transition of a deadline that only escalates: nobody's lateness moves a round. */
export function escalation() {
  return move('deadline.pass', 'stay', { does: ['escalate'] });
}
