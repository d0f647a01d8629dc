import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { ChangeRequest, ChangeScope } from '../../../contract/changeSpec.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { Actor } from '../../../contract/roles.ts';
import type { RoundDeadlineName } from '../../../contract/roundStates.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { workingCalendar } from '../../../programmes/calendar/build.ts';

/** What the event of a share says beside who, when and of which change; nothing for a suspension, a resumption or an end. */
export type Share = Record<string, unknown>;

/** A share, or why the subject is left as it is. */
export type Shared = { share: Share } | { because: Refusal[] };

/** A proposal as every subject of its scope is asked about it. */
export type Proposal = {
  request: ChangeRequest;
  actor: Actor;
  /** Programme instant: of the preview, or of the receipt when it is applied. */
  at: string;
};

/** A preview's events name a change that does not exist yet: no machine keeps the id. */
export const previewed = 'preview';

/** Gives the event a share amounts to, but for its type. */
export function eventFacts({ request, actor, at }: Proposal, revision: number, changeId: string, share: Share) {
  return { at, actor, as: request.as, reasonGiven: true, expectedRevision: revision, changeId, ...share };
}

export function nothing(deadline?: string): { because: Refusal[] } {
  return { because: [{ code: 'NOTHING_TO_CHANGE', detail: deadline === undefined ? {} : { deadline } }] };
}

/** Gives why a named day leaves a rule as it is whose count ends no earlier. */
export function tooEarly(dueAt: string): { because: Refusal[] } {
  return { because: [{ code: 'DAY_TOO_EARLY', detail: { dueAt } }] };
}

/** Gives the calendar a subject counts by; one begun before it kept a calendar counts by that in force. */
export function calendarOf(context: { calendar?: WorkingCalendar | undefined }): WorkingCalendar {
  return context.calendar ?? workingCalendar();
}

/** Gives the name the change has for a nomination: the window is the end of its drafts. Null: only the round has it. */
export function nominationName(deadline: DeadlineName | RoundDeadlineName, scope: ChangeScope): DeadlineName | null {
  // The end of nominating; of what is one nomination's or person's own, the end of the complaint window.
  if (deadline === 'closing') return isPersonal(scope) ? deadline : 'draft';
  switch (deadline) {
    case 'plan':
    case 'approval':
    case 'opening':
    case 'answer':
    case 'conclusion':
    case 'suspension':
      return null;
    default:
      return deadline;
  }
}

/** Gives whether the scope is of whole rounds, so that the rounds themselves and nominations to come are meant too. */
export function isWide(scope: ChangeScope): boolean {
  const { roundId, unitId, personId } = partOf(scope);
  return 'programmeId' in scope || (roundId !== undefined && unitId === undefined && personId === undefined);
}

/** Gives whether the scope is of one nomination, or of what waits for one person: nobody else's. */
export function isPersonal(scope: ChangeScope): boolean {
  return 'nominationId' in scope || partOf(scope).personId !== undefined;
}

/** Gives the round of the scope, and the unit or person it is narrowed to. */
export function partOf(scope: ChangeScope): { roundId?: string; unitId?: string; personId?: string } {
  return 'roundId' in scope ? scope : {};
}
