import { roundParts } from '../../contract/round.ts';
import type { Store } from '../../store/connect.ts';
import type { HeldBatch, Settled } from '../../store/holds.ts';
import { batchOf, dropBatch, heldBatches, heldNotices, releaseBatch } from '../../store/holds.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { NoticeError } from './errors.ts';
import type { BatchPreview } from './types.ts';
import { isAdministrator } from './who.ts';
import { localeOf, worded } from './words.ts';

/** Gives the batches the person may settle: all for an administrator, else those of changes the person applied. */
export async function heldFor(store: Store, by: string, at: string): Promise<HeldBatch[]> {
  const all = await heldBatches(store);
  return (await isAdministrator(store, by, at)) ? all : all.filter((batch) => batch.by === by);
}

/** Gives whom a batch's release would tell what, with one notice in full of each kind. */
export async function previewBatch(store: Store, by: string, batchId: string, at: string): Promise<BatchPreview> {
  await checkMay(store, by, batchId, at);
  const [batch] = (await heldBatches(store)).filter((held) => held.batchId === batchId);
  if (!batch) throw new NoticeError('NOTHING_HELD', { batch: batchId });
  const rows = await heldNotices(store, batchId);
  const [mails, posts] = [
    rows.filter(({ channel }) => channel === 'email'),
    rows.filter(({ channel }) => channel !== 'email'),
  ];
  return {
    batch,
    recipients: recipientsOf(mails),
    webhooks: webhooksOf(posts),
    examples: await examplesOf(store, mails),
  };
}

/** Lets a batch's held notices go out; gives how many. Throws NoticeError. */
export async function release(store: Store, by: string, batchId: string, at: string): Promise<Settled> {
  await checkMay(store, by, batchId, at);
  return releaseBatch(store, batchId, by);
}

/** Gives up a batch's held notices; gives how many. Throws NoticeError. */
export async function drop(store: Store, by: string, batchId: string, reason: string, at: string): Promise<Settled> {
  await checkMay(store, by, batchId, at);
  if (reason.trim() === '') throw new NoticeError('REASON_MISSING');
  return dropBatch(store, batchId, by, reason.trim().normalize('NFC'));
}

async function checkMay(store: Store, by: string, batchId: string, at: string): Promise<void> {
  const administrator = await isAdministrator(store, by, at);
  const batch = await batchOf(store, batchId);
  if (!batch) throw new NoticeError('UNKNOWN_BATCH', { batch: batchId });
  if (!administrator && batch.by !== by) throw new NoticeError('NOT_YOUR_BATCH', { batch: batchId });
}

function recipientsOf(rows: OutboxRow[]): BatchPreview['recipients'] {
  const recipients = new Map<string, BatchPreview['recipients'][number]>();
  for (const { recipientPerson: id, recipientName: name, address } of rows) {
    const known = recipients.get(id) ?? { id, name, address, notices: 0 };
    recipients.set(id, { ...known, notices: known.notices + 1 });
  }
  return [...recipients.values()];
}

function webhooksOf(rows: OutboxRow[]): BatchPreview['webhooks'] {
  const webhooks = Map.groupBy(rows, ({ recipientPerson }) => recipientPerson);
  return [...webhooks].map(([id, posts]) => ({ id, url: posts[0]?.address ?? '', posts: posts.length }));
}

/** A notice about a round says other things than one about a nomination, by the same template. */
async function examplesOf(store: Store, rows: OutboxRow[]): Promise<BatchPreview['examples']> {
  const kinds = new Map<string, [OutboxRow, ...OutboxRow[]]>();
  for (const row of rows) {
    const kind = `${row.template} ${aboutOf(row)} ${localeOf(row)}`;
    const known = kinds.get(kind);
    if (known) known.push(row);
    else kinds.set(kind, [row]);
  }
  return Promise.all(
    [...kinds.values()].map(async (alike) => {
      const [first] = alike;
      const { subject, text } = await worded(store, first);
      return {
        template: first.template,
        about: aboutOf(first),
        locale: localeOf(first),
        count: alike.length,
        to: first.recipientName ?? first.recipientPerson,
        subject,
        text,
      };
    }),
  );
}

function aboutOf({ subjectId }: OutboxRow): 'round' | 'nomination' {
  return roundParts(subjectId) ? 'round' : 'nomination';
}
