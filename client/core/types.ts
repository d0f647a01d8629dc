import type { ActRequest, Nominate } from '../../contract/acts.ts';
import type { ActType, EventType } from '../../contract/events.ts';
import type { Deadline } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Queue, RoleHeld, RoleName } from '../../contract/roles.ts';
import type { RecipientKind, RoadName, StateName } from '../../contract/states.ts';
import type { Text } from '../../contract/texts/text.ts';

/** What a person holds in hand after sending something, whatever became of it. */
export type Receipt = {
  inboxId: string;
  nominationId: string;
  /** Real instant by the database's clock. */
  receivedAt: string;
  /** The same instant on the programme clock: what people are told. */
  programmeAt: string;
};

/** What became of a received act. `received`: kept, not yet delivered to the engine; it will be when the engine is back. */
export type ActOutcome =
  | { kind: 'applied'; state: StateName; revision: number }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'received'; because: 'engineUnreachable' | 'earlierActWaiting' };

export type ActResult = { receipt: Receipt; outcome: ActOutcome };

export type MovementSummary = {
  id: string;
  title: string;
  inCharge: string;
  road: RoadName;
  windowFrom: string;
  windowTo: string;
  open: boolean;
  reviewPhrase: string | null;
  /** A number, `5 × n` for so many per programme, or `delegated`, `none`, `notStated`. */
  quota: Record<RecipientKind, string>;
};
export type ProgrammeSummary = {
  id: string;
  ref: string;
  title: string;
  issuer: string;
  issuerName: string;
  movements: MovementSummary[];
};

/** A person of the directory with the roles held now. */
export type PersonView = { id: string; name: string; title: string | null; homeBody: string; roles: RoleHeld[] };
export type PeopleFilter = { id?: string; role?: RoleName; body?: string };

export type InboxItem = {
  nominationId: string;
  movementTitle: string;
  nomineeName: string;
  state: StateName;
  key: string;
  queue: Queue;
  openedAt: string;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
  overdue: boolean;
};

export type OpenMatter = Pick<InboxItem, 'key' | 'queue' | 'dueAt' | 'nextEscalationAt' | 'level' | 'escalatedTo'> & {
  /** People who can take it up now. */
  holders: { id: string; name: string }[];
};

export type NominationView = {
  nominationId: string;
  programme: string;
  programmeTitle: string;
  movementId: string;
  movementTitle: string;
  machine: string;
  road: RoadName;
  unitId: string;
  unitName: string;
  nominee: { kind: RecipientKind; id: string; name: string };
  state: StateName;
  revision: number;
  deadline: Deadline | null;
  openMatters: OpenMatter[];
  dossier: { version: number; hash: string; content: unknown } | null;
  decision: { number: string; date: string; body: string } | null;
  refusalGround: string | null;
  hold: { ground: string; since: string } | null;
  openedAt: string;
  changedAt: string;
  closedAt: string | null;
  /** Acts received and not yet delivered. */
  undelivered: { inboxId: string; type: string; receivedAt: string; programmeAt: string }[];
};

export type TimelineEntry = {
  /** Null for a refused attempt: it changed nothing. */
  revision: number | null;
  type: EventType;
  /** Programme instant. */
  at: string;
  who: { id: string; name: string; role: RoleName } | null;
  from: StateName | null;
  to: StateName | null;
  reason: string | null;
  /** Further facts of the act, ready to print: items, opinion, decision number … */
  facts: Record<string, string>;
  refusals: Refusal[];
};

export type WhyAnswer = {
  type: ActType;
  label: Text;
  allowed: boolean;
  as: RoleName | null;
  refusals: Refusal[];
  reason: 'required' | 'optional' | 'none';
  form: string[];
  /** Who may, with the queue resolved. */
  who: Queue[];
};

/** One event of the engine's history, decoded and explained, for administrators. */
export type HistoryEvent = { id: number; at: string; type: string; explained: Text; data: Record<string, unknown> };

export type AuditReport = {
  chains: { chain: string; entries: number; head: string }[];
  broken: { chain: string; seq: number; at: string | null; problem: string }[];
};

/** The typed client everything that reaches the product is built on: command line, rehearsal, later the HTTP API. */
export type VinhDanh = {
  /** The programme instant now. */
  now(): string;
  programmes(): Promise<ProgrammeSummary[]>;
  /** What each body is called, by id; the short name where there is one. */
  bodyNames(): Promise<Record<string, string>>;
  /** People with the roles they hold now, by id; `body` alone also finds those who only work there. */
  people(filter?: PeopleFilter): Promise<PersonView[]>;
  /**
   * Opens a nomination. `by` is a person's id. The same `idempotencyKey` with the same body gives the same answer.
   * Throws ClientError (UNKNOWN_PERSON, INVALID_FORM, WINDOW_NOT_OPEN, IDEMPOTENCY_CONFLICT, …), DATABASE_UNREACHABLE.
   */
  nominate(by: string, form: Nominate, idempotencyKey?: string): Promise<ActResult>;
  /** Acts on a nomination; a refusal is an outcome, not an error. Throws ClientError. */
  act(by: string, request: ActRequest, idempotencyKey?: string): Promise<ActResult>;
  /** What became of a receipt. */
  outcome(inboxId: string): Promise<ActResult | null>;
  /** For each act (or only `type`): yes, or no with coded reasons, for the person. */
  why(by: string, nominationId: string, type?: ActType): Promise<WhyAnswer[]>;
  /** This, `why` and `timeline` throw ClientError NOT_APPLIED_YET while the opening is received and not yet delivered. */
  show(nominationId: string): Promise<NominationView>;
  list(filter: {
    programmeId?: string;
    movementId?: string;
    state?: StateName;
    unitId?: string;
    limit?: number;
  }): Promise<NominationView[]>;
  timeline(nominationId: string): Promise<TimelineEntry[]>;
  inbox(of: { person: string } | { queue: Queue }): Promise<InboxItem[]>;
  /** Throws ClientError ENGINE_UNREACHABLE. */
  history(nominationId: string): Promise<HistoryEvent[]>;
  /** States in the order they were entered. */
  path(nominationId: string): Promise<StateName[]>;
  verify(): Promise<AuditReport>;
  close(): Promise<void>;
};
