import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionOptions } from '@temporalio/client';
import { Connection } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';

const PROBE_MS = 30;
const SERVICE = 'temporal.api.workflowservice.v1.WorkflowService';
const SERVING = 1;

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Asks the engine for its health once. Throws when it does not answer or is not SERVING. */
export async function checkEngine(options: ConnectionOptions, withinMs: number): Promise<void> {
  const connection = Connection.lazy({ ...options, connectTimeout: withinMs });
  try {
    const { status } = await connection.withDeadline(Date.now() + withinMs, () =>
      connection.healthService.check({ service: SERVICE }),
    );
    if (status !== SERVING) throw new Error(`engine health ${status}`);
  } finally {
    await connection.close();
  }
}

/** Waits until the local engine serves and its namespace is there, kept for `retentionMs`. Gives up on `signal`. */
export async function localEngineReady(
  port: number,
  namespace: string,
  retentionMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !(await accepts(port))) await sleep(PROBE_MS, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted) {
    const connection = Connection.lazy({ address: `127.0.0.1:${port}` });
    try {
      await connection.withDeadline(Date.now() + 5_000, async () => {
        const { status } = await connection.healthService.check({ service: SERVICE });
        if (status !== SERVING) throw new Error('not serving yet');
        // The dev server creates its namespace with 24 hours; a nomination's history must outlive its complaint window.
        await connection.workflowService.updateNamespace({
          namespace,
          config: { workflowExecutionRetentionTtl: msNumberToTs(retentionMs) },
        });
      });
      return;
    } catch {
      await sleep(PROBE_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      await connection.close();
    }
  }
}
