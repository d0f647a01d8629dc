import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { ChangeEvent } from '../../../contract/events.ts';
import type { NominationContext, StageDue } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { draftDue } from '../../../machines/deadlines.ts';
import type { NominationSnapshot } from '../../../machines/interpreter.ts';
import { deadlinesOf, openStages, recountedDue } from '../../../machines/outlook.ts';
import { calendarFor } from '../../../programmes/planCalendar.ts';
import { movedFrom, movedRule, sameDue } from './due.ts';
import type { Proposal, Shared } from './share.ts';
import { calendarOf, eventFacts, isPersonal, nominationName, nothing, previewed, tooEarly } from './share.ts';

type DeadlineSpec = Extract<ChangeSpec, { kind: 'deadline' }>;

/** Stages whose due date an act names: a rule of theirs would move nothing. */
const datedByAct: readonly DeadlineName[] = ['supplement', 'appraisal'];

/** Gives what the proposal would say to this nomination, every instant resolved, or why nothing; the machine judges it. */
export function nominationShare(
  snapshot: NominationSnapshot,
  { request, at }: Proposal,
  programme: Programme | null,
): Shared {
  const { spec } = request;
  switch (spec.kind) {
    case 'deadline':
      return deadlineShare(snapshot, spec, at);
    case 'calendar':
      return calendarShare(snapshot, programme);
    default:
      return { share: {} };
  }
}

/** Gives the machine's event of a share. */
export function nominationEvent(
  proposal: Proposal,
  context: NominationContext,
  share: Record<string, unknown>,
  changeId: string = previewed,
): ChangeEvent {
  const { kind } = proposal.request.spec;
  const type = kind === 'deadline' || kind === 'calendar' ? 'deadline.change' : (`round.${kind}` as const);
  return { type, ...eventFacts(proposal, context.revision, changeId, share) } as ChangeEvent;
}

/**
 * What runs or stands still moves. A stage to come gets another rule; so does one entered again later, when the change is
 * not this one nomination's or person's. The window is the same for a draft that is withdrawn and revived.
 */
function deadlineShare(snapshot: NominationSnapshot, { deadline, scope, to }: DeadlineSpec, at: string): Shared {
  const name = nominationName(deadline, scope);
  if (name === null) return nothing(deadline);
  const { context } = snapshot;
  const calendar = calendarOf(context);
  const rule = context.plan[name];
  const pending = deadlinesOf(snapshot).find((one) => one.name === name);
  const toCome = openStages(snapshot).includes(name);
  if (name === 'draft') {
    if (!pending && !toCome) return nothing(name);
    return { share: { of: name, ...movedFrom(pending ?? draftDue(context), to, rule, calendar) } };
  }
  const moving = pending && { of: name, ...movedFrom(pending, to, rule, calendar) };
  const rules = toCome && !datedByAct.includes(name) && (!pending || !isPersonal(scope));
  if (!rules) return moving ? { share: moving } : nothing(name);
  const moved = movedRule(rule, to, calendar);
  if (!moved) return { because: [{ code: 'RULE_INCOMPLETE', detail: {} }] };
  const same = sameDue(rule, moved, at, calendar);
  if (same !== null) return moving ? { share: moving } : tooEarly(same);
  const plan: Partial<Record<DeadlineName, StageDue>> = { [name]: moved };
  return { share: { ...moving, plan } };
}

/** Only what is still a straight count from its start follows the calendar; a day moved by hand or fixed stays. */
function calendarShare(snapshot: NominationSnapshot, programme: Programme | null): Shared {
  const { context } = snapshot;
  if (!programme || !context.calendar) return nothing();
  const calendar = calendarFor(programme, context.openedAt);
  if (calendar.ref === context.calendar.ref) return nothing();
  const counted = recountedDue(snapshot, calendar);
  const moves = counted !== null && counted.dueAt !== context.deadline?.dueAt;
  return { share: { calendar, ...(moves ? { of: counted.name, dueAt: counted.dueAt } : {}) } };
}
