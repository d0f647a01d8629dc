import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import { deliver } from '../../client/core/deliver.ts';
import type { Dispatcher } from '../../client/core/dispatcher.ts';
import { startDispatcher } from '../../client/core/dispatcher.ts';
import type { Engine } from '../../client/core/engine.ts';
import { openEngine } from '../../client/core/engine.ts';
import { clientOver } from '../../client/core/open.ts';
import { openingOf } from '../../client/core/opening.ts';
import { shareOf } from '../../client/core/subject.ts';
import type { ActOutcome, ActResult, VinhDanh } from '../../client/core/types.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { ActType, ChangeType } from '../../contract/events.ts';
import { nominationWorkflowId, roundWorkflowId } from '../../contract/names.ts';
import type { ActEnvelope, NominationInput, NominationStart, PersistedNomination } from '../../contract/nomination.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { PersistedRound } from '../../contract/round.ts';
import { roundParts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { rowOf } from '../../store/deliver.ts';
import { actorAt } from '../../store/directory.ts';
import { putInstallationFact } from '../../store/installation.ts';
import { migrate } from '../../store/migrate.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import type { TimelineRow } from '../../store/queries/timeline.ts';
import { timeline } from '../../store/queries/timeline.ts';
import type { ActReceived } from '../../store/receive.ts';
import { receive } from '../../store/receive.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { publishDefinitions } from '../../worker/publishDefinitions.ts';
import type { RunningWorker } from '../../worker/worker.ts';
import { startWorker } from '../../worker/worker.ts';
import { freshDatabase } from './database.ts';
import { freshNamespace } from './namespace.ts';
import { actorFor, form, roundId } from './productCast.ts';
import { openRoundOnRecord } from './rounds.ts';

export { form };

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

/** Waits until the condition holds; throws with what was waited for. Never sleeps for luck. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | null | undefined | false>,
  timeoutMs = 45_000,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}`);
    await sleep(pauseMs);
  }
}

/** A clock that shows `origin` now. */
export function clockFrom(origin: string, speed = 1): ProgrammeClock {
  return { origin, start: new Date().toISOString(), speed };
}

/** Gives a getter of a product on a database of its own, for one file; everything is stopped and dropped after it. */
export function useProduct(options: () => ProductOptions): () => Product {
  let product: Product | undefined;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    silenceWorkers();
    const database = await freshDatabase();
    drop = database.drop;
    const temporal = await freshNamespace();
    product = await startProduct({ databaseUrl: database.url, temporal }, options());
  });
  afterAll(async () => {
    await product?.stop();
    await drop?.();
  });
  return () => {
    if (!product) throw new Error('The product has not been started');
    return product;
  };
}

/** Workers say when they start, stop and retry: of no use where tests make them do so. Before the first worker of a process. */
export function silenceWorkers(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });
}

