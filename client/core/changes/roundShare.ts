import { startOfDay } from '../../../contract/calendarDay.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { StageDue } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { RoundContext } from '../../../contract/round.ts';
import type { RoundChangeEvent } from '../../../contract/roundEvents.ts';
import type { RoundDeadlineName } from '../../../contract/roundStates.ts';
import { roundDeadlineNames, stagesAfterWindow } from '../../../contract/roundStates.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { isCounted, isOfSeason } from '../../../machines/round/deadlines.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import { roundDeadlinesOf, roundStateOf } from '../../../machines/round/interpreter.ts';
import { roundOpenStages, roundRecountedDues } from '../../../machines/round/outlook.ts';
import { movableInstant } from '../../../machines/round/standing.ts';
import { isProvisionalDate } from '../../../machines/round/window.ts';
import { planStages } from '../../../programmes/plan.ts';
import { calendarFor } from '../../../programmes/planCalendar.ts';
import { movedFrom, movedRule, onDay, sameDue } from './due.ts';
import type { Proposal, Shared } from './share.ts';
import { calendarOf, eventFacts, isWide, nominationName, nothing, partOf, previewed, tooEarly } from './share.ts';

type DeadlineSpec = Extract<ChangeSpec, { kind: 'deadline' }>;

/** Gives what the proposal would say to the round itself, every instant resolved, or why nothing; the machine judges it. */
export function roundShare(snapshot: RoundSnapshot, { request, at }: Proposal, programme: Programme | null): Shared {
  const { spec } = request;
  switch (spec.kind) {
    case 'deadline':
      return deadlineShare(snapshot, spec, programme, at);
    case 'calendar':
      return calendarShare(snapshot, programme);
    default:
      return { share: {} };
  }
}

/** Gives the machine's event of a share. */
export function roundEvent(
  proposal: Proposal,
  context: RoundContext,
  share: Record<string, unknown>,
  changeId: string = previewed,
): RoundChangeEvent {
  const { kind } = proposal.request.spec;
  const type = kind === 'deadline' || kind === 'calendar' ? 'deadline.change' : (`round.${kind}` as const);
  return { type, ...eventFacts(proposal, context.revision, changeId, share) } as RoundChangeEvent;
}

/** Gives the round's own deadline of that name: the window is its closing. Null: only nominations have it. */
export function roundName(deadline: DeadlineSpec['deadline']): RoundDeadlineName | null {
  if (deadline === 'draft') return 'closing';
  return roundDeadlineNames.find((name) => name === deadline) ?? null;
}

function deadlineShare(snapshot: RoundSnapshot, spec: DeadlineSpec, programme: Programme | null, at: string): Shared {
  const own = roundName(spec.deadline);
  const unit = partOf(spec.scope).unitId;
  // A unit has no dates of its own in a round but the end of its window.
  if (unit !== undefined && own !== 'closing') return nothing(spec.deadline);
  const moving = own && ownShare(snapshot, own, spec, unit, at);
  const stages = unit === undefined ? stagesShare(snapshot, spec, programme, at) : {};
  const share = { ...moving, ...stages };
  if (Object.keys(share).length > 0) return { share };
  const next = own && ruleToCome(snapshot, own, spec.to, at);
  return next && next.same !== null ? tooEarly(next.same) : nothing(spec.deadline);
}

function ownShare(
  snapshot: RoundSnapshot,
  name: RoundDeadlineName,
  { to }: DeadlineSpec,
  unit: string | undefined,
  at: string,
): Record<string, unknown> {
  const { context } = snapshot;
  const calendar = calendarOf(context);
  const rule = context.plan[name];
  const from = movableInstant(context, name, unit);
  const provisional = isOfSeason(name)
    ? isProvisionalDate(context, name, unit)
    : roundDeadlinesOf(snapshot).find((one) => one.name === name)?.provisional;
  // A movement opens with its day, whatever else ends with one.
  const moved = (dueAt: string) =>
    name === 'opening' && 'on' in to
      ? { dueAt: startOfDay(to.on) }
      : movedFrom({ dueAt, provisional }, to, rule, calendar);
  if (from !== null) return { of: name, ...moved(from), ...(unit ? { unit } : {}) };
  const next = ruleToCome(snapshot, name, to, at);
  return next?.same === null ? { plan: { [name]: next.moved } } : {};
}

