import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toProgramme, toReal } from '../../../contract/clock.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Product } from '../../support/product.ts';
import { silenceWorkers } from '../../support/silenceWorkers.ts';
import { startProduct } from '../../support/startProduct.ts';
import { until } from '../../support/until.ts';

/** One installation each: real time, a season in a day, a season in five minutes. */
const speeds = [1, 1_000, 100_000] as const;
const origin = '2021-11-15T01:00:00.000Z';
const dueAt = '2021-11-15T01:16:40.000Z';
/** Whole steps of the fastest clock, so that each of them can show the same instants. */
const stepMs = 100_000;
const offsets = [-2, -1, 0, 1, 2].map((steps) => steps * stepMs);
/** Real time from the start of an installation to the deadline. */
const leadMs = 15_000;

type Case = { id: string; offset: number; delivered: 'at once' | 'after the deadline' };
type Ran = { product: Product; drop(): Promise<void>; cases: Case[] };

/** Opens nominations due at the same instant, and has each signed off at its own instant of receipt. */
async function run(speed: number): Promise<Ran> {
  const database = await freshDatabase();
  const reach = {
    databaseUrl: database.url,
    temporal: { address: inject('temporalAddress'), namespace: inject('temporalNamespace') },
  };
  const dueMs = Date.now() + leadMs;
  const start = new Date(dueMs - Math.round((Date.parse(dueAt) - Date.parse(origin)) / speed)).toISOString();
  const clock: ProgrammeClock = { origin, start, speed };
  const product = await startProduct(reach, { clock, idle: true });
  await product.startWorker();
  const cases = await Promise.all(
    offsets.flatMap((offset) =>
      (['at once', 'after the deadline'] as const).map(async (delivered): Promise<Case> => {
        const id = await openDue(product);
        await received(product, id, offset, delivered === 'at once');
        return { id, offset, delivered };
      }),
    ),
  );
  await until('the deadline has passed', async () => Date.now() > dueMs + 500);
  product.startDispatcher();
  return { product, drop: database.drop, cases };
}

async function openDue(product: Product): Promise<string> {
  const start = await product.prepare();
  const { nominationId: id } = start.input;
  const { plan, openedAt } = start.input;
  expect(openedAt < dueAt, 'opened before the deadline').toBe(true);
  await product.engine.open({ ...start, input: { ...start.input, plan: { ...plan, draft: { on: dueAt } } } });
  await until(`${id} is recorded`, () => product.state(id));
  return id;
}

/** Receives the sign-off and moves its receipt to the wanted instant, before anybody delivers it. */
async function received(product: Product, id: string, offset: number, deliverNow: boolean): Promise<void> {
  const programmeAt = new Date(Date.parse(dueAt) + offset).toISOString();
  const receivedMs = toReal(product.clock, programmeAt);
  expect(toProgramme(product.clock, receivedMs)).toBe(programmeAt);
  const row = await product.receive(id, 'draft.signOff');
  const receivedAt = new Date(receivedMs).toISOString();
  await product.store
    .sql`update inbox set received_at = ${receivedAt}, programme_at = ${programmeAt} where id = ${row.id}`;
  if (deliverNow) await product.deliver({ ...row, receivedAt, programmeAt });
}

describe('the acceptance set around a deadline', () => {
  const ran = new Map<number, Ran>();

  beforeAll(async () => {
    silenceWorkers();
    const all = await Promise.all(speeds.map(run));
    for (const [index, each] of all.entries()) ran.set(speeds[index] as number, each);
  }, 120_000);

  afterAll(async () => {
    for (const { product, drop } of ran.values()) {
      await product.stop();
      await drop();
    }
  });

  test.each(speeds)('is told by the receipts’ programme instants alone, at a speed of %i', async (speed) => {
    const { product, cases } = ran.get(speed) as Ran;
    const outcomes = await until('every sign-off is settled and every late draft has expired', async () => {
      const rows = await product.store.sql<{ id: string; state: string; status: string }[]>`
        select n.id, n.state, i.status from nominations n join inbox i on i.subject_id = n.id and i.type = 'draft.signOff'`;
      const settled = rows.every(({ state, status }) => status !== 'received' && state !== 'draft');
      return settled && rows.length === cases.length && new Map(rows.map((row) => [row.id, row]));
    });
    const found = cases.map(({ id, offset, delivered }) => ({ offset, delivered, ...outcomes.get(id), id: null }));
    const wanted = cases.map(({ offset, delivered }) => ({
      offset,
      delivered,
      id: null,
      ...(offset <= 0 ? { state: 'departmentReview', status: 'applied' } : { state: 'expired', status: 'refused' }),
    }));
    expect(found).toEqual(wanted);
  });
});

describe('the clock', () => {
  test.each(speeds)(
    'shows, at a speed of %i, instants a step apart: what is closer to a deadline than a step cannot be told apart',
    (speed) => {
      const clock: ProgrammeClock = { origin, start: '2026-01-01T00:00:00.000Z', speed };
      const dueMs = toReal(clock, dueAt);
      expect(toProgramme(clock, dueMs)).toBe(dueAt);
      // The last receipt in time and the first one late are one real millisecond, and so one step, apart.
      expect(Date.parse(toProgramme(clock, dueMs + 1)) - Date.parse(dueAt)).toBe(speed);
      expect(Date.parse(dueAt) - Date.parse(toProgramme(clock, dueMs - 1))).toBe(speed);
    },
  );

  test('leaves a minute before a deadline for an act that takes so many real milliseconds only up to a speed', () => {
    const fastest = (tookMs: number): number => Math.floor(60_000 / tookMs);
    for (const tookMs of [1, 20, 100]) {
      const clock: ProgrammeClock = { origin, start: '2026-01-01T00:00:00.000Z', speed: fastest(tookMs) };
      const plannedMs = toReal(clock, new Date(Date.parse(dueAt) - 60_000).toISOString());
      expect(toProgramme(clock, plannedMs + tookMs - 1) <= dueAt).toBe(true);
      expect(
        toProgramme(
          { ...clock, speed: 2 * clock.speed + 2 },
          toReal({ ...clock, speed: 2 * clock.speed + 2 }, new Date(Date.parse(dueAt) - 60_000).toISOString()) + tookMs,
        ) > dueAt,
      ).toBe(true);
    }
  });
});
