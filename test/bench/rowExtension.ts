import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeRequest } from '../../contract/changeSpec.ts';
import { until } from '../faults/product.ts';
import type { Measured } from './budgets.ts';
import type { Applied, Previewed } from './extension/administrator.ts';
import { previewElsewhere } from './extension/administrator.ts';
import type { Act } from './extension/people.ts';
import { setToWork } from './extension/people.ts';
import type { Season } from './extension/season.ts';
import { startSeason } from './extension/season.ts';
import { onRecord, verdictOn } from './extension/standing.ts';
import { median, quantile } from './statistics.ts';

export type ExtensionSize = {
  nominations: number;
  /** Of the other round. */
  others: number;
  /** How long people are watched before the change, and again after it. */
  baselineMs: number;
  histories: number;
};

/**
 * How much slower an act of another round may become while the shares are delivered. Engine, database, worker, dispatcher
 * and the people of this measurement share two cores, all of which the delivery may use, so an act shares the processor
 * and the engine's one writer with the dispatcher's eight deliveries; it must not stand in line behind a thousand of them.
 */
const mostTimesSlower = 3;

const peopleOfOther = 3;
/** Nominations of the extended round on which somebody goes on acting. */
const actedOn = 10;
const warmUpMs = 3_000;
const lookMs = 200;
const settledWithinMs = 600_000;

/** Who extends, and what: the end of every draft of the round. */
const by = 'syt.admin';
const extension = (roundId: string): ChangeRequest => ({
  spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2021-12-31' } },
  as: 'administrator',
  reason: 'Gia hạn nộp hồ sơ vì dịch',
  holdNotices: false,
});

type Watched = { before: Act[]; during: Act[]; after: Act[] };
type Change = Previewed & Applied & { appliedAtMs: number; recordedMs: number; allMs: number; preview: Act[] };

/** One extension of a whole round on the product as it runs, and what people of that and another round feel of it. */
export async function measureExtension(size: ExtensionSize): Promise<Measured[]> {
  const season = await startSeason({ extended: size.nominations, other: size.others });
  try {
    const few = spread(season.extended.nominations, actedOn);
    await quiet(season);
    await watch(season, few, warmUpMs);
    const earlier = await watch(season, few, size.baselineMs);
    await quiet(season);
    const recorded = await onRecord(season);
    const { change, other, own } = await extend(season, few);
    const mailing = await watchWhileMailing(season);
    const later = await watch(season, few, size.baselineMs);
    await quiet(season);
    const verdict = await verdictOn(season, change.progress.changeId, recorded, size.histories);
    const others = { before: earlier.other, during: other, after: later.other };
    return [
      {
        budget: `faults after ${size.nominations} nominations of one round were extended at once`,
        ...{ limit: 0, value: verdict.faults.length, unit: '' },
        notes: [...changeNotes(change), ...verdict.notes, ...verdict.faults.slice(0, 10)],
      },
      {
        budget: "another round's act meanwhile, p50 over before and after",
        ...{ limit: mostTimesSlower, value: slower(others), unit: ' ×' },
        notes: [
          ...actNotes("another round's", others),
          `while it is previewed: ${figures(change.preview)}`,
          `while its notices are sent: ${figures(mailing)}`,
          ...actNotes("the extended round's own", { before: earlier.own, during: own, after: later.own }),
        ],
      },
    ];
  } finally {
    await season.stop();
  }
}

/** People at work on both rounds for that long. */
async function watch(season: Season, few: string[], ms: number): Promise<{ other: Act[]; own: Act[] }> {
  const others = await setToWork(season, season.other.nominations, peopleOfOther);
  const owns = await setToWork(season, few, 1);
  await sleep(ms);
  const [other, own] = await Promise.all([others.stop(), owns.stop()]);
  return { other, own };
}

/** People at work on the other round until every notice of the change is sent. */
async function watchWhileMailing(season: Season): Promise<Act[]> {
  const others = await setToWork(season, season.other.nominations, peopleOfOther);
  await until('every notice to be sent', async () => (await unsent(season)) === 0, settledWithinMs);
  return others.stop();
}

