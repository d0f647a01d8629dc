import { isDeepStrictEqual } from 'node:util';
import { checkInstallation } from '../../../client/check/check.ts';
import type { ChangePreview } from '../../../contract/changes.ts';
import { toProgramme, toReal } from '../../../contract/clock.ts';
import { lifeQuery, nominationWorkflowId, roundWorkflowId } from '../../../contract/names.ts';
import type { PersistedNomination } from '../../../contract/nomination.ts';
import type { PersistedRound } from '../../../contract/round.ts';
import { roundParts } from '../../../contract/round.ts';
import { nominationById } from '../../../store/queries/nominations.ts';
import { roundById } from '../../../store/queries/rounds.ts';
import type { Dump } from '../../client/changes/support/dump.ts';
import { asForetold, dump, foretoldPeople, toldOf } from '../../client/changes/support/dump.ts';
import { chance } from '../../faults/random.ts';
import { eachOf } from './eachOf.ts';
import type { Season } from './season.ts';
import { timersOf } from './timers.ts';

/** What is wrong, in words with ids, and what was looked at. */
export type Verdict = { faults: string[]; notes: string[] };

/** Everything as the record has it; when nothing is under way, the engine has it too. */
export async function onRecord({ store, clock }: Season): Promise<{ dump: Dump; at: string }> {
  const at = toProgramme(clock, Date.now());
  const life = async (id: string) => {
    const row = roundParts(id) ? await roundById(store, id) : await nominationById(store, id);
    if (!row) throw new Error(`${id} is not on record`);
    return row.snapshot;
  };
  return { dump: await dump(store, life, at), at };
}

/**
 * Compares what stands on record and in every workflow with what was foretold, now that nothing is under way, and looks at
 * the timers of so many histories. `before` is the record just before the preview; since then only drafts were amended.
 */
export async function verdictOn(
  season: Season,
  changeId: string,
  before: Awaited<ReturnType<typeof onRecord>>,
  histories: number,
): Promise<Verdict> {
  const [kept] = await season.store.sql<
    { preview: ChangePreview }[]
  >`select preview from changes where id = ${changeId}`;
  if (!kept) throw new Error(`Change ${changeId} is not there`);
  const parts = [
    await sharesOnce(season, changeId),
    await asWasForetold(season, before, kept.preview),
    await noticesAsForetold(season, changeId, kept.preview),
    await timersSound(season, histories),
    await installationSound(season),
  ];
  return { faults: parts.flatMap(({ faults }) => faults), notes: parts.flatMap(({ notes }) => notes) };
}

/** Each nomination and the round have one share, applied and recorded once. */
async function sharesOnce({ store, extended }: Season, changeId: string): Promise<Verdict> {
  const subjects = [extended.roundId, ...extended.nominations];
  const rows = await store.sql<{ id: string; shares: number; applied: number; recorded: number }[]>`
    select subject.id, count(distinct i.id)::integer as shares,
      (count(distinct i.id) filter (where i.status = 'applied'))::integer as applied, count(t.*)::integer as recorded
    from unnest(${subjects}::text[]) as subject(id)
    left join inbox i on i.subject_id = subject.id and i.change_id = ${changeId}
    left join transitions t on t.inbox_id = i.id
    group by subject.id`;
  const wrong = rows.filter(({ shares, applied, recorded }) => shares !== 1 || applied !== 1 || recorded !== 1);
  return {
    faults: wrong.map(
      (row) => `${row.id}: ${row.shares} shares, ${row.applied} applied, recorded ${row.recorded} times`,
    ),
    notes: [`${rows.length} subjects with one applied and recorded share each, but for ${wrong.length}`],
  };
}

