import { deadlineTexts } from '../deadlines.ts';
import { roundDeadlineTexts } from '../round/deadlines.ts';
import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import { printInstant } from './printDay.ts';
import type { NoticeSubject, NoticeValues } from './shape.ts';
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
  rule: { vi: '{name} (đến {on})', en: '{name} ({on})' },
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
      return array(values.ruleChanges).map((rule) => ruleLine(rule, values.about, locale));
    case 'changes':
      return array(values.changes).map((change) => changeLine(change, values.about, locale));
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

type Change = NonNullable<NoticeValues['changes']>[number];
type RuleChange = NonNullable<NoticeValues['ruleChanges']>[number];

function changeLine({ name, from, to, unitName }: Change, about: NoticeSubject | undefined, locale: Locale): string {
  const called = deadlineLabel(name, locale, about);
  const text = from === null ? changeLines.set : to === null ? changeLines.ended : changeLines.moved;
  return say(text, locale, {
    name: unitName === undefined ? called : `${called} (${unitName})`,
    from: from === null ? '' : printInstant(from),
    to: to === null ? '' : printInstant(to),
  });
}

function ruleLine({ name, on, of }: RuleChange, about: NoticeSubject | undefined, locale: Locale): string {
  // A round tells of the rules of its nominations to come as well.
  const called = deadlineLabel(name, locale, of === 'nominations' ? 'nomination' : about);
  return on === undefined ? called : say(changeLines.rule, locale, { name: called, on: printInstant(on) });
}

/** A round's plan also sets rules for its nominations; where both have a deadline of one name, the subject's own is meant. */
const namesOf = {
  round: { ...deadlineTexts, ...roundDeadlineTexts },
  nomination: { ...roundDeadlineTexts, ...deadlineTexts },
} as const;

/** Gives what a deadline is called of a round, or of a nomination. */
export function deadlineLabel(code: string, locale: Locale, about: NoticeSubject = 'nomination'): string {
  return label(about === 'round' ? namesOf.round : namesOf.nomination, code, locale);
}

function array<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
