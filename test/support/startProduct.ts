import { randomInt, randomUUID } from 'node:crypto';
import { openEngine } from '../../client/core/engine.ts';
import { clientOver } from '../../client/core/open.ts';
import { toProgramme } from '../../contract/clock.ts';
import { connect } from '../../store/connect.ts';
import { putInstallationFact } from '../../store/installation.ts';
import { migrate } from '../../store/migrate.ts';
import { publishDefinitions } from '../../worker/publishDefinitions.ts';
import type { Product, ProductOptions, ProductReach } from './product.ts';
import { form, roundId } from './productCast.ts';
import { productReading } from './productReading.ts';
import { productRunning } from './productRunning.ts';
import { productSending } from './productSending.ts';
import { openRoundOnRecord } from './rounds.ts';

/** Starts the product: migrated database, published definitions, worker, dispatcher, typed client. */
export async function startProduct(reach: ProductReach, options: ProductOptions): Promise<Product> {
  await migrate(reach.databaseUrl);
  const store = connect(reach.databaseUrl, { max: 12, name: 'vinhdanh test' });
  const { clock } = options;
  await putInstallationFact(store, 'clock', clock);
  await publishDefinitions(store, toProgramme(clock, Date.now()));
  const first = options.firstNumber ?? randomInt(1_000, 2_000_000) * 1_000;
  if (!options.noRound) await openRoundOnRecord(store, clock, roundId, options.roundPlan);
  await store.sql`insert into programme_counters (programme_id, last) values (${form.programmeId}, ${first - 1})`;

  const taskQueue = `test-${randomUUID()}`;
  const engine = openEngine({ ...reach.temporal, taskQueue });
  const to = { store, clock, engine };
  const client = clientOver(to);

  const product: Product = {
    reach,
    store,
    clock,
    engine,
    client,
    taskQueue,
    now: () => toProgramme(clock, Date.now()),
    inMs: (ms) => toProgramme(clock, Date.now() + ms),
    ...productRunning(to, reach.temporal, taskQueue),
    ...productSending(to, client),
    temporal: () => engine.client(),
    ...productReading(to),
    async stop() {
      await product.stopDispatchers();
      await product.stopWorker();
      await client.close();
    },
  };
  if (!options.idle) {
    await product.startWorker();
    product.startDispatcher();
  }
  return product;
}
