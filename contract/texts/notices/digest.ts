import type { NoticeTemplate } from '../../nomination.ts';
import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import type { ComposedNotice, NoticeBlock } from './compose.ts';
import { essentialLines, subjectOf } from './compose.ts';
import { criteriaOnce } from './criteriaOnce.ts';
import { fill } from './fill.ts';
import { noticeFrame } from './frame.ts';
import { printInstant } from './printDay.ts';
import type { NoticeValues } from './shape.ts';

/** One notice among those of a digest. */
export type DigestEntry = { template: NoticeTemplate; values: NoticeValues };

const texts = {
  subject: { vi: '{count} thông báo; hạn sớm nhất ngày {dueAt}', en: '{count} notices; the earliest due on {dueAt}' },
  subjectOverdue: {
    vi: '{count} thông báo ({overdue} về việc QUÁ HẠN); hạn sớm nhất ngày {dueAt}',
    en: '{count} notices ({overdue} of overdue matters); the earliest due on {dueAt}',
  },
  subjectUndated: { vi: '{count} thông báo', en: '{count} notices' },
  intro: {
    vi: 'Có {count} thông báo gửi Ông/Bà trong cùng một lúc, được gộp vào một thư; việc gấp nhất xếp trước. Mỗi thông báo có giá trị như khi gửi riêng.',
    en: 'There are {count} notices for you at once, put together in one mail, the most urgent first. Each counts as if it had been sent by itself.',
  },
  due: { vi: 'Thời hạn', en: 'Due' },
  id: { vi: 'Mã', en: 'Id' },
  follow: {
    vi: 'Xem đầy đủ từng thông báo: dùng lệnh “npx vinhdanh notices”. Xem từng hồ sơ: dùng lệnh “npx vinhdanh show” kèm mã hồ sơ.',
    en: 'To read each in full: the command “npx vinhdanh notices”. To see a nomination: the command “npx vinhdanh show” with its id.',
  },
} as const satisfies Record<string, Text>;

/** Gives a digest in words, the most urgent notice first: those with a due date by it, then the others as they came. */
export function composeDigest(entries: readonly DigestEntry[], recipientName: string, locale: Locale): ComposedNotice {
  const ordered = [...entries].sort((a, b) => dueMs(a.values) - dueMs(b.values));
  const count = String(entries.length);
  return {
    subject: digestSubject(ordered, locale),
    blocks: [
      { kind: 'paragraph', text: fill(noticeFrame.salutation[locale], locale, { recipientName }) },
      { kind: 'paragraph', text: say(texts.intro, locale, { count }) },
      ...criteriaOnce(
        ordered.map((entry, index) => entryBlocks(entry, index + 1, locale)),
        locale,
      ).flat(),
      { kind: 'paragraph', text: texts.follow[locale] },
      { kind: 'paragraph', text: noticeFrame.closing[locale] },
      { kind: 'paragraph', text: noticeFrame.signature[locale] },
      { kind: 'paragraph', text: noticeFrame.automatic[locale] },
    ],
  };
}

/** Notices of a matter whose time is over. */
const ofOverdue: readonly NoticeTemplate[] = ['deadline.escalated', 'round.escalated'];

function digestSubject(ordered: readonly DigestEntry[], locale: Locale): string {
  const count = ordered.length;
  const overdue = ordered.filter(({ template }) => ofOverdue.includes(template)).length;
  const first = ordered[0]?.values.dueAt;
  if (first === undefined) return say(texts.subjectUndated, locale, { count });
  return say(overdue > 0 ? texts.subjectOverdue : texts.subject, locale, {
    count,
    overdue,
    dueAt: printInstant(first),
  });
}

function entryBlocks({ template, values }: DigestEntry, number: number, locale: Locale): NoticeBlock[] {
  const ids = { nomination: values.nominationId, round: values.roundId, report: values.reportId, person: undefined };
  const id = ids[values.about ?? 'nomination'];
  const rows: [string, string][] = [];
  if (values.dueAt) rows.push([texts.due[locale], printInstant(values.dueAt)]);
  if (id) rows.push([texts.id[locale], id]);
  return [
    { kind: 'heading', text: `${number}. ${subjectOf(template, locale, values)}` },
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ...essentialLines(template, locale, values),
  ];
}

function dueMs({ dueAt }: NoticeValues): number {
  const ms = dueAt === undefined ? Number.NaN : Date.parse(dueAt);
  return Number.isNaN(ms) ? Number.MAX_SAFE_INTEGER : ms;
}
