import { addDays, isWeeklyRest } from '../../contract/calendar.ts';
import type { Problem } from '../loader/problems.ts';
import { problemAt } from '../loader/problems.ts';
import type { YamlSource } from '../loader/yamlSource.ts';
import { holidaysOf } from './holidays.ts';
import type { CalendarFacts, Notice } from './schema.ts';

/** Finds what is wrong with the yearly notices. */
export function checkNotices(facts: CalendarFacts, source: YamlSource): Problem[] {
  const { from, through } = facts.law.covers;
  const covered = facts.notices.flatMap(({ year }, index) => {
    const allowed = Array.from({ length: Math.max(0, through - from + 1) }, (_, item) => String(from + item));
    const place = source.place(['notices', index, 'year']);
    return year < from || year > through ? [problemAt(place, 'BAD_VALUE', { found: year }, allowed)] : [];
  });
  const each = facts.notices.flatMap((notice, index) => [
    ...checkTet(facts, notice, ['notices', index, 'tet'], source),
    ...checkBeside(notice, ['notices', index, 'besideNationalDay', 'day'], source),
    ...checkSwaps(facts, notice, ['notices', index, 'swaps'], source),
  ]);
  return [...covered, ...each, ...checkTwice(facts.notices, source)];
}

function checkTet(facts: CalendarFacts, { year, tet }: Notice, path: PropertyKey[], source: YamlSource): Problem[] {
  const rule = facts.law.holidays.map((one) => one.rule).find(({ kind }) => kind === 'tet');
  const first = facts.lunar.years.find((one) => one.year === year)?.tet;
  if (!tet || rule?.kind !== 'tet' || first === undefined) return [];
  const start = tet.days[0] ?? first;
  const inARow = tet.days.every((day, index) => day === addDays(start, index));
  if (inARow && tet.days.length === rule.days && tet.days.includes(first)) return [];
  return [problemAt(source.place([...path, 'days']), 'TET_DAYS', { days: rule.days, first })];
}

function checkBeside({ year, besideNationalDay }: Notice, path: PropertyKey[], source: YamlSource): Problem[] {
  if (!besideNationalDay) return [];
  const { day } = besideNationalDay;
  return [`${year}-09-01`, `${year}-09-03`].includes(day) ? [] : [problemAt(source.place(path), 'NOT_BESIDE', { day })];
}

function checkSwaps(
  facts: CalendarFacts,
  { year, swaps = [] }: Notice,
  path: PropertyKey[],
  source: YamlSource,
): Problem[] {
  return swaps.flatMap(({ off, working, status }, index) => {
    const at = (key: string) => source.place([...path, index, key]);
    const holiday = (day: string) =>
      status === 'announced' && holidaysOf(facts, Number(day.slice(0, 4))).some(({ date }) => date === day);
    return [
      ...(off.startsWith(`${year}-`) ? [] : [problemAt(at('off'), 'OTHER_YEAR', { day: off, year })]),
      ...(isWeeklyRest(off) ? [problemAt(at('off'), 'NOT_WEEKDAY', { day: off })] : []),
      ...(holiday(off) ? [problemAt(at('off'), 'SWAP_ON_HOLIDAY', { day: off })] : []),
      ...(working === undefined && status === 'announced'
        ? [problemAt(source.place([...path, index]), 'MISSING_KEY', { key: 'working' })]
        : []),
      ...(working !== undefined && !isWeeklyRest(working)
        ? [problemAt(at('working'), 'NOT_REST_DAY', { day: working })]
        : []),
      ...(working !== undefined && holiday(working)
        ? [problemAt(at('working'), 'SWAP_ON_HOLIDAY', { day: working })]
        : []),
    ];
  });
}

/** Of confirmed facts each matter is fixed once: two notices must not leave it to their order which one counts. */
function checkTwice(notices: readonly Notice[], source: YamlSource): Problem[] {
  const facts = notices.flatMap(({ year, tet, besideNationalDay, swaps = [] }, index) => [
    { what: `tet ${year}`, status: tet?.status, path: ['notices', index, 'tet'] },
    {
      what: `besideNationalDay ${year}`,
      status: besideNationalDay?.status,
      path: ['notices', index, 'besideNationalDay'],
    },
    ...swaps.flatMap(({ off, working, status }, item) => [
      { what: off, status, path: ['notices', index, 'swaps', item, 'off'] },
      ...(working === undefined ? [] : [{ what: working, status, path: ['notices', index, 'swaps', item, 'working'] }]),
    ]),
  ]);
  const applied = facts.filter(({ status }) => status === 'announced');
  return applied.flatMap(({ what, path }, index) => {
    const first = applied.findIndex((one) => one.what === what);
    if (first === index) return [];
    const line = source.place(applied[first]?.path ?? []).line;
    return [problemAt(source.place(path), 'FIXED_TWICE', { what, first: line })];
  });
}
