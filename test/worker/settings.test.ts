import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realClock } from '../../contract/clock.ts';
import { programmesFolder } from '../../programmes/loader/load.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';
import { latestProgrammeVersion, programmeList } from '../../store/programmes.ts';
import { settleClock } from '../../worker/clock.ts';
import { publishDefinitions } from '../../worker/publishDefinitions.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshDatabase } from '../support/database.ts';
import { removeHome, temporaryHome } from '../support/installation.ts';

const now = '2021-11-15T01:00:00.000Z';
let database: FreshDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

describe('the programme clock', () => {
  it('refuses a setting that is no clock, in one line that says what one is', async () => {
    const wrong = [
      'yesterday',
      '{"origin":"2021"}',
      '{"origin":"2021-01-01T00:00:00Z","speed":0}',
      '{"origin":"2020-06-31T00:00:00Z","speed":1}',
      '{"origin":"2021-01-01T00:00:00Z","start":"2026-02-30T00:00:00Z","speed":1}',
    ];
    for (const VINHDANH_CLOCK of wrong) {
      await expect(settleClock(store, { VINHDANH_CLOCK })).rejects.toMatchObject({ code: 'clockInvalid' });
    }
  });

  it('is settled by the first start and kept: instants on record were read from it', async () => {
    const clock = await settleClock(store, { VINHDANH_CLOCK: '{"origin":"2021-03-01T00:00:00Z","speed":50}' });
    expect(clock).toMatchObject({ origin: '2021-03-01T00:00:00Z', speed: 50 });
    expect(await settleClock(store, { VINHDANH_CLOCK: 'real' })).toEqual(clock);
    expect(await settleClock(store, {})).toEqual(clock);
  });

  it('is real for programmes of the office’s own, and in the season’s year for the demonstration', async () => {
    const settled = async (env: NodeJS.ProcessEnv) => {
      await store.sql`delete from installation where key = 'clock'`;
      return settleClock(store, env);
    };
    expect(await settled({ VINHDANH_PROGRAMMES: '/data/programmes' })).toEqual(realClock);
    expect(await settled({ VINHDANH_CLOCK: 'real' })).toEqual(realClock);
    expect((await settled({})).origin.slice(0, 4)).toBe('2021');
  });
});

describe('programmes of the office’s own', () => {
  it('are published from their folder; a change needs a new version, and the old one is kept', async () => {
    const home = temporaryHome();
    try {
      for (const folder of ['definitions', 'documents', 'demonstration']) {
        cpSync(join(programmesFolder, folder), join(home, folder), { recursive: true });
      }
      await publishDefinitions(store, now, home);
      const published = await programmeList(store);
      expect(published.map(({ id }) => id)).toEqual(['000', '001', '002', '003', '004']);

      const file = join(home, 'definitions', '004-ba-ria-vung-tau-2021.yaml');
      const changed = readFileSync(file, 'utf8').replace('everyDays: 3', 'everyDays: 5');
      writeFileSync(file, changed);
      await expect(publishDefinitions(store, now, home)).rejects.toMatchObject({ code: 'definitionInvalid' });

      writeFileSync(file, changed.replace('version: 2', 'version: 3'));
      await publishDefinitions(store, now, home);
      const latest = await latestProgrammeVersion(store, '004');
      expect(latest?.version).toBe('3');
      expect((await latestProgrammeVersion(store, '004', '2'))?.ref).toBe(published.at(-1)?.ref);

      writeFileSync(file, changed.replace('version: 2', 'versoin: 2'));
      const problem = await publishDefinitions(store, now, home).catch((error: Error) => error.message);
      expect(problem).toMatch(/004-ba-ria-vung-tau-2021\.yaml:\d+: .*versoin/);
    } finally {
      await removeHome(home);
    }
  });
});
