import type { NominationEvent } from '../contract/events.ts';
import type { NominationContext } from '../contract/nomination.ts';
import type { StateName } from '../contract/states.ts';
import { goesOn, pausedClock } from './clocks.ts';
import { deadlineOnEntry } from './deadlines.ts';
import { markOf } from './dueDates.ts';
import { escalated, reminded } from './escalation.ts';
import { rules } from './rules.ts';

/** What an event does to the context. Pure: gives only the fields that change, never alters the given context. */
export type Change = Partial<NominationContext>;

type EventOf<T extends NominationEvent['type']> = Extract<NominationEvent, { type: T }>;

/** Counts the event, and remembers in which capacity its person acted: a change of a whole round is no act on the dossier. */
export function applied(context: NominationContext, event: NominationEvent): Change {
  const revision = context.revision + 1;
  if (event.type === 'deadline.pass' || rules[event.type].kind === 'change') return { revision };
  return { revision, actedAs: { ...context.actedAs, [event.actor.personId]: event.as } };
}

/** Starts the clock of the state being entered; clears it where the nomination is over. A return and a request set their own date. */
export function stageStarted(context: NominationContext, event: NominationEvent, state: StateName): Change {
  const { returned } = context;
  if (event.type === 'supplement.submit' && returned)
    return { returned: null, ...goesOn(context, returned.paused, event.at) };
  const dueAt = event.type === 'review.return' || event.type === 'appraisal.request' ? event.dueAt : undefined;
  return { ...reviewClockDropped(context, state), deadline: deadlineOnEntry(context, state, event.at, dueAt) };
}

/** A dossier that is neither with the unit nor held in that state any more has no review to go on with. */
function reviewClockDropped({ returned }: NominationContext, state: StateName): Change {
  return returned && state !== 'returned' && state !== 'onHold' ? { returned: null } : {};
}

/** Stops the running clock and keeps what was left of it. */
export function clockPaused({ deadline }: NominationContext, event: EventOf<'nomination.hold'>): Change {
  const paused = deadline && pausedClock(deadline, event.at);
  return {
    hold: {
      ground: event.ground,
      since: event.at,
      remainingMs: paused?.remainingMs ?? null,
      deadlineName: paused?.name ?? null,
      ...(paused ? markOf(paused) : {}),
    },
  };
}

/** Lets the held clock go on with what was left of it. */
export function clockResumed(context: NominationContext, at: string): Change {
  const { hold } = context;
  if (!hold || hold.remainingMs === null || hold.deadlineName === null) return { hold: null, deadline: null };
  const { deadlineName: name, remainingMs } = hold;
  return { hold: null, ...goesOn(context, { name, remainingMs, ...markOf(hold) }, at) };
}

/** An official's lateness never ends a nomination: the matter goes one step up the chain and stays with its owner. */
export function levelRaised(context: NominationContext, at: string): Change {
  return { deadline: escalated(context, at) };
}

/** The complaint window has ended: its owner is reminded to close, nobody is late yet. */
export function ownerReminded(context: NominationContext, at: string): Change {
  return context.deadline ? { deadline: reminded(context, context.deadline, at) } : {};
}

export function dossierReplaced(
  _: NominationContext,
  event: EventOf<'draft.amend'> | EventOf<'supplement.submit'>,
): Change {
  return event.type === 'supplement.submit'
    ? { dossierHash: event.dossierHash, itemCodes: [] }
    : { dossierHash: event.dossierHash };
}

/** Where the plan says so, the department's clock stands still until the unit has completed the dossier. */
export function returnCounted({ returns, deadline, plan }: NominationContext, event: EventOf<'review.return'>): Change {
  const counted = { returns: returns + 1, itemCodes: [...event.itemCodes] };
  if (!plan.review.pausesWhileReturned || deadline?.name !== 'review') return counted;
  return { ...counted, returned: { since: event.at, paused: pausedClock(deadline, event.at) } };
}

/** Asking a division again replaces its earlier opinion, which stays in the record. */
export function divisionsAsked({ appraisals }: NominationContext, event: EventOf<'appraisal.request'>): Change {
  const divisions = [...new Set(event.divisions)];
  const kept = appraisals.filter((asked) => !divisions.includes(asked.division));
  return {
    appraisals: [...kept, ...divisions.map((division) => ({ division, askedAt: event.at, dueAt: event.dueAt }))],
  };
}

export function opinionGiven({ appraisals }: NominationContext, event: EventOf<'appraisal.give'>): Change {
  const given = { at: event.at, by: event.actor.personId, opinion: event.opinion };
  return { appraisals: appraisals.map((asked) => (asked.division === event.division ? { ...asked, given } : asked)) };
}

/** The department goes on without the missing opinions. */
export function missingDropped({ appraisals }: NominationContext): Change {
  return { appraisals: appraisals.filter((asked) => asked.given) };
}

export function resolutionKept(
  _: NominationContext,
  event: EventOf<'council.recommend'> | EventOf<'council.notRecommend'>,
): Change {
  return { resolution: event.resolution };
}

export function decisionKept({ bodies, tier }: NominationContext, event: EventOf<'authority.award'>): Change {
  return { decision: { number: event.decisionNumber, date: event.decisionDate, body: bodies.authorities[tier] ?? '' } };
}

export function refusalKept(_: NominationContext, event: EventOf<'authority.refuse'>): Change {
  return { refusalGround: event.ground };
}

export function tierRaised({ tier }: NominationContext): Change {
  return { tier: tier + 1 };
}

/** Back at the department the road starts again: first authority, no resolution. */
export function roadRestarted(): Change {
  return { tier: 0, resolution: null };
}

/** A revived nomination is a fresh draft; only the count of returns stays, so that reviving is no way round the cap. */
export function draftReopened(): Change {
  return { ...roadRestarted(), itemCodes: [], appraisals: [] };
}