/** Starts the product: migrated database, published definitions, worker, dispatcher, typed client. */
export async function startProduct(reach: ProductReach, options: ProductOptions): Promise<Product> {
  await migrate(reach.databaseUrl);
  const store = connect(reach.databaseUrl, { max: 12, name: 'vinhdanh test' });
  const { clock } = options;
  await putInstallationFact(store, 'clock', clock);
  await publishDefinitions(store, toProgramme(clock, Date.now()));
  const first = options.firstNumber ?? randomInt(1_000, 2_000_000) * 1_000;
  if (!options.noRound) await openRoundOnRecord(store, clock, roundId, options.roundPlan);
  await store.sql`insert into programme_counters (programme_id, last) values (${form.programmeId}, ${first - 1})`;

  const taskQueue = `test-${randomUUID()}`;
  const engine = openEngine({ ...reach.temporal, taskQueue });
  const to = { store, clock, engine };
  const client = clientOver(to);
  const running: { worker: RunningWorker | null; dispatchers: Dispatcher[] } = { worker: null, dispatchers: [] };
  const receiving = { clock, owner: 'test' };

  const keep = async (act: ActReceived): Promise<InboxRow> => rowOf(act, await receive(store, act, receiving));

  async function sendAndDie(act: ActReceived): Promise<InboxRow> {
    const row = await keep(act);
    // The process dies: its lease is over.
    await store.sql`update inbox set lease_until = clock_timestamp(), lease_owner = null where id = ${row.id}`;
    return row;
  }

  const product: Product = {
    reach,
    store,
    clock,
    engine,
    client,
    taskQueue,
    now: () => toProgramme(clock, Date.now()),
    inMs: (ms) => toProgramme(clock, Date.now() + ms),
    async startWorker() {
      if (running.worker) return;
      running.worker = await startWorker({
        store,
        temporal: reach.temporal,
        cacheFolder: cacheFolder(process.env),
        smtpUrl: 'smtp://127.0.0.1:9',
        clock,
        taskQueue,
      });
    },
    async stopWorker() {
      await running.worker?.stop();
      running.worker = null;
    },
    startDispatcher() {
      const dispatcher = startDispatcher(to, {
        owner: `dispatcher-${randomUUID()}`,
        onError: (error) => console.error(`dispatcher: ${String(error)}`),
      });
      running.dispatchers.push(dispatcher);
      return dispatcher;
    },
    async stopDispatchers() {
      await Promise.all(running.dispatchers.splice(0).map((dispatcher) => dispatcher.stop()));
    },
    async prepare({ change, continueAfterEvents } = {}) {
      const [{ ref } = { ref: '' }] = await store.sql<
        { ref: string }[]
      >`select ref from programme_versions where id = ${form.programmeId}`;
      const body = { ...form, programmeRef: ref };
      // The lease is kept: else a dispatcher would open it with the plan of the definition, not the test's.
      const row = await keep({
        idempotencyKey: randomUUID(),
        actorId: 'bvbr.clerk',
        as: 'unitClerk',
        programmeId: form.programmeId,
        subjectId: null,
        type: 'nomination.open',
        body,
      });
      const actor = await actorAt(store, row.actorId, row.programmeAt);
      if (!actor) throw new Error('No clerk');
      const opening = await openingOf(store, row, actor);
      if (opening.kind !== 'ready') throw new Error(`Not opened: ${JSON.stringify(opening)}`);
      const plan = { ...opening.input.plan, ...change?.plan };
      return {
        input: { ...opening.input, ...change, plan },
        inboxId: row.id,
        clock,
        ...(continueAfterEvents ? { continueAfterEvents } : {}),
      };
    },
    async open(openOptions) {
      const start = await product.prepare(openOptions);
      const { nominationId } = start.input;
      const answer = await engine.open(start);
      if (answer.kind !== 'started') throw new Error(`Not started: ${JSON.stringify(answer)}`);
      await until(`${nominationId} is recorded`, () => product.state(nominationId));
      return nominationId;
    },
    act(nominationId, type, body = {}, { by, as, key, expectedRevision } = {}) {
      const [person, role] = actorFor(type);
      const request = { nominationId, type, as: as ?? role, body, ...(expectedRevision ? { expectedRevision } : {}) };
      return client.act(by ?? person, request, key);
    },
    async applied(nominationId, type, body, actOptions) {
      const { outcome } = await product.act(nominationId, type, body, actOptions);
      if (outcome.kind !== 'applied') throw new Error(`${type} was not applied: ${JSON.stringify(outcome)}`);
      // A nomination's act leads to a nomination's state.
      return outcome as { state: StateName; revision: number };
    },
    receive(subjectId, type, body = {}, { by, as, key, expectedRevision } = {}) {
      const [person, role] = actorFor(type);
      return sendAndDie({
        idempotencyKey: key ?? randomUUID(),
        actorId: by ?? person,
        as: as ?? role,
        programmeId: form.programmeId,
        subjectId,
        type,
        body,
        ...(expectedRevision ? { expectedRevision } : {}),
      });
    },
    deliver: (row) => deliver(to, row),
    async envelope(row) {
      const actor = await actorAt(store, row.actorId, row.programmeAt);
      if (!actor || row.type === 'nomination.open') throw new Error(`Not an act: ${row.type}`);
      const share = shareOf(row, actor);
      if (share.of !== 'nomination') throw new Error(`Not of a nomination: ${row.type}`);
      return { inboxId: row.id, event: share.event };
    },
    temporal: () => engine.client(),
    async history(subjectId, runId) {
      const { workflow } = await engine.client();
      return (await workflow.getHandle(workflowIdOf(subjectId), runId).fetchHistory()).events ?? [];
    },
    async runId(subjectId) {
      const { workflow } = await engine.client();
      return (await workflow.getHandle(workflowIdOf(subjectId)).describe()).runId;
    },
    async life(nominationId) {
      const { workflow } = await engine.client();
      return workflow.getHandle(nominationWorkflowId(nominationId)).query<PersistedNomination>('life');
    },
    async roundLife(subjectId) {
      const { workflow } = await engine.client();
      return workflow.getHandle(roundWorkflowId(subjectId)).query<PersistedRound>('life');
    },
    async recorded(nominationId) {
      const row = await nominationById(store, nominationId);
      if (!row) throw new Error(`${nominationId} is not recorded`);
      return row.snapshot;
    },
    state: async (nominationId) => (await nominationById(store, nominationId))?.state ?? null,
    timeline: (subjectId) => timeline(store, subjectId),
    async stop() {
      await product.stopDispatchers();
      await product.stopWorker();
      await client.close();
    },
  };
  if (!options.idle) {
    await product.startWorker();
    product.startDispatcher();
  }
  return product;
}

/** Gives the id of the workflow that carries the nomination or round. */
export function workflowIdOf(subjectId: string): string {
  return roundParts(subjectId) ? roundWorkflowId(subjectId) : nominationWorkflowId(subjectId);
}

/** The codes of a refusal, or what came instead. */
export function codesOf(outcome: ActOutcome): string[] {
  return outcome.kind === 'refused'
    ? outcome.refusals.map(({ code }) => code)
    : [`not refused: ${JSON.stringify(outcome)}`];
}
