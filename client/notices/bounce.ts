import { simpleParser } from 'mailparser';
import type { Bounced } from '../../store/bounces.ts';
import { markBounced } from '../../store/bounces.ts';
import type { Store } from '../../store/connect.ts';
import { NoticeError } from './errors.ts';

/** What a delivery report (RFC 3464) says of one mail of ours. */
export type BounceReport = { messageId: string | null; action: string; status: string; diagnostic: string };

/**
 * Reads a delivery report: the `message/delivery-status` part, and the Message-ID of the mail that came back with it.
 * Throws NoticeError NOT_A_BOUNCE.
 */
export async function readBounce(rawMail: string | Buffer): Promise<BounceReport> {
  const mail = await simpleParser(rawMail, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    // The mail that came back is read as it is.
    ignoreEmbedded: true,
  });
  const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (!status) throw new NoticeError('NOT_A_BOUNCE');
  const fields = fieldsOf(status.content.toString('utf8'));
  const returned = mail.attachments.find(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)$/.test(contentType),
  );
  const original = returned ? fieldsOf(returned.content.toString('utf8')) : new Map<string, string>();
  return {
    // A server that returns nothing of the mail may still name it, as an answer to it.
    messageId: original.get('message-id') ?? mail.inReplyTo ?? fields.get('x-original-message-id') ?? null,
    action: (fields.get('action') ?? 'unknown').toLowerCase(),
    status: fields.get('status') ?? '',
    diagnostic: fields.get('diagnostic-code') ?? '',
  };
}

/** Records a mail that came back. Throws NoticeError NOT_A_BOUNCE, NOT_A_FAILURE, UNKNOWN_MESSAGE. */
export async function recordBounce(store: Store, rawMail: string | Buffer): Promise<Bounced> {
  const { messageId, action, status, diagnostic } = await readBounce(rawMail);
  if (action !== 'failed') throw new NoticeError('NOT_A_FAILURE', { action });
  const words = [status, diagnostic].filter((word) => word !== '').join(' ') || 'no diagnostic given';
  const bounced = messageId === null ? null : await markBounced(store, messageId.trim(), words);
  if (!bounced) throw new NoticeError('UNKNOWN_MESSAGE', { messageId: messageId ?? '?' });
  return bounced;
}

/** Gives header-like lines by lower-case name, the first of each; folded lines are joined. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9-]*):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}
