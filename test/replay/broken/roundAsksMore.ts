import { proxyLocalActivities } from '@temporalio/workflow';
import type { RecordActivities } from '../../../activities/record.ts';
import type { RoundAnswer, RoundStart } from '../../../contract/round.ts';
import { round as original } from '../../../workflows/round.ts';

const { drained } = proxyLocalActivities<RecordActivities>({ startToCloseTimeout: '10s' });

/** Deliberately broken: an activity that the recorded rounds never asked for. */
export async function round(start: RoundStart): Promise<RoundAnswer> {
  await drained({ subjectId: start.input.roundId, dueAtMs: 0 });
  return original(start);
}
