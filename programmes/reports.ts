import { addDays } from '../contract/calendar.ts';
import type { Programme } from '../contract/programme.ts';
import { bodyOf, notStated } from '../contract/programme.ts';
import type { ScheduledReport } from '../contract/report.ts';
import { programmeSpan } from './phases.ts';

/** Gives the id of the report that the programme's duty (its place in `reporting`) makes due on the day. */
function reportIdOf(programmeId: string, duty: number, dueOn: string): string {
  return `${programmeId}/report/${duty}/${dueOn}`;
}

/**
 * Gives the programme's reports, duty by duty, in the order of their days; none where the document states no duty to report.
 * An interim report covers the time since the report before it, a final one the time since the final one before it; the
 * first of either kind goes back to the programme's first day.
 */
export function reportsOf(programme: Programme): ScheduledReport[] {
  if (programme.reporting === notStated) return [];
  const { from: begins } = programmeSpan(programme);
  return programme.reporting.flatMap((duty, index) => {
    const days = duty.dueOn.value;
    const finals = duty.finalOn?.value ?? days.slice(-1);
    const via = duty.via === notStated || duty.via.body === notStated ? null : duty.via.body;
    return days.map((dueOn, place) => {
      const final = finals.includes(dueOn);
      const before = days.slice(0, place).findLast((day) => !final || finals.includes(day));
      return {
        reportId: reportIdOf(programme.id, index, dueOn),
        programmeId: programme.id,
        kind: final ? ('final' as const) : ('interim' as const),
        dueOn,
        periodFrom: before === undefined ? begins : addDays(before, 1),
        to: bodyOf(duty.to),
        via,
      };
    });
  });
}
