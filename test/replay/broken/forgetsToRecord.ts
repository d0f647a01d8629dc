import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import type { ActAnswer, ActEnvelope, NominationStart } from '../../../contract/nomination.ts';

const act = defineUpdate<ActAnswer, [ActEnvelope]>('act');

/** Deliberately broken: answers and records nothing. */
export async function nomination(_: NominationStart): Promise<ActAnswer> {
  setHandler(act, (_: ActEnvelope): ActAnswer => ({ state: 'draft', revision: 1 }));
  await condition(() => false);
  return { state: 'draft', revision: 1 };
}
