import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { downtimeOf } from '../../../client/rehearsal/downtime.ts';
import { against } from '../../../client/rehearsal/play/acting.ts';
import { openAgenda } from '../../../client/rehearsal/play/agenda.ts';
import { gateOf } from '../../../client/rehearsal/play/gate.ts';
import { programmeFolder } from '../../../client/rehearsal/play/programmeFolder.ts';
import { visitsOn } from '../../../client/rehearsal/play/visits.ts';
import { toProgramme } from '../../../contract/clock.ts';
import type { LoadedProgramme } from '../../../programmes/loader/load.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';

/** A day in 20 ms. */
const clock = () => ({ origin: '2021-01-01T00:00:00.000Z', start: new Date().toISOString(), speed: 4_320_000 });

describe('the agenda', () => {
  it('does what is due in the order of the programme, and nothing after it was stopped', async () => {
    const on = clock();
    const errors: unknown[] = [];
    const done: string[] = [];
    const agenda = openAgenda(on, (error) => errors.push(error));
    for (const day of ['03', '02', '05']) {
      agenda.at(`2021-01-${day}T00:00:00.000Z`, async () => {
        done.push(day);
        expect(toProgramme(on, Date.now()) >= `2021-01-${day}`).toBe(true);
        if (day === '03') throw new Error('one fails');
      });
    }
    agenda.at('2021-03-01T00:00:00.000Z', async () => void done.push('never'));
    await sleep(200);
    await agenda.stop();
    await sleep(50);
    expect(done).toEqual(['02', '03', '05']);
    expect(errors).toHaveLength(1);
  });
});

describe('visits', () => {
  it('make one look of several wishes, and never two looks of one person at once', async () => {
    const agenda = openAgenda(clock(), () => {});
    let looks = 0;
    let atOnce = 0;
    const visits = visitsOn(agenda, 1, async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      looks += 1;
      await sleep(30);
      atOnce -= 1;
    });
    for (let wish = 0; wish < 5; wish++) visits.ask('bvbr.clerk', '2021-01-02T00:00:00.000Z');
    visits.ask('bvbr.clerk', '2021-01-03T00:00:00.000Z');
    await sleep(250);
    await agenda.stop();
    expect(looks).toBe(2);
  });
});

describe('the gate', () => {
  it('lets only so many through at a time, in order, and goes on after a failure', async () => {
    const gate = gateOf(2);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const calls = Array.from({ length: 8 }, (_, index) =>
      gate(async () => {
        inside += 1;
        most = Math.max(most, inside);
        order.push(index);
        await sleep(5);
        inside -= 1;
        if (index === 3) throw new Error('one fails');
      }).catch(() => {}),
    );
    await Promise.all(calls);
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a stop of the installation', () => {
  it('has those who look wait, and look again when the stop broke their look off', async () => {
    const said: string[] = [];
    let up = (): void => undefined;
    const restarting = () =>
      new Promise<void>((resolve) => {
        up = resolve;
      });
    const downtime = downtimeOf({ restart: restarting }, (name) => void said.push(name));
    let looks = 0;
    let breakOff = (): void => undefined;
    const look = async (): Promise<string> => {
      looks += 1;
      if (looks === 1)
        await new Promise((_, reject) => {
          breakOff = () => reject(new Error('connection lost'));
        });
      return 'seen';
    };
    const first = downtime.whenUp(look);
    await vi.waitFor(() => expect(looks).toBe(1));
    const restarted = downtime.restart();
    breakOff();
    const second = downtime.whenUp(look);
    expect(downtime.count()).toBe(0);
    up();
    await restarted;
    expect(await Promise.all([first, second])).toEqual(['seen', 'seen']);
    expect(looks).toBe(3);
    expect(downtime.count()).toBe(1);
    expect(said).toEqual(['stopping', 'restarted']);
  });

  it('hides no error of an installation that is up', async () => {
    const downtime = downtimeOf({ restart: async () => {} }, () => {});
    await expect(downtime.whenUp(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});

describe('the folder of a rehearsed programme', () => {
  const { programmes } = loadProgrammes();
  const definition = (id: string) => programmes.get(id) as LoadedProgramme;
  const folders: string[] = [];
  const written = (id: string, only: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-programmes-'));
    folders.push(folder);
    return loadProgrammes(programmeFolder(folder, { file: definition(id).file, id }, only)).programmes;
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('holds that programme alone, as it is', () => {
    const own = written('003', []);
    expect([...own.keys()]).toEqual(['003']);
    expect(own.get('003')?.ref).toBe(definition('003').ref);
  });

  it('holds of it only the movements that are played, and passes the loader all the same', () => {
    for (const [id, only] of [
      ['003', ['2.3', '2.8']],
      ['004', ['2.10']],
      ['000', ['5']],
    ] as const) {
      const own = written(id, [...only]).get(id)?.programme;
      expect(own?.movements.map((each) => each.id)).toEqual(only);
      expect(own?.phases).toEqual(definition(id).programme.phases);
    }
  });
});

describe('an outcome against its story', () => {
  it('is right only when it is the one asked for', () => {
    const refused = { kind: 'refused' as const, refusals: [{ code: 'OWN_DOSSIER' as const, detail: {} }] };
    const applied = { kind: 'applied' as const, state: 'draft' as const, revision: 1 };
    expect(against([], applied)).toBeNull();
    expect(against(['OWN_DOSSIER', 'NOT_NOW'], refused)).toBeNull();
    expect(against([], refused)).toMatch(/OWN_DOSSIER/);
    expect(against(['NOT_NOW'], refused)).toMatch(/OWN_DOSSIER/);
    expect(against(['NOT_NOW'], applied)).toMatch(/should be refused/);
    expect(against([], { kind: 'received', because: 'engineUnreachable' })).toMatch(/no answer/);
  });
});
