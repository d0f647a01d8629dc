import { proxyLocalActivities } from '@temporalio/workflow';
import type { RecordActivities } from '../../../activities/record.ts';
import type { ActAnswer, NominationStart } from '../../../contract/nomination.ts';
import { nomination as original } from '../../../workflows/nomination.ts';

const { drained } = proxyLocalActivities<RecordActivities>({ startToCloseTimeout: '10s' });

/** Deliberately broken: an activity that the recorded nominations never asked for. */
export async function nomination(start: NominationStart): Promise<ActAnswer> {
  await drained({ subjectId: start.input.nominationId, dueAtMs: 0 });
  return original(start);
}
