import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { MailboxLine } from '../../client/mailbox.ts';
import { foldMailbox, isMailId, mailboxIndex } from '../../client/mailbox.ts';

/** Keeps mails; `store` gives the mail's id. */
export type MailboxStorage = { store(raw: Buffer, recipients: string[], at?: Date): Promise<string> };

/**
 * Opens the mailbox folder, readable by its owner only: mails name people. One process writes to a folder.
 * A mail whose index line was lost in a crash is indexed again.
 */
export async function openStorage(folder: string): Promise<MailboxStorage> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const indexPath = join(folder, mailboxIndex);
  const lines = await readFile(indexPath, 'utf8').catch(() => '');
  // A torn last line must not swallow the next one.
  if (lines !== '' && !lines.endsWith('\n')) await appendFile(indexPath, '\n');
  const known = new Set(foldMailbox(lines).map((mail) => mail.id));
  for (const name of (await readdir(folder)).sort()) {
    const id = name.slice(0, -'.eml'.length);
    if (!name.endsWith('.eml') || !isMailId(id) || known.has(id)) continue;
    await addLine(indexPath, await describe(id, await readFile(join(folder, name)), [], new Date()));
    known.add(id);
  }

  // One after the other: two deliveries of one Message-ID at the same moment must become one file and two lines.
  let last: Promise<unknown> = Promise.resolve();
  async function store(raw: Buffer, recipients: string[], at: Date): Promise<string> {
    const { messageId } = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    const id = createHash('sha256')
      .update(messageId ?? raw)
      .digest('hex')
      .slice(0, 32);
    if (known.has(id)) {
      await addLine(indexPath, { kind: 'again', id, at: at.toISOString(), to: recipients });
      return id;
    }
    const draft = join(folder, `.${id}.${process.pid}`);
    // No fsync: a development mailbox; the outbox row is the record.
    await writeFile(draft, raw, { mode: 0o600 });
    await rename(draft, join(folder, `${id}.eml`));
    await addLine(indexPath, await describe(id, raw, recipients, at));
    known.add(id);
    return id;
  }
  return {
    store(raw, recipients, at = new Date()) {
      const stored = last.then(() => store(raw, recipients, at));
      last = stored.catch(() => {});
      return stored;
    },
  };
}

function addLine(path: string, line: MailboxLine): Promise<void> {
  return appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

async function describe(id: string, raw: Buffer, recipients: string[], at: Date): Promise<MailboxLine> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const header = (name: string) => {
    const value = mail.headers.get(name);
    return typeof value === 'string' ? value : null;
  };
  const inHeader = (Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : []).flatMap((to) => to.value);
  return {
    kind: 'mail',
    id,
    messageId: mail.messageId ?? '',
    at: at.toISOString(),
    from: mail.from?.text ?? '',
    to: recipients.length > 0 ? recipients : inHeader.flatMap(({ address }) => address ?? []),
    subject: mail.subject ?? '',
    nomination: header('x-vinhdanh-nomination'),
    template: header('x-vinhdanh-template'),
    sizeBytes: raw.length,
  };
}
