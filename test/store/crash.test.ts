import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { compareWithChain } from '../../store/audit/compare.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import { connect, waitUntilReady } from '../../store/connect.ts';
import { startEmbeddedDatabase } from '../../store/embedded/server.ts';
import { migrate } from '../../store/migrate.ts';
import { holdPorts } from '../../worker/installation/ports.ts';
import { removeHome, temporaryHome, testEnv } from '../support/installation.ts';
import { receiveOpening } from './fixture.ts';

const silent = () => undefined;

test('a database that is killed three times in a burst loses no acknowledged receipt', async () => {
  const home = temporaryHome();
  const { database } = await holdPorts(home, testEnv(home), new Set(['database']), silent);
  const server = await startEmbeddedDatabase({
    home,
    port: database,
    cacheFolder: join(home, 'cache'),
    report: silent,
  });
  await migrate(server.url);
  const store = connect(server.url, { max: 8 });
  const acknowledged = new Map<string, string>();
  let failures = 0;
  let over = false;

  async function sendUntilOver(sender: number): Promise<void> {
    for (let number = 0; !over; number++) {
      const key = `${sender}/${number}`;
      try {
        acknowledged.set(key, (await receiveOpening(store, key)).subjectId);
      } catch {
        failures++;
        await sleep(20);
      }
    }
  }

  try {
    const senders = Array.from({ length: 50 }, (_, sender) => sendUntilOver(sender));
    for (let crash = 0; crash < 3; crash++) {
      const before = acknowledged.size;
      while (acknowledged.size < before + 70) await sleep(10);
      const pid = server.pid();
      // Quick shutdown: nothing is written out any more, as in a crash.
      if (pid !== null) process.kill(pid, 'SIGQUIT');
      await sleep(500);
      await waitUntilReady(store);
    }
    over = true;
    await Promise.all(senders);

    const rows = await store.sql<{ key: string; id: string }[]>`
      select idempotency_key as key, subject_id as id from inbox`;
    const kept = new Map(rows.map(({ key, id }) => [key, id]));
    expect([...acknowledged].filter(([key, id]) => kept.get(key) !== id)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(200);
    expect(failures).toBeGreaterThan(0);
    expect(await verifyChain(store.sql)).toMatchObject([{ entries: rows.length, firstBreak: null }]);
    expect(await compareWithChain(store.sql)).toEqual([]);
  } finally {
    over = true;
    await store.close();
    await server.stop();
    await removeHome(home);
  }
});
