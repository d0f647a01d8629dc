import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { nominationWorkflowId } from '../../contract/names.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { Engine } from './engine.ts';
import { ClientError } from './errors.ts';
import type { HistoryEvent } from './types.ts';

type Event = temporal.api.history.v1.IHistoryEvent;
type Payloads = temporal.api.common.v1.IPayloads;

/** What each kind of event means in the life of a nomination. */
const explanations: Record<string, Text> = {
  WORKFLOW_EXECUTION_STARTED: {
    vi: 'Bắt đầu theo dõi hồ sơ (hoặc tiếp nối lần chạy trước)',
    en: 'The nomination is taken up (or carried on from the run before)',
  },
  WORKFLOW_TASK_SCHEDULED: { vi: 'Có việc cho bộ xử lý', en: 'There is work for a worker' },
  WORKFLOW_TASK_STARTED: { vi: 'Bộ xử lý nhận việc', en: 'A worker took the work' },
  WORKFLOW_TASK_COMPLETED: { vi: 'Bộ xử lý làm xong', en: 'The worker finished' },
  WORKFLOW_TASK_TIMED_OUT: {
    vi: 'Bộ xử lý không trả lời kịp; việc được giao lại',
    en: 'The worker did not answer in time; the work is given out again',
  },
  WORKFLOW_TASK_FAILED: {
    vi: 'Bộ xử lý gặp lỗi; việc được giao lại',
    en: 'The worker failed; the work is given out again',
  },
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: { vi: 'Một hành động được chấp nhận', en: 'An act was accepted' },
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: {
    vi: 'Hành động đã được áp dụng và trả lời',
    en: 'The act was applied and answered',
  },
  MARKER_RECORDED: {
    vi: 'Đã ghi vào cơ sở dữ liệu (sổ cái, việc cần làm, thông báo)',
    en: 'Written to the database (record, work items, notices)',
  },
  TIMER_STARTED: { vi: 'Đặt hẹn giờ cho thời hạn kế tiếp', en: 'The timer was set for the next deadline' },
  TIMER_FIRED: { vi: 'Đến giờ hẹn', en: 'The timer fired' },
  TIMER_CANCELED: {
    vi: 'Hủy hẹn giờ cũ vì thời hạn đến sớm hơn',
    en: 'The old timer was cancelled: the deadline moved earlier',
  },
  WORKFLOW_EXECUTION_COMPLETED: { vi: 'Hồ sơ đã kết thúc', en: 'The nomination is over' },
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: {
    vi: 'Chuyển sang một lần chạy mới, giữ nguyên trạng thái và thời hạn',
    en: 'Carried on in a new run, with state and deadlines',
  },
  WORKFLOW_EXECUTION_FAILED: { vi: 'Lỗi: cần quản trị viên xem xét', en: 'Failed: an administrator must look' },
  WORKFLOW_EXECUTION_TERMINATED: { vi: 'Bị quản trị viên chấm dứt', en: 'Terminated by an operator' },
};
const other: Text = { vi: 'Sự kiện nội bộ của bộ máy', en: 'An internal event of the engine' };

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
  return { id: Number(event.eventId), at, type, explained: explanations[type] ?? other, data: dataOf(event) };
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
