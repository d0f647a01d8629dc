import type { NoticeTemplate } from '../../nomination.ts';
import { noticeTexts } from '../notices.ts';
import type { Locale, Text } from '../text.ts';
import { fill, printItems } from './fill.ts';
import { missingValue, noticeFacts, noticeFrame } from './frame.ts';
import type { NoticeText, NoticeValues } from './shape.ts';

/** A part of a notice; the plain and the HTML form are made from the same parts, so they cannot differ. */
export type NoticeBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: [label: string, value: string][] };

export type ComposedNotice = { subject: string; blocks: NoticeBlock[] };

/** Gives the notice in words. Missing values print as "…" and never fail. */
export function composeNotice(template: NoticeTemplate, locale: Locale, values: NoticeValues): ComposedNotice {
  const notice = noticeTexts[template];
  const say = (text: Text) => fill(text[locale], locale, values);
  const paragraph = (text: Text): NoticeBlock => ({ kind: 'paragraph', text: say(text) });
  const redacted = notice.internal === true && values.to?.includes('nominee') === true;
  const body = notice.body.filter((text) => !redacted || !/\{(reason|ground|items|actorName)\}/.test(text.vi));
  const reasonShown = !redacted && (notice.reasonRequired === true || (values.reason ?? '').trim() !== '');
  return {
    subject: say(notice.subject).replace(/\s+/g, ' ').trim(),
    blocks: [
      paragraph(noticeFrame.salutation),
      ...body.map((text) => (text.vi === '{items}' ? listOf(values) : paragraph(text))),
      ...(reasonShown ? [paragraph(noticeFrame.reason)] : []),
      ...nextStep(notice, values, say),
      { kind: 'heading', text: say(noticeFrame.factsTitle) },
      {
        kind: 'facts',
        rows: noticeFacts.map((fact): [string, string] => [fact.label[locale], fill(fact.value, locale, values)]),
      },
      paragraph(noticeFrame.closing),
      paragraph(noticeFrame.signature),
      paragraph(noticeFrame.automatic),
    ],
  };
}

/** What this recipient has to do, by when and how — or who acts next. */
function nextStep(notice: NoticeText, values: NoticeValues, say: (text: Text) => string): NoticeBlock[] {
  const to = values.to;
  const task = to && notice.tasks.find((each) => each.of.some((group) => to.includes(group)));
  if (task) {
    return [
      { kind: 'heading', text: say(noticeFrame.taskTitle) },
      { kind: 'paragraph', text: say(task.text) },
      { kind: 'paragraph', text: say(noticeFrame.how) },
    ];
  }
  return [
    { kind: 'heading', text: say(noticeFrame.informTitle) },
    { kind: 'paragraph', text: say(notice.inform ?? nextActor(values)) },
    { kind: 'paragraph', text: say(noticeFrame.howToFollow) },
  ];
}

function nextActor(values: NoticeValues): Text {
  if (!values.to) return noticeFrame.nextActorUnaddressed;
  return values.dueAt ? noticeFrame.nextActor : noticeFrame.nextActorUndated;
}

function listOf(values: NoticeValues): NoticeBlock {
  const items = printItems(values);
  return { kind: 'list', items: items.length > 0 ? items : [missingValue] };
}
