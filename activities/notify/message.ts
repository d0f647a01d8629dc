import type { SendMailOptions } from 'nodemailer';
import { composeNotice } from '../../contract/texts/notices/compose.ts';
import type { NoticeValues } from '../../contract/texts/notices/shape.ts';
import { isNoticeTemplate } from '../../contract/texts/notices.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Failure, OutboxRow } from '../../store/outbox.ts';
import { html, plainText } from './render.ts';

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
  const address = addressOf(row);
  if (!isNoticeTemplate(row.template)) {
    throw new UnsendableNotice({ kind: 'temporary', error: `UNKNOWN_TEMPLATE ${String(row.template)}` });
  }
  const locale: Locale = row.locale === 'en' ? 'en' : 'vi';
  const notice = composeNotice(row.template, locale, values);
  return {
    from,
    to: { name: row.recipientName ?? '', address },
    subject: notice.subject,
    text: plainText(notice),
    html: html(notice, locale),
    // The outbox row's own, for ever: two deliveries of one notice are recognised as one.
    messageId: row.messageId,
    // Mail programs show the notices of one nomination as one conversation.
    references: [`<nomination.${row.nominationId}@${domainOf(row.messageId)}>`],
    // A list id lets people file the notices. No List-Unsubscribe: a notice prescribed by law cannot be declined.
    list: { id: { url: `notices.${domainOf(row.messageId)}`, comment: 'Vinh Danh' } },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': locale,
      'X-Vinhdanh-Nomination': row.nominationId,
      'X-Vinhdanh-Revision': String(row.revision),
      'X-Vinhdanh-Template': row.template,
    },
    // Texts come from people: never let one be read as a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** One plain address: with a comma in it the mail would go to two. */
function addressOf(row: OutboxRow): string {
  const address = row.address?.trim() ?? '';
  if (address === '') throw new UnsendableNotice({ kind: 'hopeless', error: 'NO_ADDRESS' });
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)) {
    throw new UnsendableNotice({ kind: 'hopeless', error: 'BAD_ADDRESS' });
  }
  return address;
}

function domainOf(messageId: string): string {
  return /@([^@>]+)>?$/.exec(messageId)?.[1] ?? 'vinhdanh.invalid';
}
