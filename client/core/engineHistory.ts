import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { nominationWorkflowId } from '../../contract/names.ts';
import { engineEventTexts, otherEngineEventText } from '../../contract/texts/engineEvents.ts';
import type { Engine } from './engine.ts';
import { ClientError } from './errors.ts';
import type { HistoryEvent } from './types.ts';

type Event = temporal.api.history.v1.IHistoryEvent;
type Payloads = temporal.api.common.v1.IPayloads;

/**
 * Gives the engine's own events of a nomination, all runs, decoded and explained.
 * Throws ClientError ENGINE_UNREACHABLE, or UNKNOWN_NOMINATION when the engine has none of that id.
 */
export async function engineHistory(engine: Engine, nominationId: string): Promise<HistoryEvent[]> {
  const client = await engine.client().catch((cause: unknown) => {
    throw new ClientError(
      'ENGINE_UNREACHABLE',
      { vi: 'Không liên lạc được với bộ máy. Hãy chạy: npm start', en: 'The engine cannot be reached. Run: npm start' },
      { cause },
    );
  });
  const runs: Event[][] = [];
  let runId: string | undefined;
  do {
    const { events } = await client.workflow
      .getHandle(nominationWorkflowId(nominationId), runId)
      .fetchHistory()
      .catch(notThere);
    runs.unshift(events ?? []);
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId);
  return runs.flat().map(decoded);

  function notThere(cause: unknown): never {
    throw new ClientError(
      'UNKNOWN_NOMINATION',
      {
        vi: `Bộ máy không còn lịch sử của hồ sơ “${nominationId}”`,
        en: `The engine holds no history of “${nominationId}”`,
      },
      { cause },
    );
  }
}

function decoded(event: Event): HistoryEvent {
  const type = eventTypeName(event);
  const seconds = Number(event.eventTime?.seconds ?? 0);
  const at = new Date(seconds * 1000 + Math.floor((event.eventTime?.nanos ?? 0) / 1e6)).toISOString();
  return {
    id: Number(event.eventId),
    at,
    type,
    explained: engineEventTexts[type] ?? otherEngineEventText,
    data: dataOf(event),
  };
}

/** The attributes member that is set names the event: `workflowTaskStartedEventAttributes` → `WORKFLOW_TASK_STARTED`. */
function eventTypeName(event: Event): string {
  const member = Object.keys(event).find((key) => key.endsWith('EventAttributes') && event[key as keyof Event] != null);
  return (member ?? 'unknown')
    .replace(/EventAttributes$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase();
}

function dataOf(event: Event): Record<string, unknown> {
  const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
  if (update) return { updateId: update.meta?.updateId, name: update.input?.name, args: values(update.input?.args) };
  const completed = event.workflowExecutionUpdateCompletedEventAttributes;
  if (completed)
    return {
      updateId: completed.meta?.updateId,
      answer: values(completed.outcome?.success),
      failure: completed.outcome?.failure?.message,
    };
  const started = event.workflowExecutionStartedEventAttributes;
  if (started) return { runId: started.originalExecutionRunId, args: values(started.input) };
  const timer = event.timerStartedEventAttributes;
  if (timer) return { timerId: timer.timerId, seconds: Number(timer.startToFireTimeout?.seconds ?? 0) };
  const done = event.workflowExecutionCompletedEventAttributes;
  if (done) return { result: values(done.result) };
  const failed = event.workflowTaskFailedEventAttributes;
  if (failed) return { message: failed.failure?.message };
  return {};
}

function values(payloads: Payloads | null | undefined): unknown[] {
  return (payloads?.payloads ?? []).map((payload) => defaultPayloadConverter.fromPayload(payload));
}