/** Deadlines and wake-ups by the workflow's own word, matters and reminders by the record; and the two agree in every fact. */
async function asWasForetold(
  season: Season,
  before: Awaited<ReturnType<typeof onRecord>>,
  preview: ChangePreview,
): Promise<Verdict> {
  const { store } = season;
  const expected = asForetold(before.dump, preview);
  const amended = await store.sql<{ id: string; times: number }[]>`
    select subject_id as id, count(*)::integer as times from inbox
    where type = 'draft.amend' and status = 'applied' and programme_at > ${before.at} group by 1`;
  for (const { id, times } of amended) {
    const stands = expected[id];
    if (stands) stands.revision += times;
  }
  const lives = await livesOf(season, Object.keys(expected));
  const life = (id: string) => lives.get(id) ?? fail(id);
  const found = await dump(store, life, preview.at);
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const differing = ids.filter((id) => !isDeepStrictEqual(found[id], expected[id]));
  const recorded = new Map(
    (
      await store.sql<{ id: string; snapshot: unknown }[]>`
        select id, snapshot from nominations union all select id, snapshot from rounds`
    ).map(({ id, snapshot }) => [id, snapshot]),
  );
  const apart = ids.filter((id) => !isDeepStrictEqual(recorded.get(id), JSON.parse(JSON.stringify(lives.get(id)))));
  return {
    faults: [
      ...differing.map(
        (id) => `${id} is not as foretold: ${JSON.stringify(found[id])} for ${JSON.stringify(expected[id])}`,
      ),
      ...apart.map((id) => `${id}: the workflow's own snapshot is not the recorded one`),
    ],
    notes: [
      `${ids.length} subjects, touched and untouched, compared with the preview in deadlines, timer, matters, reminders and rules; ${lives.size} workflows asked for their snapshot`,
    ],
  };
}

async function livesOf({ engine }: Season, ids: string[]): Promise<Map<string, PersistedNomination | PersistedRound>> {
  const { workflow } = await engine.client();
  const lives = await eachOf(ids, 8, async (id) => {
    const handle = workflow.getHandle(roundParts(id) ? roundWorkflowId(id) : nominationWorkflowId(id));
    return [id, await handle.query<PersistedNomination | PersistedRound>(lifeQuery)] as const;
  });
  return new Map(lives);
}

async function noticesAsForetold({ store }: Season, changeId: string, preview: ChangePreview): Promise<Verdict> {
  const told = await toldOf(store, changeId);
  const same = isDeepStrictEqual(told, foretoldPeople(preview));
  return {
    faults: same
      ? []
      : [`${told.length} notices were written, ${preview.totals.notices} foretold, or not the same ones`],
    notes: [`${told.length} notices compared with the ${preview.totals.notices} foretold`],
  };
}

/** A deadline that moves later leaves the timer where it is: it fires early and is set again. One waits at any time. */
async function timersSound({ engine, store, clock, extended }: Season, histories: number): Promise<Verdict> {
  const { workflow } = await engine.client();
  const picked = shuffled(extended.nominations).slice(0, histories);
  const wakes = await store.sql<{ id: string; wakeAt: string }[]>`
    select id, deadline_wake_at as "wakeAt" from nominations where id = any(${picked}::text[])`;
  const read = await eachOf(wakes, 4, async ({ id, wakeAt }) => {
    const { events } = await workflow.getHandle(nominationWorkflowId(id)).fetchHistory();
    return { id, wakeMs: toReal(clock, new Date(wakeAt).toISOString()), ...timersOf(events ?? []) };
  });
  const sum = (of: (one: (typeof read)[number]) => number) => read.reduce((total, one) => total + of(one), 0);
  // The server rounds a timer up to its own tick.
  const wrong = read.filter(
    ({ waiting, doubled, wakeMs }) => waiting.length !== 1 || doubled > 0 || (waiting[0] ?? 0) > wakeMs + 1_000,
  );
  return {
    faults: wrong.map((one) => `${one.id}: ${one.waiting.length} timers wait, ${one.doubled} were set beside another`),
    notes: [
      `${read.length} histories at random: ${sum(({ started }) => started)} timers set, ${sum(({ fired }) => fired)} fired, ${sum(({ cancelled }) => cancelled)} cancelled, ${sum(({ waiting }) => waiting.length)} waiting, ${sum(({ doubled }) => doubled)} doubled`,
    ],
  };
}

async function installationSound({ store, clock, engine }: Season): Promise<Verdict> {
  const report = await checkInstallation({ store, clock, engine });
  return {
    faults: report.violations.map(({ code, subject, text }) => `${code} ${subject.id}: ${text.en}`),
    notes: [
      `vinhdanh check --engine: ${report.counts.nominations} nominations, ${report.counts.rounds} rounds, ${report.violations.length} violations, ${report.warnings.length} warnings`,
    ],
  };
}

function shuffled(ids: readonly string[]): string[] {
  const luck = chance(5);
  return ids
    .map((id) => ({ id, place: luck.next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ id }) => id);
}

function fail(id: string): never {
  throw new Error(`${id} was not asked`);
}
