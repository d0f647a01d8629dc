import type { NoticeTemplate } from '../../nomination.ts';
import type { RoundStateName } from '../../roundStates.ts';
import { isRoundOver } from '../../roundStates.ts';
import type { StateName } from '../../states.ts';
import { isTerminal } from '../../states.ts';
import { noticeTexts } from '../notices.ts';
import type { Locale, Text } from '../text.ts';
import { fill } from './fill.ts';
import { missingValue, noticeFrame, subjectFrames } from './frame.ts';
import type { ListName } from './lists.ts';
import { listNamed, printList } from './lists.ts';
import type { NoticeParagraph, NoticeText, NoticeValues } from './shape.ts';
import { subjectLine } from './subjectLine.ts';

/** A part of a notice; the plain and the HTML form are made from the same parts, so they cannot differ. */
export type NoticeBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; of: ListName; items: string[] }
  | { kind: 'facts'; rows: [label: string, value: string][] };

export type ComposedNotice = { subject: string; blocks: NoticeBlock[] };

/** Gives the notice in words. Missing values print as "…" and never fail. */
export function composeNotice(template: NoticeTemplate, locale: Locale, values: NoticeValues): ComposedNotice {
  const say = (text: Text) => fill(text[locale], locale, values);
  const paragraph = (text: Text): NoticeBlock => ({ kind: 'paragraph', text: say(text) });
  const frame = subjectFrames[values.about ?? 'nomination'];
  return {
    subject: subjectOf(template, locale, values),
    blocks: [
      paragraph(noticeFrame.salutation),
      ...composeEssence(template, locale, values),
      { kind: 'heading', text: say(frame.factsTitle) },
      {
        kind: 'facts',
        rows: frame.facts
          .filter(({ value }) => !frame.onlyKnown || fill(value, locale, values) !== missingValue)
          .map((fact): [string, string] => [
            fact.label[locale],
            fill(fact.said?.[locale] ?? fact.value, locale, values),
          ]),
      },
      paragraph(noticeFrame.closing),
      paragraph(noticeFrame.signature),
      paragraph(noticeFrame.automatic),
    ],
  };
}

/** Gives the notice's subject line. */
export function subjectOf(template: NoticeTemplate, locale: Locale, values: NoticeValues): string {
  return subjectLine(textOf(template, values).subject[locale], locale, values);
}

/** Gives what a notice says between salutation and facts: what has happened, why, and what to do. */
function composeEssence(template: NoticeTemplate, locale: Locale, values: NoticeValues): NoticeBlock[] {
  const notice = textOf(template, values);
  const say = (text: Text) => fill(text[locale], locale, values);
  const redacted = notice.internal === true && values.to?.includes('nominee') === true;
  const body = notice.body
    .filter((text) => !redacted || !/\{(reason|ground|items|actorName)\}/.test(text.vi))
    .filter(({ when }) => when === undefined || isGiven(values[when]));
  const reasonShown = !redacted && (notice.reasonRequired === true || (values.reason ?? '').trim() !== '');
  return [
    ...body.map((text) => block(text, locale, values)),
    ...(reasonShown ? [{ kind: 'paragraph', text: say(noticeFrame.reason) } as const] : []),
    ...nextStep(notice, values, say),
  ];
}

/** Gives the lines of a notice that must not be missing where it stands among others: what has happened, why, what to do. */
export function essentialLines(template: NoticeTemplate, locale: Locale, values: NoticeValues): NoticeBlock[] {
  // The last paragraph is how to do it, which is the same for all.
  return composeEssence(template, locale, values)
    .slice(0, -1)
    .filter(({ kind }) => kind !== 'heading');
}

function textOf(template: NoticeTemplate, { about }: NoticeValues): Omit<NoticeText, 'ofRound'> {
  const notice = noticeTexts[template];
  return (about === 'round' && notice.ofRound) || notice;
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

function block(text: NoticeParagraph, locale: Locale, values: NoticeValues): NoticeBlock {
  const list = listNamed(text.vi);
  if (!list) return { kind: 'paragraph', text: fill(text[locale], locale, values) };
  const items = printList(list, locale, values);
  return { kind: 'list', of: list, items: items.length > 0 ? items : [missingValue] };
}

/** What this recipient has to do, by when and how — or who acts next. */
function nextStep(
  notice: Omit<NoticeText, 'ofRound'>,
  values: NoticeValues,
  say: (text: Text) => string,
): NoticeBlock[] {
  const { to } = values;
  const frame = subjectFrames[values.about ?? 'nomination'];
  const task = to && notice.tasks.find((each) => each.of.some((group) => to.includes(group)));
  if (task) {
    return [
      { kind: 'heading', text: say(noticeFrame.taskTitle) },
      { kind: 'paragraph', text: say(task.text) },
      { kind: 'paragraph', text: say(frame.how) },
    ];
  }
  return [
    { kind: 'heading', text: say(noticeFrame.informTitle) },
    { kind: 'paragraph', text: say(notice.inform ?? nextActor(values)) },
    { kind: 'paragraph', text: say(frame.howToFollow) },
  ];
}

function nextActor(values: NoticeValues): Text {
  if (isOver(values)) return noticeFrame.nobodyNext;
  if (!values.to) return noticeFrame.nextActorUnaddressed;
  return values.dueAt ? noticeFrame.nextActor : noticeFrame.nextActorUndated;
}

function isOver({ about, state }: NoticeValues): boolean {
  if (state === undefined) return false;
  return about === 'round' ? isRoundOver(state as RoundStateName) : isTerminal(state as StateName);
}
