import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import type { RoundAnswer, RoundEnvelope, RoundStart } from '../../../contract/round.ts';

const act = defineUpdate<RoundAnswer, [RoundEnvelope]>('act');

/** Deliberately broken: answers and records nothing. */
export async function round(_: RoundStart): Promise<RoundAnswer> {
  setHandler(act, (_: RoundEnvelope): RoundAnswer => ({ state: 'planning', revision: 1 }));
  await condition(() => false);
  return { state: 'planning', revision: 1 };
}
