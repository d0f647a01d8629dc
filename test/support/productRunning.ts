import { randomUUID } from 'node:crypto';
import type { DeliveryTo } from '../../client/core/deliver.ts';
import type { Dispatcher } from '../../client/core/dispatcher.ts';
import { startDispatcher } from '../../client/core/dispatcher.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import type { RunningWorker } from '../../worker/worker.ts';
import { startWorker } from '../../worker/worker.ts';
import type { Product, ProductReach } from './product.ts';

type Running = Pick<Product, 'startWorker' | 'stopWorker' | 'startDispatcher' | 'stopDispatchers'>;

/** Gives the starting and stopping of the product's worker, one at a time, and of its dispatchers, any number. */
export function productRunning(to: DeliveryTo, temporal: ProductReach['temporal'], taskQueue: string): Running {
  const running: { worker: RunningWorker | null; dispatchers: Dispatcher[] } = { worker: null, dispatchers: [] };
  return {
    async startWorker() {
      if (running.worker) return;
      running.worker = await startWorker({
        store: to.store,
        temporal,
        cacheFolder: cacheFolder(process.env),
        smtpUrl: 'smtp://127.0.0.1:9',
        clock: to.clock,
        taskQueue,
      });
    },
    async stopWorker() {
      await running.worker?.stop();
      running.worker = null;
    },
    startDispatcher() {
      const dispatcher = startDispatcher(to, {
        owner: `dispatcher-${randomUUID()}`,
        onError: (error) => console.error(`dispatcher: ${String(error)}`),
      });
      running.dispatchers.push(dispatcher);
      return dispatcher;
    },
    async stopDispatchers() {
      await Promise.all(running.dispatchers.splice(0).map((dispatcher) => dispatcher.stop()));
    },
  };
}
