import type { ComposedNotice } from '../../contract/texts/notices/compose.ts';
import { composeNotice } from '../../contract/texts/notices/compose.ts';
import { plainText } from '../../contract/texts/notices/render.ts';
import { isNoticeTemplate } from '../../contract/texts/notices.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Store } from '../../store/connect.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { noticeValues } from '../../store/outboxFacts.ts';

/** A notice in words. One whose text cannot be made shows its template and its subject's id: a list must not fail over it. */
export type Worded = { subject: string; text: string; dueAt: string | null };

/** Gives a notice in its recipient's language. */
export async function worded(store: Store, row: OutboxRow): Promise<Worded> {
  const { template } = row;
  const dueAt = row.data.deadline?.dueAt ?? null;
  const bare = `${template} – ${row.subjectId}`;
  if (!isNoticeTemplate(template)) return { subject: bare, text: bare, dueAt };
  const values = await noticeValues(store, row);
  try {
    const notice: ComposedNotice = composeNotice(template, localeOf(row), values);
    return { subject: notice.subject, text: plainText(notice), dueAt: values.dueAt ?? dueAt };
  } catch {
    return { subject: bare, text: bare, dueAt };
  }
}

export function localeOf({ locale }: { locale: string }): Locale {
  return locale === 'en' ? 'en' : 'vi';
}
