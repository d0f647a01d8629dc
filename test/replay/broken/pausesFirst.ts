import { sleep } from '@temporalio/workflow';
import type { ActAnswer, NominationStart } from '../../../contract/nomination.ts';
import { nomination as original } from '../../../workflows/nomination.ts';

/** Deliberately broken: waits before it records. */
export async function nomination(start: NominationStart): Promise<ActAnswer> {
  await sleep(1);
  return original(start);
}
