import { addDays } from '../../../contract/calendar.ts';
import { endOfDay, localDay } from '../../../contract/calendarDay.ts';
import { reportsOf } from '../../../programmes/reports.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** A report is compiled when its day is over; on a fast clock the product may come to it days later. */
const withinDays = 15;

/** Interim and final reports went to the desks the document names, on their days. */
export function reportChecks({ programme, evidence, endedAt }: Findings): Check[] {
  const due = reportsOf(programme).filter(({ dueOn }) => endOfDay(addDays(dueOn, withinDays)) < endedAt);
  const wrong = due.flatMap(({ reportId, kind, dueOn, to }) => {
    const sent = evidence.reports.find(({ id }) => id === reportId);
    if (!sent) return [`${reportId}: –`];
    const day = localDay(sent.at);
    const good =
      sent.kind === kind &&
      sent.recipientBody === to &&
      sent.told > 0 &&
      dueOn <= day &&
      day <= addDays(dueOn, withinDays);
    return good ? [] : [`${reportId}: ${sent.kind} ${sent.recipientBody} ${day}, ${sent.told}`];
  });
  const twice = evidence.reports.filter(({ id }) => !reportsOf(programme).some(({ reportId }) => reportId === id));
  return [
    holdsUnless('reportsDelivered', [...wrong, ...twice.map(({ id }) => id)], {
      count: evidence.reports.length,
      of: due.length,
      final: evidence.reports.filter(({ kind }) => kind === 'final').length,
    }),
  ];
}
