import { localDay, startOfDay } from '../contract/calendarDay.ts';
import { countedDue } from '../contract/dayCount.ts';
import type { DueRule, Movement, Programme } from '../contract/programme.ts';
import { notStated, windowEnd } from '../contract/programme.ts';
import type { MovementPlan } from '../contract/roundActs.ts';
import type { RecipientKind } from '../contract/states.ts';
import { calendarFor } from './planCalendar.ts';
import { quotaOf } from './quota.ts';
import { dayCountOf } from './stageDue.ts';

/** Gives the document's own words: the movement's content, the principles of award, the targets it sets the movement, the tasks. */
export function criteriaOf(programme: Programme, { id, content }: Movement): MovementPlan['criteria'] {
  const numbered = (code: string, texts: readonly string[]) =>
    texts.map((text, index) => ({ code: `${code}${index + 1}`, text }));
  const targets = programme.coverageTargets.filter(({ movement }) => movement === id);
  return [
    ...numbered('noiDung', content === notStated ? [] : [content.value]),
    ...numbered(
      'nguyenTac',
      programme.awardPrinciples.map(({ quote }) => quote),
    ),
    ...numbered(
      'chiTieu',
      targets.map(({ quote }) => quote),
    ),
    ...numbered(
      'nhiemVu',
      programme.taskGroups.map(({ value }) => value),
    ),
  ];
}

/** Gives the quota as the document states it; where it leaves the number open or to somebody else, as configured. */
export function planQuota(movement: Movement, kind: RecipientKind): MovementPlan['quota']['collective'] {
  const { stated, ceiling, per } = quotaOf(movement, kind);
  if (stated === 'perProgramme') {
    return { kind: 'perProgramme', count: ceiling ?? 0, programmes: per.map(({ id }) => id) };
  }
  if (stated === 'none' || movement.quota[kind].configured?.value.kind === 'none') return { kind: 'none' };
  return ceiling === null ? { kind: 'unlimited' } : { kind: 'fixed', count: ceiling };
}

/** Gives the day by which units answer: the later of the rule's fixed day and its count from the opening. */
export function answerDay(programme: Programme, rule: DueRule, opensOn: string, windowTo: string): string {
  const count = dayCountOf(rule);
  const opensAt = startOfDay(opensOn);
  const counted = count && localDay(countedDue(opensAt, count, calendarFor(programme, opensAt)).dueAt);
  const on = rule.on === windowEnd ? windowTo : rule.on;
  if (on !== undefined && (counted === null || on > counted)) return on;
  return counted ?? windowTo;
}
