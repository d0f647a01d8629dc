import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeProgress } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import type { VinhDanh } from '../../core/types.ts';
import type { Call } from '../session.ts';

const pollMs = 500;

/** Gives the progress once no share is on its way any more, telling on stderr whenever some have arrived. */
export async function awaitChange(call: Call, client: VinhDanh, changeId: string): Promise<ChangeProgress> {
  for (let told = -1; ; ) {
    const progress = await client.change(changeId);
    if (progress.waiting === 0) return progress;
    if (progress.waiting !== told) {
      const { applied, total, waiting, refused } = progress;
      call.world.err(call.say(changePrintTexts.counts, { applied, total, waiting, refused }));
    }
    told = progress.waiting;
    await sleep(pollMs);
  }
}
