import type { WorkingCalendar } from './calendar.ts';
import type { ProgrammeClock } from './clock.ts';
import type { Deadline, Notice, PausedClock, StageDue, WorkItem } from './nomination.ts';
import type { Queue, RoleName } from './roles.ts';
import type { RoundEvent, RoundEventType } from './roundEvents.ts';
import type { RoundDeadlineName, RoundStateName } from './roundStates.ts';
import type { DeadlineName, RecipientKind } from './states.ts';

/** Shapes of a round shared by machine, workflow and record. Zod-free; ids, hashes and states only. */

/** What the machine needs of a movement plan; the plan in full (criteria, award form, quota) is in the database. */
export type PlanFacts = {
  /** SHA-256 (hex) of the whole plan's canonical JSON: frozen at approval. */
  hash: string;
  /** The movement opens: start of this local day; may lie before the plan, even before the document (D10). */
  opensAt: string;
  /** Nominations are taken from here … */
  nominationsFrom: string;
  /** From when they were to be taken, while a later opening has taken that along. */
  plannedFrom?: string;
  /** … to here, both instants in time. */
  closesAt: string;
  /** By when each unit answers the launch; null: units are not asked to. */
  answerBy: string | null;
  /** The plan's own rules for stages of its nominations, over those of the programme. */
  stages: Partial<Record<DeadlineName, StageDue>>;
  /** The most nominations of a kind one unit may have; asked when one is opened. Absent: as many as it likes. */
  nominationsPerUnit?: Partial<Record<RecipientKind, number>>;
};

/** How many of a round's nominations stand where. */
export type StageCounts = {
  /** Draft, returned or withdrawn and still revivable: the units' own. */
  units: number;
  /** Department review and appraisal. */
  department: number;
  council: number;
  decision: number;
  /** Awarded and not yet published. */
  awarded: number;
  /** Published, complaint window running. */
  published: number;
  onHold: number;
  over: number;
};

/** Everything a round keeps from its beginning. */
export type RoundInput = {
  /** `programme/movement/phase`. */
  roundId: string;
  begunAt: string;
  /** `id@version#hash`. */
  programme: string;
  /** `round@version`. */
  machine: string;
  movementId: string;
  phaseId: string;
  bodies: {
    inCharge: string;
    standingBody: string;
    council: string;
    authorities: string[];
    /** The units the movement is launched to. */
    units: string[];
  };
  /** When the round's own stages are due. */
  plan: Record<RoundDeadlineName, StageDue>;
  escalation: { everyDays: number; chain: Queue[] };
  /** Days after the opening without any act after which the movement counts as stalled; null: no such rule. */
  stalledAfterDays: number | null;
  calendar?: WorkingCalendar;
};

export type RoundDeadline = Omit<Deadline, 'name'> & { name: RoundDeadlineName };

/** The machine's context: JSON-safe, absolute instants, survives continue-as-new. */
export type RoundContext = RoundInput & {
  revision: number;
  /** Submitted and not yet approved. */
  proposal: (PlanFacts & { at: string; by: string }) | null;
  /** Frozen. */
  approved: (PlanFacts & { at: string; by: string }) | null;
  /** Everything that runs now, soonest wake-up first. */
  deadlines: RoundDeadline[];
  /** Units that answered the launch. */
  answers: Record<string, { at: string; takesPart: boolean }>;
  /** Numbers only; the entries are in the database. */
  registrations: number;
  covenants: number;
  /** Individual ends of the window, by unit. */
  unitWindows: Record<string, string>;
  /** Dates of the plan that were counted over working days that may still change: `closing`, of one unit `closing <unit>`. */
  provisionalDates?: string[];
  openedAt: string | null;
  stalledSince: string | null;
  /** From where the days of `stalledAfterDays` count when the round was suspended while it was open. Absent: `openedAt`. */
  stallCountsFrom?: string;
  suspension: {
    since: string;
    from: RoundStateName;
    paused: PausedClock<RoundDeadlineName>[];
  } | null;
  /** What was handed on at the end of each stage. */
  handedOn: { stage: RoundStateName; at: string; counts: StageCounts; listHash: string }[];
  actedAs: Record<string, RoleName>;
};

/** The machine's persisted snapshot; opaque outside `machines/`, JSON. */
export type PersistedRound = { value: unknown; context: RoundContext; status: string; historyValue?: unknown };

/** One applied event of a round, as `recordRound` writes it. Unique per (roundId, revision). */
export type RoundRecordEntry = {
  roundId: string;
  revision: number;
  event: RoundEvent | { type: 'round.begin'; at: string };
  inboxId: string | null;
  from: RoundStateName | null;
  to: RoundStateName;
  snapshot: PersistedRound;
  workItems: WorkItem[];
  notices: Notice[];
  late?: true;
};

/** Argument of the `round` workflow. */
export type RoundStart = {
  input: RoundInput;
  clock: ProgrammeClock;
  /** Set by continue-as-new only. */
  carried?: { snapshot: PersistedRound; handled: [string, RoundAnswer][] };
  continueAfterEvents?: number;
};

/** Argument of the round's `act` Update. `key` is the inbox id, or the season's own idempotency key. */
export type RoundEnvelope = { key: string; inboxId: string | null; event: RoundEvent };
export type RoundAnswer = { state: RoundStateName; revision: number };

export type RoundNoticeTemplate =
  | Exclude<RoundEventType, 'deadline.pass'>
  | 'round.open'
  | 'round.closing'
  | 'round.escalated';

/** Gives the id of a round; `roundParts` is its inverse. Nominations' ids have no slash. */
export function roundIdOf(programmeId: string, movementId: string, phaseId: string): string {
  return `${programmeId}/${movementId}/${phaseId}`;
}

/** Gives the parts of a round's id, or null when it is not one. */
export function roundParts(id: string): { programmeId: string; movementId: string; phaseId: string } | null {
  const [programmeId, movementId, phaseId, more] = id.split('/');
  return programmeId && movementId && phaseId && more === undefined ? { programmeId, movementId, phaseId } : null;
}

/** Gives the units that have not answered the launch. */
export function unansweredUnits({ bodies, answers }: Pick<RoundContext, 'bodies' | 'answers'>): string[] {
  return bodies.units.filter((unit) => !Object.hasOwn(answers, unit));
}
