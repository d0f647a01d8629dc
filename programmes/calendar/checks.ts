import { addDays } from '../../contract/calendar.ts';
import { duplicates } from '../loader/checks/context.ts';
import type { Problem } from '../loader/problems.ts';
import { problemAt } from '../loader/problems.ts';
import type { YamlSource } from '../loader/yamlSource.ts';
import { checkNotices } from './noticeChecks.ts';
import type { CalendarFacts, InForce } from './schema.ts';

/** The parsed files the facts came from. */
export type CalendarSources = { law: YamlSource; lunar: YamlSource; notices: YamlSource };

/** Finds what is wrong between facts whose shape is right. */
export function checkFacts(facts: CalendarFacts, sources: CalendarSources): Problem[] {
  return [
    ...checkLaw(facts, sources.law),
    ...checkLunar(facts, sources.lunar),
    ...checkNotices(facts, sources.notices),
    ...checkMarks(facts, sources),
  ];
}

function checkLaw({ law }: CalendarFacts, source: YamlSource): Problem[] {
  const { from, through } = law.covers;
  const covers =
    through < from ? [problemAt(source.place(['covers', 'through']), 'DATES_REVERSED', { from, to: through })] : [];
  const reversed = (span: InForce, path: PropertyKey[]) =>
    span.through !== undefined && span.through < span.from
      ? [problemAt(source.place([...path, 'through']), 'DATES_REVERSED', { from: span.from, to: span.through })]
      : [];
  const spans = law.inLieu.flatMap((span, index) => reversed(span, ['inLieu', index]));
  const holidays = law.holidays.flatMap(({ rule, inForce }, index) => {
    const path = ['holidays', index];
    // A leap year: 29/2 would be a day, 30/2 never is.
    const day = rule.kind === 'solar' ? `2024-${two(rule.month)}-${two(rule.day)}` : '2024-01-01';
    const none = Number.isNaN(Date.parse(day)) || addDays(day, 0) !== day;
    return [
      ...(none ? [problemAt(source.place([...path, 'rule', 'day']), 'NO_SUCH_DAY', { day: day.slice(5) })] : []),
      ...inForce.flatMap((span, item) => reversed(span, [...path, 'inForce', item])),
    ];
  });
  const ids = law.holidays.map(({ id }) => id);
  return [
    ...covers,
    ...spans,
    ...holidays,
    ...duplicates(
      source,
      ids,
      (index) => ['holidays', index],
      (path, values) => problemAt(source.place(path), 'DUPLICATE_ID', values),
    ),
  ];
}

function checkLunar({ law, lunar }: CalendarFacts, source: YamlSource): Problem[] {
  const years = lunar.years.map(({ year }) => String(year));
  const missing = yearsOf(law.covers)
    .filter((year) => !years.includes(year))
    .map((year) => problemAt(source.place(['years']), 'YEAR_MISSING', { year }));
  const elsewhere = lunar.years.flatMap((one, index) =>
    (['tet', 'hungKings'] as const)
      .filter((name) => !one[name].startsWith(`${one.year}-`))
      .map((name) => problemAt(source.place(['years', index, name]), 'OTHER_YEAR', { day: one[name], year: one.year })),
  );
  return [
    ...missing,
    ...elsewhere,
    ...duplicates(
      source,
      years,
      (index) => ['years', index],
      (path, values) => problemAt(source.place(path), 'DUPLICATE_ID', values),
    ),
  ];
}

/** Every mark of `readIn` stands in the law's list of sources. */
function checkMarks({ law, lunar, notices }: CalendarFacts, sources: CalendarSources): Problem[] {
  const known = law.sources.map(({ mark }) => mark);
  const unknown = (source: YamlSource, path: PropertyKey[], marks: readonly string[]) =>
    marks.flatMap((found, index) =>
      known.includes(found) ? [] : [problemAt(source.place([...path, 'readIn', index]), 'BAD_VALUE', { found }, known)],
    );
  return [
    ...unknown(sources.law, ['weeklyRest'], law.weeklyRest.readIn),
    ...law.inLieu.flatMap(({ readIn }, index) => unknown(sources.law, ['inLieu', index], readIn)),
    ...law.holidays.flatMap(({ inForce }, index) =>
      inForce.flatMap(({ readIn }, item) => unknown(sources.law, ['holidays', index, 'inForce', item], readIn)),
    ),
    ...unknown(sources.lunar, [], lunar.readIn),
    ...notices.flatMap(({ tet, besideNationalDay, swaps = [] }, index) => [
      ...(tet ? unknown(sources.notices, ['notices', index, 'tet'], tet.readIn) : []),
      ...(besideNationalDay
        ? unknown(sources.notices, ['notices', index, 'besideNationalDay'], besideNationalDay.readIn)
        : []),
      ...swaps.flatMap(({ readIn }, item) => unknown(sources.notices, ['notices', index, 'swaps', item], readIn)),
    ]),
  ];
}

/** Gives the years covered, written out. */
function yearsOf({ from, through }: { from: number; through: number }): string[] {
  return Array.from({ length: Math.max(0, through - from + 1) }, (_, index) => String(from + index));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
