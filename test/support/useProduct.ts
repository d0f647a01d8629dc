import { afterAll, beforeAll } from 'vitest';
import { freshDatabase } from './database.ts';
import { freshNamespace } from './namespace.ts';
import type { Product, ProductOptions } from './product.ts';
import { silenceWorkers } from './silenceWorkers.ts';
import { startProduct } from './startProduct.ts';

/** Gives a getter of a product on a database of its own, for one file; everything is stopped and dropped after it. */
export function useProduct(options: () => ProductOptions): () => Product {
  let product: Product | undefined;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    silenceWorkers();
    const database = await freshDatabase();
    drop = database.drop;
    const temporal = await freshNamespace();
    product = await startProduct({ databaseUrl: database.url, temporal }, options());
  });
  afterAll(async () => {
    await product?.stop();
    await drop?.();
  });
  return () => {
    if (!product) throw new Error('The product has not been started');
    return product;
  };
}
