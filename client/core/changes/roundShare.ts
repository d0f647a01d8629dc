import { startOfDay } from '../../../contract/calendarDay.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { StageDue } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { RoundContext } from '../../../contract/round.ts';
import type { RoundChangeEvent } from '../../../contract/roundEvents.ts';
import type { RoundDeadlineName } from '../../../contract/roundStates.ts';
import { roundDeadlineNames } from '../../../contract/roundStates.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { isCounted } from '../../../machines/round/deadlines.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import { roundStateOf } from '../../../machines/round/interpreter.ts';
import { roundOpenStages, roundRecountedDues } from '../../../machines/round/outlook.ts';
import { movableInstant } from '../../../machines/round/standing.ts';
import { planStages } from '../../../programmes/plan.ts';
import { calendarFor } from '../../../programmes/planCalendar.ts';
import { movedDue, movedRule } from './due.ts';
import type { Proposal, Shared } from './share.ts';
import { calendarOf, eventFacts, isWide, nominationName, nothing, partOf, previewed } from './share.ts';

type DeadlineSpec = Extract<ChangeSpec, { kind: 'deadline' }>;

/** Gives what the proposal would say to the round itself, every instant resolved, or why nothing; the machine judges it. */
export function roundShare(snapshot: RoundSnapshot, { request }: Proposal, programme: Programme | null): Shared {
  const { spec } = request;
  switch (spec.kind) {
    case 'deadline':
      return deadlineShare(snapshot, spec, programme);
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

function deadlineShare(snapshot: RoundSnapshot, spec: DeadlineSpec, programme: Programme | null): Shared {
  const own = roundName(spec.deadline);
  const unit = partOf(spec.scope).unitId;
  // A unit has no dates of its own in a round but the end of its window.
  if (unit !== undefined && own !== 'closing') return nothing(spec.deadline);
  const moving = own && ownShare(snapshot, own, spec, unit);
  const stages = unit === undefined ? stagesShare(snapshot, spec, programme) : {};
  const share = { ...moving, ...stages };
  return Object.keys(share).length > 0 ? { share } : nothing(spec.deadline);
}

function ownShare(
  snapshot: RoundSnapshot,
  name: RoundDeadlineName,
  { to }: DeadlineSpec,
  unit: string | undefined,
): Record<string, unknown> {
  const { context } = snapshot;
  const calendar = calendarOf(context);
  const rule = context.plan[name];
  const from = movableInstant(context, name, unit);
  // A movement opens with its day, whatever else ends with one.
  const moved = (at: string) =>
    name === 'opening' && 'on' in to ? startOfDay(to.on) : movedDue(at, to, rule, calendar);
  if (from !== null) return { of: name, dueAt: moved(from), ...(unit ? { unit } : {}) };
  // The season's own dates come from the approved plan, not from a rule.
  const toCome = isCounted(name) && roundOpenStages(snapshot).includes(name);
  const next = toCome ? movedRule(rule, to, calendar) : null;
  return next ? { plan: { [name]: next } } : {};
}

/** Nominations still to be opened get the changed rule too; those opened already are subjects of their own. */
function stagesShare(
  snapshot: RoundSnapshot,
  { deadline, scope, to }: DeadlineSpec,
  programme: Programme | null,
): { stages?: Partial<Record<DeadlineName, StageDue>> } {
  const name = isWide(scope) ? nominationName(deadline, scope) : null;
  const { approved, suspension, movementId } = snapshot.context;
  const movement = programme?.movements.find(({ id }) => id === movementId);
  const state = suspension?.from ?? roundStateOf(snapshot);
  if (name === null || !approved || !programme || !movement || !['approved', 'open'].includes(state)) return {};
  const calendar = calendarOf(snapshot.context);
  if (name === 'draft') {
    const closesAt = movedDue(approved.closesAt, to, undefined, calendar);
    const next = { ...planStages(programme, movement, closesAt), ...approved.stages }.draft;
    // A rule that follows the window needs no other; one with a day of its own is moved along.
    return next.on === closesAt ? {} : { stages: { draft: { ...next, on: closesAt } } };
  }
  const rule = { ...planStages(programme, movement, approved.closesAt), ...approved.stages }[name];
  const moved = movedRule(rule, to, calendar);
  return moved ? { stages: { [name]: moved } } : {};
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
