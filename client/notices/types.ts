import type { NoticeTemplate } from '../../contract/nomination.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Bounced } from '../../store/bounces.ts';
import type { HeldBatch, Settled } from '../../store/holds.ts';
import type { Channel, OutboxStatus } from '../../store/schema/outbox.ts';

/** A notice in its recipient's own list. */
export type NoticeView = {
  id: string;
  subjectId: string;
  template: NoticeTemplate;
  /** Its subject line. */
  subject: string;
  /** Real instant. */
  createdAt: string;
  /** Programme instant. */
  dueAt: string | null;
  readAt: string | null;
};

export type NoticeInFull = NoticeView & { text: string };

export type DeliveryAttempt = {
  attempt: number;
  at: string;
  ok: boolean;
  response: string | null;
  error: string | null;
};

/** A notice as the delivery log shows it. */
export type NoticeLogEntry = {
  id: string;
  subjectId: string;
  revision: number;
  template: NoticeTemplate;
  channel: Channel;
  /** A person's id, or a webhook's. */
  recipient: string;
  address: string | null;
  status: OutboxStatus;
  messageId: string;
  /** The digest it travels in. */
  digestId: string | null;
  createdAt: string;
  nextAttemptAt: string;
  /** Programme instant by which it must have been delivered. */
  deliverBy: string | null;
  lastError: string | null;
  attempts: DeliveryAttempt[];
};

/** What would go out if a batch were released. */
export type BatchPreview = {
  batch: HeldBatch;
  recipients: { id: string; name: string | null; address: string | null; notices: number }[];
  webhooks: { id: string; url: string; posts: number }[];
  /** One notice in full of each kind, and how many there are of it. A webhook is told codes, not words. */
  examples: {
    template: NoticeTemplate;
    about: 'round' | 'nomination';
    locale: Locale;
    count: number;
    to: string;
    subject: string;
    text: string;
  }[];
};

export type WebhookView = { id: string; url: string; templates: string[]; active: boolean; createdAt: string };
/** `reactivated`: it had been registered before, and its receiver had said that it is gone. */
export type AddedWebhook = WebhookView & { secret: string; reactivated: boolean };

/**
 * Notices for the people and systems they are for, and for whoever looks after them. `by` is a person's id. All throw
 * NoticeError; what is not the person's own takes an administrator, a batch also whoever applied its change.
 */
export type NoticesClient = {
  /** A person's own notices, unread first, then newest first. */
  mine(person: string, filter?: { unread?: boolean; limit?: number }): Promise<NoticeView[]>;
  /** One of a person's own notices in full; marks it read. */
  read(person: string, id: string): Promise<NoticeInFull>;
  log(by: string, filter?: { status?: OutboxStatus; subjectId?: string; limit?: number }): Promise<NoticeLogEntry[]>;
  /** Has a notice that failed, died or bounced tried at once, at the recipient's present address; refused where it would die again. */
  retry(by: string, id: string): Promise<void>;
  held(by: string): Promise<HeldBatch[]>;
  preview(by: string, batchId: string): Promise<BatchPreview>;
  /** Gives how many notices and posts now go out; none when the batch had been settled before. Those of shares still to be delivered follow. */
  release(by: string, batchId: string): Promise<Settled>;
  /** Gives how many notices and posts nobody gets; none when the batch had been settled before. Nor those of shares still to be delivered. */
  drop(by: string, batchId: string, reason: string): Promise<Settled>;
  /** The only time the secret is shown. */
  addWebhook(by: string, wanted: { url: string; templates?: string[] }): Promise<AddedWebhook>;
  webhooks(by: string): Promise<WebhookView[]>;
  removeWebhook(by: string, id: string): Promise<void>;
  /** Records a mail that came back, from the report a mail server sent about it. */
  recordBounce(rawMail: string | Buffer): Promise<Bounced>;
};
