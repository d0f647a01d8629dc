import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ActResult } from '../../client/core/types.ts';
import { toProgramme } from '../../contract/clock.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { launchedRound } from '../support/launchedRound.ts';
import type { Product } from '../support/product.ts';
import { form } from '../support/productCast.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';
import type { Workplace } from '../support/workplaceProcess.ts';
import { startWorkplace } from '../support/workplaceProcess.ts';

const hourMs = 3_600_000;
/** With the minutes that UTC is ahead of them in November. */
const zones = { UTC: 0, 'Asia/Ho_Chi_Minh': -420, 'America/New_York': 300 };
type Zone = keyof typeof zones;
/** So long before and after a due instant an act is sent; so far apart are those of two time zones. */
const aroundMs = 400;
const apartMs = 2_000;
const leadMs = 8_000;
const movementId = '2.7';
const run = `clock${Date.now()}`;

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z'), idle: true }));

test.each([-2, 0, 2])(
  'a process whose clock is wrong by %i h accepts and refuses the same around a deadline in any time zone, and lets none pass early',
  async (hours) => {
    const product = getProduct();
    const place = await startWorkplace(product, hours * hourMs, 'UTC');
    try {
      const firstMs = Date.now() + leadMs;
      const races = await Promise.all(
        (Object.keys(zones) as Zone[]).map((zone, n) =>
          begin(product, { zone, dueMs: firstMs + n * apartMs, name: `${run}h${hours}z${n}` }),
        ),
      );
      const sent: Sent[] = [];
      for (const race of races) sent.push(await sendAround(product, place, race, hours));
      for (const [n, race] of races.entries())
        expect(await told(product, race, sent[n]), `${hours} h ${race.zone}`).toEqual(sameForAll);
    } finally {
      await place.stop();
    }
  },
  90_000,
);

type Race = { zone: Zone; dueMs: number; dueAt: string; round: string; name: string } & Record<
  'inTime' | 'late' | 'left' | 'expires',
  string
>;

const sameForAll = {
  'signed off in time': 'departmentReview',
  'signed off late': 'refused',
  'received in time, delivered by a dispatcher': 'departmentReview',
  'left alone': 'expired, not before it was due',
  'nominated in time': 'draft',
  'nominated late': 'refused',
  'the round': 'closed its window, not before its end',
};

/** Nominations that are due, and a round that closes, at the instant of one time zone. */
async function begin(product: Product, { zone, dueMs, name }: Pick<Race, 'zone' | 'dueMs' | 'name'>): Promise<Race> {
  const dueAt = toProgramme(product.clock, dueMs);
  const [inTime, late, left, expires] = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const { input } = await product.prepare();
      return product.open({ change: { plan: { ...input.plan, draft: { on: dueAt } } } });
    }),
  );
  // The windows of one movement do not overlap: a nomination after one's end must not fall into the next.
  const nominationsFrom = toProgramme(product.clock, dueMs - apartMs + 2 * aroundMs);
  const round = await launchedRound(product, name, dueAt, { movementId, nominationsFrom });
  if (!inTime || !late || !left || !expires) throw new Error('Not opened');
  return { zone, dueMs, dueAt, round, name, inTime, late, left, expires };
}

type Sent = Record<'signed' | 'signedLate' | 'nominated' | 'nominatedLate', ActResult | undefined>;

async function sendAround(product: Product, place: Workplace, race: Race, hours: number): Promise<Sent> {
  const { aheadMinutes, nowMs } = await place.ask({ do: 'zone', zone: race.zone });
  // The process does believe in another time and place.
  expect(aheadMinutes).toBe(zones[race.zone]);
  expect(Math.abs((nowMs ?? 0) - Date.now() - hours * hourMs)).toBeLessThan(5_000);
  const signOff = (id: string) =>
    place.ask({
      do: 'act',
      by: 'bvbr.head',
      request: { nominationId: id, type: 'draft.signOff', as: 'unitHead', body: {} },
    });
  const nominate = (id: string) =>
    place.ask({
      do: 'nominate',
      by: 'bvbr.clerk',
      form: { ...form, movementId, nominee: { kind: 'individual', id: `${race.name}.${id}` } },
    });
  await sleep(Math.max(0, race.dueMs - aroundMs - Date.now()));
  const before = [signOff(race.inTime), nominate('early')];
  await product.receive(race.left, 'draft.signOff');
  await sleep(Math.max(0, race.dueMs + aroundMs - Date.now()));
  const [signedLate, nominatedLate] = await Promise.all([signOff(race.late), nominate('late')]);
  const [signed, nominated] = await Promise.all(before);
  const results = { signed, signedLate, nominated, nominatedLate };
  return Object.fromEntries(Object.entries(results).map(([name, said]) => [name, said?.result])) as Sent;
}

async function told(product: Product, race: Race, sent: Sent | undefined): Promise<typeof sameForAll> {
  for (const result of [sent?.signed, sent?.nominated])
    expect((result?.receipt.programmeAt ?? '') <= race.dueAt).toBe(true);
  await until('what was left is done', async () => (await product.state(race.left)) !== 'draft');
  await until('the other has expired', async () => (await product.state(race.expires)) === 'expired');
  await until(
    'the round has closed its window',
    async () => (await roundById(product.store, race.round))?.state !== 'open',
  );
  return {
    'signed off in time': ended(sent?.signed),
    'signed off late': ended(sent?.signedLate),
    'received in time, delivered by a dispatcher': (await product.state(race.left)) ?? '',
    'left alone': `${await product.state(race.expires)}, ${await whenPassed(product, race.expires, race.dueMs)} it was due`,
    'nominated in time': ended(sent?.nominated),
    'nominated late': ended(sent?.nominatedLate),
    'the round': `closed its window, ${await whenPassed(product, race.round, race.dueMs)} its end`,
  };
}

function ended(result: ActResult | undefined): string {
  return result?.outcome.kind === 'applied' ? result.outcome.state : (result?.outcome.kind ?? '');
}

/** By the database's clock. */
async function whenPassed(product: Product, id: string, dueMs: number): Promise<string> {
  const [row] = await product.store.sql<{ at: string }[]>`
    select recorded_at as at from transitions where subject_id = ${id} and type = 'deadline.pass' order by revision desc limit 1`;
  return Date.parse(row?.at ?? '') > dueMs ? 'not before' : 'before';
}
