import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openVinhDanh } from '../../client/core/open.ts';
import type { VinhDanh } from '../../client/core/types.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshDatabase } from '../support/database.ts';
import { actorFor, form } from '../support/productCast.ts';
import type { ProductProcess } from '../support/productProcess.ts';
import { startProduct } from '../support/productProcess.ts';

describe('with an engine and a database of the office’s own', () => {
  let database: FreshDatabase;
  let first: ProductProcess;
  let second: ProductProcess;
  let client: VinhDanh;
  beforeAll(async () => {
    database = await freshDatabase();
    const temporal = { address: inject('temporalAddress'), namespace: inject('temporalNamespace') };
    const outside = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
    };
    // At the same time: both migrate, both publish the definitions, both want to be the one that starts the notifier.
    [first, second] = await Promise.all([startProduct(outside), startProduct(outside)]);
    client = await openVinhDanh({ databaseUrl: database.url, temporal });
  }, 120_000);
  afterAll(async () => {
    await client?.close();
    await Promise.all([first?.stop(), second?.stop()]);
    await database?.drop();
  });

  it('starts neither an engine nor a database', () => {
    for (const product of [first, second]) {
      expect(product.output()).toContain('bên ngoài / external');
      const facts = JSON.parse(readFileSync(join(product.home, 'runtime.json'), 'utf8')) as { databaseUrl: string };
      expect(facts.databaseUrl).toBe(database.url);
    }
  });

  it('serves one queue from several processes, and goes on when one is gone', async () => {
    const nominated = await Promise.all(Array.from({ length: 12 }, () => client.nominate('bvbr.clerk', form)));
    const ids = nominated.map(({ receipt }) => receipt.nominationId);
    expect(nominated.map(({ outcome }) => outcome.kind)).toEqual(ids.map(() => 'applied'));
    await second.stop();
    const [head, as] = actorFor('draft.signOff');
    const signed = await Promise.all(
      ids.map((nominationId) => client.act(head, { nominationId, type: 'draft.signOff', as, body: {} })),
    );
    expect(signed.map(({ outcome }) => outcome)).toEqual(
      ids.map(() => ({ kind: 'applied', state: 'departmentReview', revision: 2 })),
    );
    expect((await client.verify()).broken).toEqual([]);
  }, 120_000);
});
