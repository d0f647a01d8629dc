import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reach } from '../../../client/core/open.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangePreview, ChangeProgress } from '../../../contract/changes.ts';

export type Previewed = { previewMs: number; totals: ChangePreview['totals'] };
export type Applied = { applyMs: number; progress: ChangeProgress };

/** Previews a change in a process of its own; `apply` then does it there. Throws when that process ends before. */
export async function previewElsewhere(
  reach: Reach,
  by: string,
  request: ChangeRequest,
): Promise<Previewed & { apply(): Promise<Applied> }> {
  const child = fork(fileURLToPath(new URL('administratorProcess.ts', import.meta.url)));
  const answer = async <T>(): Promise<T> => {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The administrator's process ended with ${String(code)}`);
    });
    ended.catch(() => undefined);
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
    return message;
  };
  child.send({ reach, by, request });
  const previewed = await answer<Previewed>();
  return {
    ...previewed,
    apply() {
      child.send('apply');
      return answer<Applied>();
    },
  };
}
