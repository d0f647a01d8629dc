import type { RoundContext } from '../../contract/round.ts';
import { unansweredUnits } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { countsCapacity } from './conflicts.ts';
import { deadlinesOnEntry, withSoonestEscalated } from './deadlines.ts';
import { stageOf } from './stages.ts';

/** What an event does to the context. Pure: gives only the fields that change, never alters the given context. */
export type RoundChange = Partial<RoundContext>;

type EventOf<T extends RoundEvent['type']> = Extract<RoundEvent, { type: T }>;

/** Counts the event, and remembers in which official capacity its person acted. */
export function applied({ revision, actedAs }: RoundContext, event: RoundEvent): RoundChange {
  if (!('actor' in event) || !countsCapacity(event.type, event.as)) return { revision: revision + 1 };
  return { revision: revision + 1, actedAs: { ...actedAs, [event.actor.personId]: event.as } };
}

/** Starts the clocks of the state being entered; there is none where the round is over. */
export function stageStarted(context: RoundContext, event: RoundEvent, state: RoundStateName): RoundChange {
  return { deadlines: deadlinesOnEntry(context, state, event.at) };
}

export function proposalKept(_: RoundContext, event: EventOf<'plan.submit'>): RoundChange {
  return { proposal: { ...event.plan, at: event.at, by: event.actor.personId } };
}

/** From here on the plan is frozen: its hash never changes again, and its instants only by a change with a reason. */
export function planFrozen({ proposal }: RoundContext, event: EventOf<'plan.approve'>): RoundChange {
  return { approved: proposal && { ...proposal, at: event.at, by: event.actor.personId }, proposal: null };
}

/** Back with the body in charge there is no plan any more until it submits one. */
export function proposalDropped(): RoundChange {
  return { proposal: null };
}

export function launched(_: RoundContext, event: RoundEvent): RoundChange {
  return { openedAt: event.at };
}

/** A unit may change its answer. When every unit has answered, nobody is waited for. Only taking part rouses a movement. */
export function answerKept(context: RoundContext, event: EventOf<'unit.answer'>): RoundChange {
  const answers = { ...context.answers, [event.unit]: { at: event.at, takesPart: event.takesPart } };
  const waiting = unansweredUnits({ bodies: context.bodies, answers }).length > 0;
  const deadlines = waiting ? context.deadlines : context.deadlines.filter(({ name }) => name !== 'answer');
  return { answers, deadlines, stalledSince: event.takesPart ? null : context.stalledSince };
}

export function registrationsCounted(
  { registrations }: RoundContext,
  { nominees }: EventOf<'unit.register'>,
): RoundChange {
  return { registrations: registrations + nominees, stalledSince: null };
}

export function covenantCounted({ covenants }: RoundContext): RoundChange {
  return { covenants: covenants + 1, stalledSince: null };
}

export function stallMarked(_: RoundContext, event: RoundEvent): RoundChange {
  return { stalledSince: event.at };
}

/** The window is over: nobody can be roused any more. */
export function stallForgotten(): RoundChange {
  return { stalledSince: null };
}

/** An official's or a unit's lateness never moves the round: the matter goes one step up the chain and stays with its owner. */
export function levelRaised(context: RoundContext, at: string): RoundChange {
  return { deadlines: withSoonestEscalated(context, at) };
}

export function stageHandedOn(context: RoundContext, event: EventOf<'stage.complete'>): RoundChange {
  const stage = stageOf(context);
  if (stage === null) return {};
  const { at, counts, listHash } = event;
  return { handedOn: [...context.handedOn, { stage, at, counts, listHash }] };
}

/** Nothing waits any more. */
export function allDropped(): RoundChange {
  return { suspension: null, stalledSince: null };
}
