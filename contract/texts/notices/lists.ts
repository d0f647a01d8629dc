import { deadlineTexts } from '../deadlines.ts';
import { roundDeadlineTexts } from '../round/deadlines.ts';
import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import { printInstant } from './printDay.ts';
import type { NoticeValues } from './shape.ts';
import { label } from './words.ts';

/** Placeholders that stand for several lines. */
export const listNames = ['items', 'criteria', 'parties', 'counts', 'changes', 'ruleChanges', 'matters'] as const;
export type ListName = (typeof listNames)[number];

/** Gives the name of the list a paragraph stands for, or null when it is a sentence. */
export function listNamed(paragraph: string): ListName | null {
  return listNames.find((name) => paragraph === `{${name}}`) ?? null;
}

const countLabels = {
  units: { vi: 'Đang ở đơn vị đề nghị', en: 'With the nominating units' },
  department: { vi: 'Đang ở bộ phận phụ trách', en: 'With the body in charge' },
  council: { vi: 'Đang ở Hội đồng', en: 'Before the council' },
  decision: { vi: 'Chờ quyết định', en: 'Awaiting the decision' },
  awarded: { vi: 'Đã có quyết định, chưa công bố', en: 'Awarded, not yet published' },
  published: { vi: 'Đã công bố', en: 'Published' },
  onHold: { vi: 'Tạm dừng xem xét', en: 'On hold' },
  over: { vi: 'Đã kết thúc', en: 'Over' },
} as const satisfies Record<string, Text>;

const changeLines = {
  moved: { vi: '{name}: từ {from} chuyển thành {to}', en: '{name}: from {from} to {to}' },
  set: { vi: '{name}: đến {to}', en: '{name}: {to}' },
  ended: { vi: '{name}: trước là {from}, nay ngừng tính', en: '{name}: was {from}, no longer runs' },
} as const satisfies Record<string, Text>;

const matterLines = {
  open: { vi: '{subjectId}: hạn ngày {dueAt}', en: '{subjectId}: due on {dueAt}' },
  overdue: { vi: '{subjectId}: QUÁ HẠN từ ngày {dueAt}', en: '{subjectId}: OVERDUE since {dueAt}' },
} as const satisfies Record<string, Text>;

/** Gives the lines of a list; blank ones are left out. */
export function printList(name: ListName, locale: Locale, values: NoticeValues): string[] {
  return linesOf(name, locale, values)
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => line !== '');
}

function linesOf(name: ListName, locale: Locale, values: NoticeValues): string[] {
  switch (name) {
    case 'items':
      return array(values.items).map((item) => (typeof item === 'string' ? item : item.text));
    case 'criteria':
    case 'parties':
      return array(values[name]).map(String);
    case 'ruleChanges':
      return array(values.ruleChanges).map((code) => deadlineLabel(code, locale));
    case 'changes':
      return array(values.changes).map((change) => changeLine(change, locale));
    case 'matters':
      return array(values.matters).map(({ subjectId, dueAt, overdue }) =>
        say(overdue ? matterLines.overdue : matterLines.open, locale, { subjectId, dueAt: printInstant(dueAt) }),
      );
    case 'counts': {
      const { counts } = values;
      if (!counts) return [];
      return Object.entries(countLabels).flatMap(([key, text]) => {
        const count = counts[key as keyof typeof counts];
        return count > 0 ? [`${text[locale]}: ${count}`] : [];
      });
    }
  }
}

function changeLine(
  { name, from, to }: { name: string; from: string | null; to: string | null },
  locale: Locale,
): string {
  const text = from === null ? changeLines.set : to === null ? changeLines.ended : changeLines.moved;
  return say(text, locale, {
    name: deadlineLabel(name, locale),
    from: from === null ? '' : printInstant(from),
    to: to === null ? '' : printInstant(to),
  });
}

/** Gives what a deadline, a nomination's or a round's, is called. */
export function deadlineLabel(code: string, locale: Locale): string {
  return label({ ...roundDeadlineTexts, ...deadlineTexts }, code, locale);
}

function array<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
