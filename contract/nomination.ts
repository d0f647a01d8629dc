import type { WorkingCalendar } from './calendar.ts';
import type { ProgrammeClock } from './clock.ts';
import type { DayCount } from './dayCount.ts';
import type { ActEvent, AppraisalOpinion, ChangeEvent, EventType, HoldGround, RefusalGround } from './events.ts';
import type { Queue, RecipientName, RoleName } from './roles.ts';
import type { RoundNoticeTemplate } from './round.ts';
import type { DeadlineName, OptionalGuard, RecipientKind, RoadName, StateName } from './states.ts';

/** Shapes shared by machine, workflow and record. Zod-free; ids, hashes and states only, no personal data. */

/**
 * Time after the due instant. `soft`: an act is still accepted and marked late. `hard`: nothing more is accepted, but the
 * matter ends only with the grace, so that whoever may can still extend it. An official's lateness escalates only after it.
 */
export type Grace = { kind: 'soft' | 'hard'; days: number };

/** When a stage is due: on a fixed instant, or so many days after entering it; with both, whichever is later. */
export type StageDue = {
  on?: string;
  /** `on` was counted over working days that may still change. */
  provisional?: true;
  count?: DayCount;
  /** Calendar days, first day excluded: how nominations opened before the working-day calendar keep their count. */
  withinDays?: number;
  grace?: Grace;
  /** Days before the due day on which the owners are reminded; working days where `count` counts working days. */
  remindBefore?: number[];
  /** Of `review` only: its clock stands still while the dossier is returned, and goes on with what was left (D9). */
  pausesWhileReturned?: true;
};

/** Everything a nomination keeps from its start, resolved from the pinned programme (design rule 7). */
export type NominationInput = {
  nominationId: string;
  /** Programme instant of receipt of the opening act. */
  openedAt: string;
  openedBy: string;
  /** `id@version#hash`. */
  programme: string;
  /** `nomination@version`. */
  machine: string;
  movementId: string;
  /** The round it belongs to; absent in nominations opened before there were rounds. */
  roundId?: string;
  road: RoadName;
  guards: OptionalGuard[];
  nominee: { kind: RecipientKind; id: string };
  dossierHash: string;
  bodies: {
    unit: string;
    inCharge: string;
    standingBody: string;
    council: string;
    /** Approving authorities, lowest tier first. */
    authorities: string[];
    /** Divisions that may be asked for an appraisal. */
    divisions: string[];
  };
  plan: Record<DeadlineName, StageDue>;
  /** A late official's matter goes up this chain, one queue a step, every `everyDays` calendar days; it stays at the last. */
  escalation: { everyDays: number; chain: Queue[] };
  maxReturns: number;
  /** Needed where a stage counts working days. */
  calendar?: WorkingCalendar;
};

export type Deadline = {
  name: DeadlineName;
  /** Absolute instants (ISO, programme time). */
  dueAt: string;
  /** When the timer next has something to do: the end of the grace time or `dueAt` first, later the next escalation step. */
  wakeAt: string;
  /** 0 = not overdue; n = escalated to the n-th queue of the chain. */
  level: number;
  /** When it was set: what a change of its rule counts from. Absent in deadlines set by earlier versions. */
  startedAt?: string;
  /** It is what its rule's count came to from `startedAt`, neither moved nor paused since: another calendar moves it. */
  counted?: true;
  grace?: { kind: Grace['kind']; endsAt: string };
  /** A day whose yearly notice had not been issued took part in the count. */
  provisional?: true;
  /** Instants (ISO) at which its owners are reminded. */
  remindAt?: string[];
};

/** A clock that stands still. `provisional`: as it was while it ran, or as it was moved to since. */
export type PausedClock<Name> = { name: Name; remainingMs: number; provisional?: true };

export type AppraisalAsked = {
  division: string;
  askedAt: string;
  dueAt: string;
  given?: { at: string; by: string; opinion: AppraisalOpinion };
};

/** The machine's context: JSON-safe, absolute instants, survives continue-as-new. */
export type NominationContext = NominationInput & {
  /** Number of applied events; the opening is revision 1. */
  revision: number;
  deadline: Deadline | null;
  /** 0 = first authority. */
  tier: number;
  returns: number;
  itemCodes: string[];
  appraisals: AppraisalAsked[];
  /** In which capacity each person has acted on this nomination. */
  actedAs: Record<string, RoleName>;
  hold: {
    ground: HoldGround;
    since: string;
    remainingMs: number | null;
    deadlineName: DeadlineName | null;
    provisional?: true;
  } | null;
  /** Its round is suspended: nothing may be done and its clock stands still. Absent or null: it is not. */
  suspension?: { since: string; paused: PausedClock<DeadlineName> | null } | null;
  /** The review's clock, standing still while the dossier is returned. Absent or null: there is none. */
  returned?: { since: string; paused: PausedClock<DeadlineName> } | null;
  resolution: string | null;
  decision: { number: string; date: string; body: string } | null;
  refusalGround: RefusalGround | null;
};

/** What the machine asks to be done after an applied event. */
export type WorkItem = {
  /** Stable within the nomination while the same matter waits: `stage`, `stage:role` or `stage:division`. */
  key: string;
  queue: Queue;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
  /** Instants (ISO) at which the owner is reminded before it is due. */
  remindAt?: string[];
  provisional?: true;
};

/** A notice to be written into the outbox: texts come from the message catalogue by `template`. */
export type Notice = { template: NoticeTemplate; to: RecipientName };
export type NoticeTemplate =
  | EventType
  | 'deadline.expired'
  | 'deadline.escalated'
  /** Before a deadline, to whoever owns the matter. */
  | 'deadline.remind'
  /** From a person, to a colleague with open matters. */
  | 'progress.nudge'
  | 'report.ready'
  | RoundNoticeTemplate;

/** One applied event, as `record` writes it. Unique per (nominationId, revision). */
export type RecordEntry = {
  nominationId: string;
  revision: number;
  event: ActEvent | ChangeEvent | { type: 'nomination.open'; at: string } | { type: 'deadline.pass'; at: string };
  /** The inbox row this answers, or null for a timer's event. */
  inboxId: string | null;
  from: StateName | null;
  to: StateName;
  /** Persisted machine snapshot after the event (JSON). */
  snapshot: PersistedNomination;
  workItems: WorkItem[];
  notices: Notice[];
  /** Accepted in a soft grace time. */
  late?: true;
};

/** The machine's persisted snapshot; opaque outside `machines/`, JSON. */
export type PersistedNomination = {
  value: unknown;
  context: NominationContext;
  status: string;
  historyValue?: unknown;
};

/** Argument of the `nomination` workflow. */
export type NominationStart = {
  input: NominationInput;
  /** Inbox row of the opening act. */
  inboxId: string;
  clock: ProgrammeClock;
  /** Set by continue-as-new only. */
  carried?: { snapshot: PersistedNomination; handled: [string, ActAnswer][] };
  /** History length after which the workflow continues as new; the server's own suggestion also counts. */
  continueAfterEvents?: number;
};

/** Argument of the `act` Update; its updateId is the inbox id. */
export type ActEnvelope = { inboxId: string; event: ActEvent | ChangeEvent };

/** Answer of the `act` Update: the person reads their own write. */
export type ActAnswer = { state: StateName; revision: number };
