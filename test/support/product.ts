import type { Client } from '@temporalio/client';
import type { Dispatcher } from '../../client/core/dispatcher.ts';
import type { Engine } from '../../client/core/engine.ts';
import type { ActOutcome, ActResult, VinhDanh } from '../../client/core/types.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { ActType, ChangeType } from '../../contract/events.ts';
import type { ActEnvelope, NominationInput, NominationStart, PersistedNomination } from '../../contract/nomination.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { PersistedRound } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import type { InboxRow } from '../../store/deliver.ts';
import type { TimelineRow } from '../../store/queries/timeline.ts';

export type ProductReach = { databaseUrl: string; temporal: { address: string; namespace: string } };

export type ProductOptions = {
  clock: ProgrammeClock;
  /** First number given to a nomination; the engine of a test run is shared, the database is not, so the default is random. */
  firstNumber?: number;
  /** Start without a worker or without a dispatcher. */
  idle?: boolean;
  /** Leave the round of the cast's movement unopened: the test brings up its rounds itself. */
  noRound?: boolean;
  /** What that round's plan has otherwise than the definition proposes. */
  roundPlan?: Partial<MovementPlan>;
};

export type OpenOptions = { change?: Partial<NominationInput>; continueAfterEvents?: number };
export type ActOptions = { by?: string; as?: RoleName; key?: string; expectedRevision?: number };

/** The product over one database and one task queue of its own, as a test drives it. */
export type Product = {
  reach: ProductReach;
  store: Store;
  clock: ProgrammeClock;
  engine: Engine;
  client: VinhDanh;
  taskQueue: string;
  now(): string;
  /** The programme instant so many real milliseconds from now. */
  inMs(ms: number): string;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  startDispatcher(): Dispatcher;
  stopDispatchers(): Promise<void>;
  /** Receives an opening and gives the workflow's argument, with what the test changes in the plan; does not start it. */
  prepare(options?: OpenOptions): Promise<NominationStart>;
  /** Opens a nomination with a plan of the test's own, and waits for its record. */
  open(options?: OpenOptions): Promise<string>;
  /** Sends an act through the typed client, as whoever usually does it. */
  act(nominationId: string, type: ActType, body?: Record<string, unknown>, options?: ActOptions): Promise<ActResult>;
  /** The same, and fails unless it is applied. */
  applied(
    nominationId: string,
    type: ActType,
    body?: Record<string, unknown>,
    options?: ActOptions,
  ): Promise<{ state: StateName; revision: number }>;
  /** Receives an act, or one subject's share of a change, and does not deliver it, as a process that dies in between. */
  receive(
    subjectId: string,
    type: ActType | ChangeType,
    body?: Record<string, unknown>,
    options?: ActOptions,
  ): Promise<InboxRow>;
  /** Delivers a received act, as a dispatcher that has claimed it does. */
  deliver(row: InboxRow): Promise<ActOutcome>;
  /** Gives what a delivery sends to the engine. */
  envelope(row: InboxRow): Promise<ActEnvelope>;
  temporal(): Promise<Client>;
  history(subjectId: string, runId?: string): Promise<HistoryEvents>;
  runId(subjectId: string): Promise<string>;
  /** The workflow's own snapshot. */
  life(nominationId: string): Promise<PersistedNomination>;
  roundLife(roundId: string): Promise<PersistedRound>;
  recorded(nominationId: string): Promise<PersistedNomination>;
  state(nominationId: string): Promise<StateName | null>;
  timeline(subjectId: string): Promise<TimelineRow[]>;
  stop(): Promise<void>;
};

export type HistoryEvents = NonNullable<
  Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']
>;
