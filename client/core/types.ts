import type { ActRequest, Nominate } from '../../contract/acts.ts';
import type { ChangeRequest } from '../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, ChangeProgress, Effects } from '../../contract/changes.ts';
import type { ActType, EventType } from '../../contract/events.ts';
import type { Deadline } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Queue, RoleHeld, RoleName } from '../../contract/roles.ts';
import type { RoundDeadline, StageCounts } from '../../contract/round.ts';
import type { MovementPlan, RoundActRequest } from '../../contract/roundActs.ts';
import type { RoundActType, RoundEventType } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { RecipientKind, RoadName, StateName } from '../../contract/states.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { UnitCoverage as StoredCoverage } from '../../store/queries/coverage.ts';
import type { UnitInRound } from '../../store/queries/unitInRound.ts';
import type { NoticesClient } from '../notices/types.ts';
import type { Insight } from '../reports/insight.ts';

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
  | { kind: 'applied'; state: StateName | RoundStateName; revision: number }
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
  /** Of a nomination or of a round; ids of rounds have slashes. */
  subjectId: string;
  movementTitle: string;
  /** Null for a round. */
  nomineeName: string | null;
  state: StateName | RoundStateName;
  key: string;
  queue: Queue;
  openedAt: string;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
  overdue: boolean;
  /** Computed over days whose yearly notice has not been issued. */
  provisional: boolean;
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
  /** Null: opened before there were rounds. */
  roundId: string | null;
  /** Since when its round, and with it every clock of the nomination, stands still. */
  suspendedSince: string | null;
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

/** One unit's answer to a round's launch and what it has handed in since; `name` is never empty. */
export type UnitCoverage = StoredCoverage & { name: string };

export type RoundSummary = {
  roundId: string;
  programme: string;
  movementId: string;
  movementTitle: string;
  phaseId: string;
  phaseName: string;
  inCharge: string;
  state: RoundStateName;
  revision: number;
  opensAt: string | null;
  nominationsFrom: string | null;
  closesAt: string | null;
  /** The running deadline that is due first. */
  deadline: RoundDeadline | null;
  stalledSince: string | null;
};

export type RoundView = RoundSummary & {
  programmeTitle: string;
  machine: string;
  deadlines: RoundDeadline[];
  openMatters: OpenMatter[];
  /** The approved plan, else the one submitted last, which may have been returned. */
  plan: { content: MovementPlan; hash: string; approved: boolean; returned: boolean } | null;
  counts: StageCounts;
  coverage: UnitCoverage[];
  unitWindows: Record<string, string>;
  suspendedSince: string | null;
  handedOn: { stage: RoundStateName; at: string; listHash: string }[];
};

/** What one unit has sent in for a round. */
export type RoundUnitView = { roundId: string; unitId: string } & UnitInRound;

export type RoundWhyAnswer = Omit<WhyAnswer, 'type'> & { type: RoundActType };

export type TimelineEntry = {
  /** Null for a refused attempt: it changed nothing. */
  revision: number | null;
  type: EventType | RoundEventType;
  /** Programme instant. */
  at: string;
  who: { id: string; name: string; role: RoleName } | null;
  from: StateName | RoundStateName | null;
  to: StateName | RoundStateName | null;
  reason: string | null;
  /** Further facts of the act, ready to print: items, opinion, decision number … */
  facts: Record<string, string>;
  /** Of a change of deadlines: which moved, from when to when, and which rules became others. */
  moves?: Pick<ChangedSubject, 'kind' | 'deadlines' | 'rules' | 'nominationsFrom'>;
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
  /** Acts on a round: its plan, a unit's answer, registrations, covenants. Throws ClientError. */
  actOnRound(by: string, request: RoundActRequest, idempotencyKey?: string): Promise<ActResult>;
  rounds(filter?: { programmeId?: string; movementId?: string; state?: RoundStateName }): Promise<RoundSummary[]>;
  /** Throws ClientError UNKNOWN_ROUND. */
  round(roundId: string): Promise<RoundView>;
  /** What one unit has sent in for a round. Throws ClientError UNKNOWN_ROUND or UNKNOWN_UNIT. */
  roundUnit(roundId: string, unitId: string): Promise<RoundUnitView>;
  /** The plan as the definition has it: what a body in charge starts from. */
  proposedPlan(roundId: string): Promise<MovementPlan>;
  /** For each act on a round: yes, or no with coded reasons, for the person. */
  whyRound(by: string, roundId: string): Promise<RoundWhyAnswer[]>;
  /** What a change would touch; writes nothing. Throws ClientError for whatever is wrong with the request. */
  previewChange(by: string, request: ChangeRequest): Promise<ChangePreview>;
  /** Does exactly what the preview of that hash foretold, or nothing. Throws ClientError PREVIEW_STALE, CHANGE_BUSY … */
  applyChange(by: string, request: ChangeRequest, hash: string, previewed?: Effects): Promise<ChangeProgress>;
  /** Throws ClientError UNKNOWN_PROGRAMME. */
  changes(programmeId?: string): Promise<ChangeProgress[]>;
  change(changeId: string): Promise<ChangeProgress>;
  /** What an applied change did, as it was kept. Throws ClientError UNKNOWN_CHANGE. */
  changePreview(changeId: string): Promise<ChangePreview>;
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
  /** Notices as the product shows them; holding, logs, webhooks, bounces. */
  notices: NoticesClient;
  /** Figures, reports, progress, schedules. */
  insight: Insight;
  verify(): Promise<AuditReport>;
  /** Connects to the engine and loads what sending needs, so that the first act need not wait for it. Throws when the engine cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
};
