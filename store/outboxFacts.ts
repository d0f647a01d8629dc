import { localDay } from '../contract/calendarDay.ts';
import { roundParts } from '../contract/round.ts';
import type { NoticeValues } from '../contract/texts/notices/shape.ts';
import { changedValues } from './changedValues.ts';
import { changeFacts } from './changeFacts.ts';
import type { Store } from './connect.ts';
import { nominationFacts } from './nominationFacts.ts';
import type { OutboxRow } from './outbox.ts';
import { nudgeFacts, reportFacts } from './personalFacts.ts';
import type { ReminderData } from './reminders.ts';
import { roundFacts } from './roundFacts.ts';

const dayMs = 86_400_000;

/**
 * Gives what a notice's text is made from: the names and texts kept in the database, as they stood at its revision where
 * they have one. What is missing (erased, never given) is left out. People's texts never pass through the engine.
 */
export async function noticeValues(store: Store, row: OutboxRow): Promise<NoticeValues> {
  const { deadline, changeId } = row.data;
  const facts = factsFor(row);
  const change = changeId === undefined ? null : await changeFacts(store, changeId, row.subjectId);
  return present({
    recipientName: row.recipientName,
    dueAt: deadline?.dueAt,
    deadlineName: deadline?.name,
    state: row.data.to,
    ...(await facts(store, row)),
    ...('matter' in row.data ? reminderFacts(row.data as ReminderData) : {}),
    ...(change ? { reason: change.reason, ...(change.subject ? await changedValues(store, change.subject) : {}) } : {}),
  });
}

function factsFor({ template, subjectId }: OutboxRow) {
  if (template === 'report.ready') return reportFacts;
  if (template === 'progress.nudge') return nudgeFacts;
  return roundParts(subjectId) ? roundFacts : nominationFacts;
}

function reminderFacts({ at, deadline, matter }: ReminderData) {
  if (!deadline) return {};
  const days = Math.round((Date.parse(localDay(deadline.dueAt)) - Date.parse(localDay(at))) / dayMs);
  return {
    daysLeft: String(days),
    provisionalYear: matter.provisional ? localDay(deadline.dueAt).slice(0, 4) : undefined,
  };
}

/** Leaves out what is null, undefined or empty. */
function present(values: { [K in keyof NoticeValues]: NoticeValues[K] | null | undefined }): NoticeValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
