import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changeProgress } from '../../../client/core/changes/progress.ts';
import { ClientError } from '../../../client/core/errors.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';
import type { Season } from './support/season.ts';
import { seasonOf } from './support/season.ts';

const admin = 'syt.admin';
const dayMs = 86_400_000;

describe('a change and the timer of the deadline it moves', () => {
  const product = useProduct(() => ({ clock: clockFrom('2021-10-04T02:00:00.000Z'), idle: true, noRound: true }));
  let season: Season;
  let roundId = '';
  let number = 0;

  beforeAll(async () => {
    const { store, clock, engine, startWorker } = product();
    await startWorker();
    const apart = randomInt(1_000, 2_000_000);
    season = seasonOf(store, clock, engine, { phaseId: `p${apart}`, firstNumber: apart * 1_000 });
    roundId = await season.launch('2.5', { opensOn: '2021-10-01', closesOn: '2021-12-31' });
  });
  afterEach(() => product().stopDispatchers());

  /** Opens a draft whose window ends in so many milliseconds. */
  async function draft(endsInMs: number, continueAfterEvents?: number) {
    number += 1;
    const due = product().inMs(endsInMs);
    const plan = { draft: { on: due } } as never;
    const more = continueAfterEvents === undefined ? {} : { continueAfterEvents };
    return { id: await season.nominate(roundId, 'benhVienBaRia', number, { plan }, more), due };
  }

  const extension = (nominationId: string, days: number): ChangeRequest => ({
    spec: { kind: 'deadline', scope: { nominationId }, deadline: 'draft', to: { addDays: days, counting: 'calendar' } },
    as: 'administrator',
    reason: 'Đơn vị bị phong tỏa',
    holdNotices: false,
  });
  const later = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString();
  const passed = (at: string) => until(`${at} has passed`, async () => product().now() > at);
  const preview = async (request: ChangeRequest) => previewChange(season, admin, request);
  const types = async (id: string) => (await product().timeline(id)).map(({ type }) => type);

  it('wins when it was received before, though the deadline came while the worker was down', async () => {
    const { id, due } = await draft(2_500);
    await product().stopWorker();
    const request = extension(id, 30);
    const { changeId } = await applyChange(season, admin, request, (await preview(request)).hash);
    await passed(due);
    await product().startWorker();
    product().startDispatcher();
    await until('the change is applied', async () => (await changeProgress(season.store, changeId)).applied === 1);
    expect((await product().life(id)).context.deadline?.dueAt).toBe(later(due, 30));
    expect(await types(id)).toEqual(['nomination.open', 'deadline.change']);
  });

  it('comes too late when the deadline had passed before it, though nobody had recorded that yet', async () => {
    const { id, due } = await draft(1_500);
    const request = extension(id, 30);
    const { hash } = await preview(request);
    await product().stopWorker();
    await passed(due);
    await expect(applyChange(season, admin, request, hash, { waitMs: 0 })).rejects.toMatchObject({
      code: 'CHANGE_BUSY',
    });
    await product().startWorker();
    await until('it has expired', async () => (await product().state(id)) === 'expired');
    await expect(applyChange(season, admin, request, hash)).rejects.toMatchObject({ code: 'PREVIEW_STALE' });
    expect(await types(id)).toEqual(['nomination.open', 'deadline.pass']);
  });

  it('has one outcome when both come at once: extended as foretold, or expired and told so', async () => {
    product().startDispatcher();
    const outcomes = await Promise.all(
      // The first and the last are sure; those between race, and either outcome is right.
      [-4_000, -60, -30, -10, 0, 5, 30, 150].map(async (offsetMs) => {
        const { id, due } = await draft(8_000);
        const request = extension(id, 30);
        const { hash } = await preview(request);
        await sleep(Math.max(0, Date.parse(due) - Date.parse(product().now()) + offsetMs));
        const applied = await applyChange(season, admin, request, hash).catch((error: unknown) => {
          if (error instanceof ClientError) return error.code;
          throw error;
        });
        if (typeof applied === 'string') {
          expect(applied).toBe('PREVIEW_STALE');
          await until(`${id} has expired`, async () => (await product().state(id)) === 'expired');
          return 'expired';
        }
        await until(
          `${id} is extended`,
          async () => (await changeProgress(season.store, applied.changeId)).applied === 1,
        );
        expect((await product().life(id)).context.deadline?.dueAt).toBe(later(due, 30));
        expect(await types(id)).toEqual(['nomination.open', 'deadline.change']);
        return 'extended';
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['extended', 'expired']));
  });

  it('holds when the workflow continues as new in between, to and fro', async () => {
    product().startDispatcher();
    const { id, due } = await draft(12_000, 6);
    const firstRun = await product().runId(id);
    for (const days of [20, -10, 5, -15]) {
      const request = extension(id, days);
      const { changeId } = await applyChange(season, admin, request, (await preview(request)).hash);
      await until('it is applied', async () => (await changeProgress(season.store, changeId)).applied === 1);
    }
    expect(await product().runId(id)).not.toBe(firstRun);
    expect((await product().life(id)).context.deadline?.dueAt).toBe(due);
    await until('it has expired', async () => (await product().state(id)) === 'expired');
    const last = (await product().timeline(id)).at(-1);
    expect(Date.parse(last?.at ?? '')).toBeGreaterThan(Date.parse(due));
    expect(Date.parse(last?.at ?? '')).toBeLessThan(Date.parse(due) + 5_000);
  });

  it('is delivered by whoever comes next when its process dies after the commit', async () => {
    const { id, due } = await draft(60_000);
    const request = extension(id, 3);
    const { changeId } = await applyChange(season, admin, request, (await preview(request)).hash);
    // An act received after it waits behind it.
    const act = await season.receive(id, 'bvbr.head', 'unitHead', 'draft.signOff');
    expect(await changeProgress(season.store, changeId)).toMatchObject({ waiting: 1 });
    product().startDispatcher();
    await until('the act is applied', async () => (await product().state(id)) === 'departmentReview');
    expect(await types(id)).toEqual(['nomination.open', 'deadline.change', 'draft.signOff']);
    const [change] = await season.store.sql<{ to: string }[]>`
      select snapshot #>> '{context,plan,draft,on}' as to from nominations where id = ${id}`;
    expect(change?.to).toBe(later(due, 3));
    expect(act.subjectId).toBe(id);
  });
});