/** Previews, applies and waits for every share; the other round goes on all the while, the extended one once it is applied. */
async function extend(season: Season, few: string[]): Promise<{ change: Change; other: Act[]; own: Act[] }> {
  const others = await setToWork(season, season.other.nominations, peopleOfOther);
  const previewed = await previewElsewhere(season.reach, by, extension(season.extended.roundId));
  const appliedAtMs = performance.now();
  const applied = await previewed.apply();
  const owns = await setToWork(season, few, 1);
  const { changeId, total } = applied.progress;
  let recordedMs = 0;
  let allMs = 0;
  for (; allMs === 0; await sleep(lookMs)) {
    const { recorded, confirmed } = await sharesOf(season, changeId);
    const sinceMs = performance.now() - appliedAtMs;
    if (recordedMs === 0 && recorded === total) recordedMs = sinceMs;
    if (confirmed === total) allMs = sinceMs;
    if (sinceMs > settledWithinMs) throw new Error(`${total - confirmed} shares of ${total} are still to be applied`);
  }
  const [acts, own] = await Promise.all([others.stop(), owns.stop()]);
  const within = ({ startedAtMs }: Act) => startedAtMs - appliedAtMs < allMs;
  return {
    change: {
      ...previewed,
      ...applied,
      ...{ appliedAtMs, recordedMs, allMs },
      preview: acts.filter(({ startedAtMs }) => startedAtMs < appliedAtMs),
    },
    other: acts.filter((act) => act.startedAtMs >= appliedAtMs && within(act)),
    own: own.filter(within),
  };
}

/** Shares on record, and those of which the engine's history is known to hold them too. */
async function sharesOf({ store }: Season, changeId: string): Promise<{ recorded: number; confirmed: number }> {
  const [row] = await store.sql<{ recorded: number; confirmed: number }[]>`
    select count(applied_revision)::integer as recorded, (count(*) filter (where status = 'applied'))::integer as confirmed
    from inbox where change_id = ${changeId}`;
  return row ?? { recorded: 0, confirmed: 0 };
}

/** Waits until everything received is answered and every notice that is due is sent. */
async function quiet(season: Season): Promise<void> {
  const answered = async () => {
    const [row] = await season.store.sql`select from inbox where status = 'received' limit 1`;
    return row === undefined;
  };
  await until(
    'nothing to be under way',
    async () => (await answered()) && (await unsent(season)) === 0,
    settledWithinMs,
  );
}

async function unsent({ store }: Season): Promise<number> {
  const [row] = await store.sql<{ count: number }[]>`
    select count(*)::integer as count from outbox where status in ('pending', 'failed')`;
  return row?.count ?? 0;
}

/** From the last to the first: whoever acts on the last one would wait for all shares, were they delivered in a row. */
function spread(ids: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(ids.length / count));
  return ids
    .toReversed()
    .filter((_, index) => index % step === 0)
    .slice(0, count);
}

const slower = ({ before, during, after }: Watched): number =>
  median(during.map(({ ms }) => ms)) / median([...before, ...after].map(({ ms }) => ms));

function changeNotes({ previewMs, applyMs, recordedMs, allMs, progress, totals }: Change): string[] {
  const { total } = progress;
  return [
    `preview ${Math.round(previewMs)} ms, apply ${Math.round(applyMs)} ms (one transaction), ${totals.notices} notices`,
    `${total} shares on record after ${seconds(recordedMs)} s, confirmed by the engine after ${seconds(allMs)} s: ${((1_000 * total) / (allMs - applyMs)).toFixed(0)} a second`,
  ];
}

function actNotes(whose: string, watched: Watched): string[] {
  return [
    `${whose} acts before: ${figures(watched.before)}`,
    `${' '.repeat(whose.length)}      during: ${figures(watched.during)}; p50 ${slower(watched).toFixed(2)} × that of before and after`,
    `${' '.repeat(whose.length)}      after: ${figures(watched.after)}`,
  ];
}

function figures(acts: Act[]): string {
  const ms = acts.map((act) => act.ms);
  const [p50, p99, longest] = [median(ms), quantile(ms, 0.99), Math.max(...ms)].map((one) => one.toFixed(0));
  return `${acts.length} acts, p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms`;
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
