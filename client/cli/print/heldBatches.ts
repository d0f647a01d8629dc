import { aboutTexts, noticePrintTexts as texts } from '../../../contract/texts/cli/notices.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { HeldBatch, Settled } from '../../../store/holds.ts';
import type { BatchPreview } from '../../notices/types.ts';
import type { Call } from '../session.ts';
import { indent, table } from './table.ts';

/** Gives the batches that wait for somebody to release or drop them. */
export function heldText(batches: HeldBatch[], call: Call): string {
  if (batches.length === 0) return call.say(texts.noneHeld);
  const { colBatch, colBy, colNotices, colPeople, colPosts, colSubjects, colReason } = texts;
  const header = [colBatch, colBy, colNotices, colPeople, colPosts, colSubjects, colReason].map((text) =>
    call.say(text),
  );
  const rows = batches.map((batch) => [
    batch.batchId,
    batch.by ?? '',
    String(batch.notices),
    String(batch.people),
    String(batch.posts),
    String(batch.subjects),
    batch.reason ?? '',
  ]);
  return table(header, rows, call.world.columns);
}

/** Gives what a settlement of the batch let go or gave up, by the sentence for it. */
export function settledText(batch: string, { notices, posts }: Settled, said: Text, call: Call): string {
  if (notices + posts === 0) return call.say(texts.settledBefore, { batch });
  return [
    call.say(said, { batch, count: notices }),
    ...(posts > 0 ? [call.say(texts.postsSettled, { posts })] : []),
  ].join(' ');
}

/** Gives what would go out: to whom, and one notice in full of each kind. */
export function batchPreviewText({ batch, recipients, webhooks, examples }: BatchPreview, call: Call): string {
  const { batchId, notices, people, posts, subjects } = batch;
  const header = [texts.colPeople, texts.colName, texts.colAddress, texts.colNotices].map((text) => call.say(text));
  const rows = recipients.map(({ id, name, address, notices: count }) => [
    id,
    name ?? '',
    address ?? '',
    String(count),
  ]);
  return [
    call.say(texts.previewOf, { batch: batchId, notices, people, subjects }),
    table(header, rows, call.world.columns),
    ...(webhooks.length > 0
      ? [
          [
            call.say(texts.postsToo, { posts, webhooks: webhooks.length }),
            ...webhooks.map(({ id, url, posts: count }) => indent(call.say(texts.postsTo, { id, url, posts: count }))),
          ].join('\n'),
        ]
      : []),
    ...examples.map(({ template, about, locale, count, to, subject, text }) =>
      [
        call.say(texts.exampleOf, { template, about: call.say(aboutTexts[about]), locale, count, to }),
        indent(`${subject}\n\n${text.trimEnd()}`),
      ].join('\n\n'),
    ),
    call.say(texts.howToSettle, { batch: batchId }),
  ].join('\n\n');
}
