import type { SendMailOptions } from 'nodemailer';
import type { ComposedNotice } from '../../contract/texts/notices/compose.ts';
import { composeNotice } from '../../contract/texts/notices/compose.ts';
import type { DigestEntry } from '../../contract/texts/notices/digest.ts';
import { composeDigest } from '../../contract/texts/notices/digest.ts';
import { html, plainText } from '../../contract/texts/notices/render.ts';
import type { NoticeValues } from '../../contract/texts/notices/shape.ts';
import { isNoticeTemplate } from '../../contract/texts/notices.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Failure } from '../../store/attempts.ts';
import type { DigestRow, OutboxRow } from '../../store/outbox.ts';

/** Thrown when a notice cannot be made into a mail; carries what to write into the delivery log. */
export class UnsendableNotice extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.error);
    this.name = 'UnsendableNotice';
    this.failure = failure;
  }
}

/**
 * Gives the mail of an outbox row. Throws UnsendableNotice without a usable address (a person has to correct it) or for
 * a template this version does not know (a newer one may).
 */
export function mailOf(row: OutboxRow, values: NoticeValues, from: string): SendMailOptions {
  const address = usable(row.address);
  const { template } = entryOf(row, values);
  const locale = localeOf(row);
  return {
    ...mailFrame({ from, name: row.recipientName, address, locale, id: row.id, messageId: row.messageId }),
    ...contentOf(composeNotice(template, locale, values), locale),
    // Mail programs show the notices of one subject as one conversation.
    references: [`<nomination.${row.subjectId.replaceAll('/', '.')}@${domainOf(row.messageId)}>`],
    headers: {
      ...commonHeaders(locale),
      ...subjectHeader(values, row.subjectId),
      'X-Vinhdanh-Revision': String(row.revision),
      'X-Vinhdanh-Template': row.template,
    },
  };
}

/** Gives what a row is in a digest. Throws UnsendableNotice for a template this version does not know. */
export function entryOf(row: OutboxRow, values: NoticeValues): DigestEntry {
  const { template } = row;
  if (!isNoticeTemplate(template)) {
    throw new UnsendableNotice({ kind: 'temporary', error: `UNKNOWN_TEMPLATE ${String(template)}` });
  }
  return { template, values };
}

/** Gives the mail of a digest; `rows` are the notices it carries. Throws UnsendableNotice without a usable address. */
export function digestMailOf(
  digest: DigestRow,
  rows: readonly OutboxRow[],
  entries: readonly DigestEntry[],
  from: string,
): SendMailOptions {
  const address = usable(digest.address);
  const locale = localeOf(digest);
  const name = rows[0]?.recipientName ?? '';
  return {
    ...mailFrame({ from, name, address, locale, id: digest.id, messageId: digest.messageId }),
    ...contentOf(composeDigest(entries, name, locale), locale),
    references: rows.map(({ messageId }) => messageId),
    headers: {
      ...commonHeaders(locale),
      'X-Vinhdanh-Template': 'digest',
      'X-Vinhdanh-Digest': String(rows.length),
    },
  };
}

type Frame = {
  from: string;
  name: string | null;
  address: string;
  locale: Locale;
  id: string;
  /** The row's or the digest's own, for ever: two deliveries of one are recognised as one. */
  messageId: string;
};

function mailFrame({ from, name, address, id, messageId }: Frame): SendMailOptions {
  return {
    from,
    to: { name: name ?? '', address },
    messageId,
    // A list id lets people file the notices. No List-Unsubscribe: a notice prescribed by law cannot be declined.
    list: { id: { url: `notices.${domainOf(messageId)}`, comment: 'Vinh Danh' } },
    // Ignored by servers that do not offer it.
    dsn: { id, return: 'headers', notify: ['failure', 'delay'], recipient: address },
    // Texts come from people: never let one be read as a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function contentOf(notice: ComposedNotice, locale: Locale): SendMailOptions {
  return { subject: notice.subject, text: plainText(notice), html: html(notice, locale) };
}

/** A nudge is about a person's matters, of no one subject; a report's id stands in its text. */
function subjectHeader({ about = 'nomination' }: NoticeValues, subjectId: string): Record<string, string> {
  if (about === 'nomination') return { 'X-Vinhdanh-Nomination': subjectId };
  return about === 'round' ? { 'X-Vinhdanh-Round': subjectId } : {};
}

function commonHeaders(locale: Locale): Record<string, string> {
  return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale };
}

function localeOf({ locale }: { locale: string }): Locale {
  return locale === 'en' ? 'en' : 'vi';
}

/** One plain address: with a comma in it the mail would go to two. */
function usable(given: string | null): string {
  const address = given?.trim() ?? '';
  if (address === '') throw new UnsendableNotice({ kind: 'hopeless', error: 'NO_ADDRESS' });
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)) {
    throw new UnsendableNotice({ kind: 'hopeless', error: 'BAD_ADDRESS' });
  }
  return address;
}

function domainOf(messageId: string): string {
  return /@([^@>]+)>?$/.exec(messageId)?.[1] ?? 'vinhdanh.invalid';
}
