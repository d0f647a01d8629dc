import { noticePrintTexts as texts } from '../../../contract/texts/cli/notices.ts';
import { dateTime, dayOf } from '../../../contract/texts/dates.ts';
import type { NoticeView } from '../../notices/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives a person's notices, unread first. */
export function noticesText(notices: NoticeView[], person: string, call: Call): string {
  if (notices.length === 0) return call.say(texts.none);
  const header = [texts.colRead, texts.colAt, texts.colDue, texts.colSubject, texts.colId].map((text) =>
    call.say(text),
  );
  const rows = notices.map((notice) => [
    notice.readAt === null ? call.say(texts.unread) : dateTime(notice.readAt),
    dateTime(notice.createdAt),
    notice.dueAt === null ? '' : dayOf(notice.dueAt),
    notice.subject,
    notice.id,
  ]);
  return `${call.say(texts.of, { person })}\n\n${table(header, rows, call.world.columns)}\n\n${call.say(texts.howToRead)}`;
}
