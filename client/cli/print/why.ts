import type { Refusal, RefusalCode } from '../../../contract/refusals.ts';
import type { Queue } from '../../../contract/roles.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import type { PersonView, WhyAnswer } from '../../core/types.ts';
import { shortcuts } from '../commands/actTypes.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { queueName } from './names.ts';
import { refusalLines } from './outcome.ts';
import { indent } from './table.ts';
import { padTo, widthOf } from './width.ts';

type Person = Pick<PersonView, 'id' | 'name'>;
export type Holders = Map<Queue, Person[]>;
/** What is told of a nomination to one person. */
export type WhatNow = { nominationId: string; person: Person; answers: WhyAnswer[]; names: Names; holders: Holders };

/** Gives the full answer about the acts that were asked for: every reason, and who may. */
export function whyText(now: WhatNow, call: Call): string {
  const width = widthOfNames(now.answers, call);
  return [headingOf(now, call), '', ...now.answers.map((answer) => fullText(answer, width, now, call))].join('\n');
}

/** Gives what the person can do now, what others can and who they are, and with `all` what nobody can. */
export function whatNowText(now: WhatNow, all: boolean, call: Call): string {
  const mine = now.answers.filter(({ allowed }) => allowed);
  const others = now.answers.filter(({ allowed, refusals }) => !allowed && refusals.every(isPersonal));
  const rest = now.answers.filter((answer) => !mine.includes(answer) && !others.includes(answer));
  const width = widthOfNames(all ? now.answers : [...mine, ...others], call);
  const section = (title: keyof typeof printTexts, texts: string[]) =>
    texts.length === 0 ? [] : ['', call.say(printTexts[title]), ...texts.map((text) => indent(text))];
  const more = call.say(printTexts.whyMore, { count: rest.length, id: now.nominationId });
  const lines = [
    headingOf(now, call),
    ...(mine.length === 0 ? ['', call.say(printTexts.whyNothing)] : []),
    ...section(
      'whyMine',
      mine.map((answer) => `✓ ${nameOf(answer, width, call)}  ${capacity(answer, call)}`),
    ),
    ...section(
      'whyOthers',
      others.map((answer) => othersText(answer, width, now, call)),
    ),
    ...(all
      ? section(
          'whyNobodys',
          rest.map((answer) => restText(answer, width, now, call)),
        )
      : []),
    ...(all || rest.length === 0 ? [] : ['', more]),
  ];
  return lines.join('\n');
}

/** Reasons that lie in the person: somebody else may do it at once. */
const personal: ReadonlySet<RefusalCode> = new Set([
  'NOT_YOUR_ROLE',
  'NOT_YOUR_BODY',
  'OWN_DOSSIER',
  'SECOND_CAPACITY',
  'FROM_NOMINEES_BODY',
]);

function isPersonal({ code }: Refusal): boolean {
  return personal.has(code);
}

function headingOf({ person, nominationId }: WhatNow, call: Call): string {
  return call.say(printTexts.whyOf, { person: `${person.name} (${person.id})`, id: nominationId });
}

function widthOfNames(answers: WhyAnswer[], call: Call): number {
  return Math.max(...answers.map((answer) => widthOf(nameOf(answer, 0, call))), 0);
}

/** The act with the command it is done by. */
function nameOf({ label, type }: WhyAnswer, width: number, call: Call): string {
  return padTo(`${label[call.locale]} (${shortcuts[type].name})`, width);
}

function capacity({ as, reason }: WhyAnswer, call: Call): string {
  const role = as ? call.say(printTexts.asRole, { role: roleTexts[as][call.locale] }) : '';
  return [role, reason === 'required' ? call.say(printTexts.reasonRequired) : ''].filter(Boolean).join('; ');
}

/** That a role is not held goes without saying; what else keeps the person from it does not. */
function othersText(answer: WhyAnswer, width: number, now: WhatNow, call: Call): string {
  const [first = call.say(printTexts.none), ...more] = whoLines(answer, now, call);
  const under = ' '.repeat(width + 4);
  const reasons = answer.refusals.filter(({ code }) => code !== 'NOT_YOUR_ROLE' && code !== 'NOT_YOUR_BODY');
  return [
    `• ${nameOf(answer, width, call)}  ${first}`,
    ...[...more, ...reasons.map((one) => sayRefusal(one, call.locale, now.names).message)].map((line) => under + line),
  ].join('\n');
}

/** Most acts belong to another step: a line each. */
function restText(answer: WhyAnswer, width: number, now: WhatNow, call: Call): string {
  const [first, ...others] = answer.refusals;
  if (first?.code !== 'NOT_NOW' || others.length > 0) return fullText(answer, width, now, call);
  return `✗ ${nameOf(answer, width, call)}  ${sayRefusal(first, call.locale, now.names).lift}`;
}

function fullText(answer: WhyAnswer, width: number, now: WhatNow, call: Call): string {
  const name = nameOf(answer, width, call);
  if (answer.allowed) {
    return `✓ ${name}  ${[call.say(printTexts.allowed), capacity(answer, call)].filter(Boolean).join(', ')}`;
  }
  const lines = refusalLines(answer.refusals, { locale: call.locale, names: now.names });
  if (answer.who.length > 0) lines.push(call.say(printTexts.whoMay, { who: whoLines(answer, now, call).join('; ') }));
  return [`✗ ${name}  ${call.say(printTexts.notAllowed)}`, indent(lines.join('\n'))].join('\n');
}

/** Each queue in words with the people who hold it; without the person when the reason against lies in them. */
function whoLines({ who, refusals }: WhyAnswer, { holders, person, names }: WhatNow, call: Call): string[] {
  const barred = refusals.some(isPersonal);
  return who.map((queue) => {
    const all = holders.get(queue) ?? [];
    const able = all.filter(({ id }) => !barred || id !== person.id);
    const nobody = call.say(all.length === 0 ? printTexts.nobodyHolds : printTexts.nobodyElseHolds);
    const said = able.map(({ id, name }) => `${name} (${id})`).join(', ') || nobody;
    return `${queueName(queue, names, call.locale)}: ${said}`;
  });
}
