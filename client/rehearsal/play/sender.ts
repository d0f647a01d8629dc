import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../core/errors.ts';
import type { ActResult, VinhDanh } from '../../core/types.ts';
import type { Gate } from './gate.ts';

/** Sends something once, whatever happens on the way: repeated with its key when the connection failed, asked after when kept. */
export type Send = (call: () => Promise<ActResult>) => Promise<ActResult>;

const attempts = 4;
const answerWithinMs = 120_000;

/** Gives a sender over the client. What it gives back is `received` only when the engine stayed silent for two minutes. */
export function senderOver(client: VinhDanh, gate: Gate): Send {
  async function insist(call: () => Promise<ActResult>): Promise<ActResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await gate(call);
      } catch (error) {
        // What the form or the directory forbids, no repetition mends.
        if (attempt >= attempts || (error instanceof ClientError && !error.code.endsWith('UNREACHABLE'))) throw error;
        await sleep(300 * attempt);
      }
    }
  }

  return async (call) => {
    let result = await insist(call);
    const giveUpAt = Date.now() + answerWithinMs;
    while (result.outcome.kind === 'received' && Date.now() < giveUpAt) {
      await sleep(500);
      const { inboxId } = result.receipt;
      result = (await gate(() => client.outcome(inboxId))) ?? result;
    }
    return result;
  };
}
