import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/**
 * Reads the development mailbox: a folder of `<id>.eml` files and `index.jsonl`, one line a delivery. Used by
 * `vinhdanh mail`, by the mailbox pages and by the mailbox's own writer, so the format is known here only.
 */
export type MailboxEntry = {
  /** 32 hex digits, from the Message-ID: the same notice has the same id for ever. */
  id: string;
  messageId: string;
  /** Real instant of the first delivery. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  nomination: string | null;
  template: string | null;
  sizeBytes: number;
  /** How often a mail of this Message-ID was handed in; more than one means a repeated delivery. */
  deliveries: number;
  lastAt: string;
};

/** A line of the index: a mail seen for the first time, or one more delivery of it. */
export type MailboxLine =
  | ({ kind: 'mail' } & Omit<MailboxEntry, 'deliveries' | 'lastAt'>)
  | { kind: 'again'; id: string; at: string; to: string[] };

export type MailboxFilter = {
  /** Part of an address, upper and lower case alike. */
  recipient?: string;
  /** A nomination's whole id. */
  nomination?: string;
  limit?: number;
  offset?: number;
};
export type MailboxList = { total: number; mails: MailboxEntry[] };
export type MailboxMail = MailboxEntry & {
  headers: { name: string; value: string }[];
  text: string;
  html: string | null;
};

export const mailboxIndex = 'index.jsonl';

/** Gives the mails, newest first. A mailbox that does not exist yet is empty. */
export async function readMailbox(folder: string, filter: MailboxFilter = {}): Promise<MailboxList> {
  const lines = await readFile(join(folder, mailboxIndex), 'utf8').catch(emptyWhenMissing);
  const wanted = foldMailbox(lines).filter((mail) => matches(mail, filter));
  // Lines are in the order of arrival; within one millisecond the later line is the newer mail.
  const newest = wanted.reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const offset = filter.offset ?? 0;
  return { total: newest.length, mails: newest.slice(offset, offset + (filter.limit ?? 50)) };
}

/** Gives one mail in full, or null when there is none of this id. */
export async function readMail(folder: string, id: string): Promise<MailboxMail | null> {
  // The id becomes part of a path: only what the writer makes is let through.
  if (!isMailId(id)) return null;
  const lines = await readFile(join(folder, mailboxIndex), 'utf8').catch(emptyWhenMissing);
  const entry = foldMailbox(lines).find((mail) => mail.id === id);
  if (!entry) return null;
  const parsed = await simpleParser(await readFile(join(folder, `${id}.eml`)));
  return {
    ...entry,
    headers: parsed.headerLines.map(({ line }) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    }),
    text: parsed.text ?? '',
    html: parsed.html || null,
  };
}

/** Gives whether `id` has the form of a mail's id. */
export function isMailId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}

/** Folds the index into one entry a mail, in the order of arrival. A line torn by a crash is skipped. */
export function foldMailbox(lines: string): MailboxEntry[] {
  const entries = new Map<string, MailboxEntry>();
  for (const text of lines.split('\n')) {
    const line = parseLine(text);
    if (!line) continue;
    const known = entries.get(line.id);
    if (known) {
      known.deliveries += 1;
      known.lastAt = line.at;
      known.to = [...new Set([...known.to, ...line.to])];
    } else if (line.kind === 'mail') {
      const { kind: _, ...mail } = line;
      entries.set(line.id, { ...mail, deliveries: 1, lastAt: line.at });
    }
  }
  return [...entries.values()];
}

function parseLine(text: string): MailboxLine | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as MailboxLine;
  } catch {
    return null;
  }
}

function matches(mail: MailboxEntry, { recipient, nomination }: MailboxFilter): boolean {
  const part = recipient?.trim().toLowerCase();
  if (part && !mail.to.some((address) => address.toLowerCase().includes(part))) return false;
  return !nomination?.trim() || mail.nomination === nomination.trim();
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
