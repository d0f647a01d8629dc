import { printTexts } from '../../../contract/texts/cli/print.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import type { WhyAnswer } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { refusalLines } from './outcome.ts';
import { indent } from './table.ts';
import { padTo, widthOf } from './width.ts';

/** Gives what the person can do, what not and why: first what can be done. */
export function whyText(person: string, id: string, answers: WhyAnswer[], call: Call): string {
  const sorted = [...answers].sort((a, b) => rank(a) - rank(b));
  const width = Math.max(...answers.map(({ label, type }) => widthOf(`${label[call.locale]} (${type})`)), 0);
  const blocks = sorted.map((answer) => answerText(answer, width, call));
  return [call.say(printTexts.whyOf, { person, id }), '', ...blocks].join('\n');
}

/** What can be done, then what could be, then what belongs to another step. */
function rank({ allowed, refusals }: WhyAnswer): number {
  if (allowed) return 0;
  return refusals.some(({ code }) => code === 'NOT_NOW') ? 2 : 1;
}

function answerText(answer: WhyAnswer, width: number, call: Call): string {
  const { label, type, allowed, as, reason, who } = answer;
  const name = padTo(`${label[call.locale]} (${type})`, width);
  if (allowed) {
    const verdict = as
      ? call.say(printTexts.allowedAs, { role: roleTexts[as][call.locale] })
      : call.say(printTexts.allowed);
    return `✓ ${name}  ${verdict}${reason === 'required' ? `; ${call.say(printTexts.reasonRequired)}` : ''}`;
  }
  const [first, ...others] = answer.refusals;
  // Most acts belong to another step: a line each, or what can be lifted now would drown among them.
  if (first?.code === 'NOT_NOW' && others.length === 0) return `✗ ${name}  ${sayRefusal(first, call.locale).lift}`;
  const lines = refusalLines(answer.refusals, call.locale);
  if (who.length > 0) lines.push(call.say(printTexts.whoMay, { who: who.join(', ') }));
  return [`✗ ${name}  ${call.say(printTexts.notAllowed)}`, indent(lines.join('\n'))].join('\n');
}
