import { startDispatcher } from '../../client/core/dispatcher.ts';
import { openEngine } from '../../client/core/engine.ts';
import { clientOver } from '../../client/core/open.ts';
import { connect } from '../../store/connect.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { startWorker } from '../../worker/worker.ts';
import type { ProductReach } from './product.ts';
import { silenceWorkers } from './silenceWorkers.ts';
import type { Asked, Said } from './workplaceProcess.ts';

// A worker, a dispatcher and a client in a process of their own, whose clock and time zone a test has put wrong.
const { reach, taskQueue, clock } = JSON.parse(process.env.WORKPLACE ?? '{}') as {
  reach: ProductReach;
  taskQueue: string;
  clock: Parameters<typeof clientOver>[0]['clock'];
};
silenceWorkers();
const store = connect(reach.databaseUrl, { max: 12, name: 'vinhdanh workplace' });
const engine = openEngine({ ...reach.temporal, taskQueue });
const client = clientOver({ store, clock, engine });
const worker = await startWorker({
  ...{ store, temporal: reach.temporal, taskQueue, clock },
  cacheFolder: cacheFolder(process.env),
  smtpUrl: 'smtp://127.0.0.1:9',
});
const dispatcher = startDispatcher(
  { store, clock, engine },
  { owner: `workplace-${process.pid}`, onError: (error) => console.error(String(error)) },
);

async function answer(asked: Asked): Promise<Omit<Said, 'id'>> {
  switch (asked.do) {
    case 'zone':
      process.env.TZ = asked.zone;
      return { aheadMinutes: new Date('2021-11-15T01:00:00Z').getTimezoneOffset(), nowMs: Date.now() };
    case 'act':
      return { result: await client.act(asked.by, asked.request) };
    case 'nominate':
      return { result: await client.nominate(asked.by, asked.form) };
    case 'preview':
      return { hash: (await client.previewChange(asked.by, asked.request)).hash };
    case 'stop':
      await dispatcher.stop();
      await worker.stop();
      await client.close();
      return {};
  }
}

process.on('message', (asked: Asked & { id: number }) => {
  answer(asked)
    .catch((error: unknown) => ({ error: String(error) }))
    .then((said) => process.send?.({ id: asked.id, ...said }, () => asked.do === 'stop' && process.exit(0)));
});
process.on('disconnect', () => process.exit(1));
process.send?.({ id: 0 });