/** Gives the moved rule of a stage the round can still enter, and when it is due all the same at the earliest; null: no such stage. */
function ruleToCome(
  snapshot: RoundSnapshot,
  name: RoundDeadlineName,
  to: DeadlineSpec['to'],
  at: string,
): { moved: StageDue; same: string | null } | null {
  const { context } = snapshot;
  const [rule, calendar] = [context.plan[name], calendarOf(context)];
  // The season's own dates come from the approved plan, not from a rule.
  const toCome = isCounted(name) && roundOpenStages(snapshot).includes(name);
  const moved = toCome ? movedRule(rule, to, calendar) : null;
  if (!moved) return null;
  const closesAt =
    ((stagesAfterWindow as readonly RoundDeadlineName[]).includes(name) && movableInstant(context, 'closing')) || at;
  return { moved, same: sameDue(rule, moved, closesAt > at ? closesAt : at, calendar) };
}

/** Nominations still to be opened get the changed rule too; those opened already are subjects of their own. */
function stagesShare(
  snapshot: RoundSnapshot,
  { deadline, scope, to }: DeadlineSpec,
  programme: Programme | null,
  at: string,
): { stages?: Partial<Record<DeadlineName, StageDue>> } {
  const name = isWide(scope) ? nominationName(deadline, scope) : null;
  const { approved, suspension } = snapshot.context;
  const state = suspension?.from ?? roundStateOf(snapshot);
  if (name === null || !approved || !['approved', 'open'].includes(state)) return {};
  const calendar = calendarOf(snapshot.context);
  if (name === 'draft') {
    const end = { dueAt: approved.closesAt, provisional: isProvisionalDate(snapshot.context, 'closing') };
    const window = movedFrom(end, to, undefined, calendar);
    const draft = approved.stages.draft ?? programmeStages(snapshot, programme, window.dueAt).draft;
    if (!draft) return {};
    const { provisional: _, ...next } = draft;
    // A rule that follows the window needs no other; one with a day of its own is moved along.
    return next.on === window.dueAt ? {} : { stages: { draft: { ...next, ...onDay(window) } } };
  }
  const rule = approved.stages[name] ?? programmeStages(snapshot, programme)[name];
  const moved = rule ? movedRule(rule, to, calendar) : null;
  return rule && moved && sameDue(rule, moved, at, calendar) === null ? { stages: { [name]: moved } } : {};
}

/** Gives the programme's rules for nominations of the round whose window ends at `closesAt`; none before its plan is approved. */
export function programmeStages(
  { context: { approved, movementId } }: RoundSnapshot,
  programme: Programme | null,
  closesAt: string | undefined = approved?.closesAt,
): Partial<Record<DeadlineName, StageDue>> {
  const movement = programme?.movements.find(({ id }) => id === movementId);
  return programme && movement && closesAt !== undefined ? planStages(programme, movement, closesAt) : {};
}

/** One deadline that is counted runs at a time. */
function calendarShare(snapshot: RoundSnapshot, programme: Programme | null): Shared {
  const { context } = snapshot;
  if (!programme || !context.calendar) return nothing();
  const calendar = calendarFor(programme, context.begunAt);
  if (calendar.ref === context.calendar.ref) return nothing();
  const [counted] = roundRecountedDues(snapshot, calendar);
  const moves = counted !== undefined && movableInstant(context, counted.name) !== counted.dueAt;
  return { share: { calendar, ...(moves ? { of: counted.name, dueAt: counted.dueAt } : {}) } };
}
