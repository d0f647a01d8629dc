import { notStated } from '../../../contract/programme.ts';
import { programmeSpan } from '../../phases.ts';
import { problemAt } from '../problems.ts';
import type { Check } from './context.ts';

/** Report days go forwards from the programme's first day; final ones are among them. */
export const checkReports: Check = ({ programme, source: { place } }) => {
  if (programme.reporting === notStated) return [];
  const { from } = programmeSpan(programme);
  return programme.reporting.flatMap(({ dueOn, finalOn }, index) => {
    const path = ['reporting', index, 'dueOn', 'value'];
    const days = dueOn.value;
    const ofDays = days.flatMap((day, item) => {
      const at = place([...path, item]);
      if (day < from) return [problemAt(at, 'REPORT_BEFORE_PROGRAMME', { day, from })];
      const before = days[item - 1];
      return before !== undefined && day <= before ? [problemAt(at, 'REPORT_DAYS_UNORDERED', { day })] : [];
    });
    const ofFinals = (finalOn?.value ?? []).flatMap((name, item) =>
      days.includes(name)
        ? []
        : [problemAt(place(['reporting', index, 'finalOn', 'value', item]), 'REPORT_FINAL_UNKNOWN', { name }, days)],
    );
    return [...ofDays, ...ofFinals];
  });
};
