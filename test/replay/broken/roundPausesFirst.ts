import { sleep } from '@temporalio/workflow';
import type { RoundAnswer, RoundStart } from '../../../contract/round.ts';
import { round as original } from '../../../workflows/round.ts';

/** Deliberately broken: waits before it records. */
export async function round(start: RoundStart): Promise<RoundAnswer> {
  await sleep(1);
  return original(start);
}
