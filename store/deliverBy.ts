import type { WorkingCalendar } from '../contract/calendar.ts';
import type { DayCount } from '../contract/dayCount.ts';
import { countedDue } from '../contract/dayCount.ts';
import type { NoticeTemplate } from '../contract/nomination.ts';
import type { Store } from './connect.ts';
import type { OutboxStatus } from './schema/outbox.ts';

/** Notices that tell the nominating unit that there will be no award: the ones with a deadline of their own. */
const refusalTemplates = [
  'authority.refuse',
  'review.notSelect',
  'council.notRecommend',
] as const satisfies readonly NoticeTemplate[];

/**
 * Gives `deliverBy` for `write_notices`: by when each refusal notice of an event at `at` must be with the unit, or undefined
 * when there is none. Without the calendar a working-day count needs, none is set: nothing may keep a decision from record.
 */
export function deliverByOf(
  templates: readonly NoticeTemplate[],
  at: string,
  within: DayCount | null,
  calendar?: WorkingCalendar,
): Record<string, string> | undefined {
  const refusals = refusalTemplates.filter((template) => templates.includes(template));
  if (within === null || refusals.length === 0 || (!calendar && within.kind === 'working')) return undefined;
  try {
    const { dueAt } = countedDue(at, within, calendar);
    return Object.fromEntries(refusals.map((template) => [template, dueAt]));
  } catch {
    // The calendar does not reach so far.
    return undefined;
  }
}

export type OverdueNotice = {
  id: string;
  subjectId: string;
  template: NoticeTemplate;
  recipientPerson: string;
  status: OutboxStatus;
  deliverBy: string;
};

/**
 * Gives the notices that should have been delivered by the programme instant `now` and have not been, oldest first. Whoever
 * has read one in the product has been told, whatever became of the mail.
 */
export async function overdueNotices(store: Store, now: string): Promise<OverdueNotice[]> {
  const rows = await store.sql<OverdueNotice[]>`
    select id, subject_id as "subjectId", template, recipient_person as "recipientPerson", status, deliver_by as "deliverBy"
    from outbox where deliver_by < ${now}::timestamptz and status <> 'sent' and read_at is null
    order by deliver_by, id`;
  return rows.map((row) => ({ ...row, deliverBy: new Date(row.deliverBy).toISOString() }));
}
