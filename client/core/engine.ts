import type { Client, ConnectionOptions } from '@temporalio/client';
import {
  actUpdate,
  nominationWorkflow,
  nominationWorkflowId,
  roundWorkflow,
  roundWorkflowId,
  taskQueue,
} from '../../contract/names.ts';
import type { ActAnswer, ActEnvelope, NominationStart } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import { refusedFailureType } from '../../contract/refusals.ts';
import type { RoundAnswer, RoundEnvelope, RoundStart } from '../../contract/round.ts';

/** What the engine made of a delivery. `over`: the workflow has ended; `unreachable`: nothing is known, try again. */
export type EngineAnswer =
  | { kind: 'applied'; answer: ActAnswer | RoundAnswer }
  /** The workflow is there and will record its opening. */
  | { kind: 'started' }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'over' }
  | { kind: 'unreachable'; error: string };

export type Engine = {
  open(start: NominationStart): Promise<EngineAnswer>;
  act(nominationId: string, envelope: ActEnvelope): Promise<EngineAnswer>;
  beginRound(start: RoundStart): Promise<EngineAnswer>;
  actOnRound(roundId: string, envelope: RoundEnvelope): Promise<EngineAnswer>;
  /** The Temporal client, connected. Throws when the engine cannot be reached. */
  client(): Promise<Client>;
  close(): Promise<void>;
};

export type EngineReach = {
  address: string;
  namespace: string;
  taskQueue?: string;
  /** TLS and key settings of an engine of the office's own. */
  connectionOptions?: ConnectionOptions;
  /** Read before each connection and put over what stands here: settings that cost time to read, or may not be there yet. */
  settings?: () => Promise<EngineSettings>;
};
export type EngineSettings = { address?: string; namespace?: string; connectionOptions?: ConnectionOptions };

/** A delivery that got no answer within this is left to the dispatcher; the receipt is already kept. */
const answerWithinMs = 10_000;

/** Temporal's client takes a quarter of a second to load: only what needs the engine waits for it. */
const sdk = () => import('@temporalio/client');

/** Gives access to the engine; connects at first use and again after a failure. */
export function openEngine(reach: EngineReach): Engine {
  let connecting: Promise<Client> | null = null;

  function client(): Promise<Client> {
    connecting ??= connect(reach).catch((error: unknown) => {
      connecting = null;
      throw error;
    });
    return connecting;
  }

  async function start(workflow: string, workflowId: string, argument: unknown): Promise<EngineAnswer> {
    try {
      const connected = await client();
      await connected.withDeadline(Date.now() + answerWithinMs, () =>
        connected.workflow.start(workflow, {
          workflowId,
          taskQueue: reach.taskQueue ?? taskQueue,
          args: [argument],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
      return { kind: 'started' };
    } catch (error) {
      return await answerOf(error);
    }
  }

  /** The key is the Update's id: the engine itself applies it once within a run. */
  async function update(workflowId: string, key: string, envelope: unknown): Promise<EngineAnswer> {
    try {
      const connected = await client();
      const answer = await connected.withDeadline(Date.now() + answerWithinMs, () =>
        connected.workflow
          .getHandle(workflowId)
          .executeUpdate<ActAnswer | RoundAnswer, [unknown]>(actUpdate, { args: [envelope], updateId: key }),
      );
      return { kind: 'applied', answer };
    } catch (error) {
      return await answerOf(error);
    }
  }

  return {
    client,
    open: (argument) => start(nominationWorkflow, nominationWorkflowId(argument.input.nominationId), argument),
    act: (nominationId, envelope) => update(nominationWorkflowId(nominationId), envelope.inboxId, envelope),
    beginRound: (argument) => start(roundWorkflow, roundWorkflowId(argument.input.roundId), argument),
    actOnRound: (roundId, envelope) => update(roundWorkflowId(roundId), envelope.key, envelope),
    async close() {
      const connected = await connecting?.catch(() => null);
      await connected?.connection.close();
      connecting = null;
    },
  };
}

async function connect(reach: EngineReach): Promise<Client> {
  const { address, namespace, connectionOptions } = { ...reach, ...(await reach.settings?.()) };
  const { Client, Connection } = await sdk();
  const connection = await Connection.connect({ ...connectionOptions, address, connectTimeout: 3_000 });
  return new Client({ connection, namespace });
}

async function answerOf(error: unknown): Promise<EngineAnswer> {
  const { ApplicationFailure, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateFailedError } =
    await sdk();
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const failure = error.cause;
    if (failure.type === refusedFailureType)
      return { kind: 'refused', refusals: (failure.details?.[0] ?? []) as Refusal[] };
  }
  const ended = error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError;
  if (ended || isAlreadyOver(error)) return { kind: 'over' };
  return { kind: 'unreachable', error: error instanceof Error ? error.message : String(error) };
}

/** An Update that was admitted but not processed when its workflow completed is answered so; nothing of it was applied. */
function isAlreadyOver(error: unknown): boolean {
  return (
    error instanceof Error &&
    /workflow execution already completed|AcceptedUpdateCompletedWorkflow/i.test(
      `${error.message} ${error.cause ?? ''}`,
    )
  );
}
