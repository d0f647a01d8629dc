import type { ProgrammeClock } from './clock.ts';
import type { ActEvent, AppraisalOpinion, EventType, HoldGround, RefusalGround } from './events.ts';
import type { Queue, RecipientName, RoleName } from './roles.ts';
import type { DeadlineName, OptionalGuard, RecipientKind, RoadName, StateName } from './states.ts';

/** Shapes shared by machine, workflow and record. Zod-free; ids, hashes and states only, no personal data. */

/** When a stage is due: on a fixed instant, or within calendar days of entering it; with both, whichever is later. */
export type StageDue = { on?: string; withinDays?: number };

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
};

export type Deadline = {
  name: DeadlineName;
  /** Absolute instants (ISO, programme time). */
  dueAt: string;
  /** When the timer next has something to do: `dueAt` first, later the next escalation step. */
  wakeAt: string;
  /** 0 = not overdue; n = escalated to the n-th queue of the chain. */
  level: number;
};

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
  hold: { ground: HoldGround; since: string; remainingMs: number | null; deadlineName: DeadlineName | null } | null;
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
};

/** A notice to be written into the outbox: texts come from the message catalogue by `template`. */
export type Notice = { template: NoticeTemplate; to: RecipientName };
export type NoticeTemplate = EventType | 'deadline.expired' | 'deadline.escalated';

/** One applied event, as `record` writes it. Unique per (nominationId, revision). */
export type RecordEntry = {
  nominationId: string;
  revision: number;
  event: ActEvent | { type: 'nomination.open'; at: string } | { type: 'deadline.pass'; at: string };
  /** The inbox row this answers, or null for a timer's event. */
  inboxId: string | null;
  from: StateName | null;
  to: StateName;
  /** Persisted machine snapshot after the event (JSON). */
  snapshot: PersistedNomination;
  workItems: WorkItem[];
  notices: Notice[];
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
export type ActEnvelope = { inboxId: string; event: ActEvent };

/** Answer of the `act` Update: the person reads their own write. */
export type ActAnswer = { state: StateName; revision: number };
