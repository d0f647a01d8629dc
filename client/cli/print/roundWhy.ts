import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import type { RoundWhyAnswer } from '../../core/types.ts';
import { roundCommands } from '../commands/roundCommands.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { queueName } from './names.ts';
import { refusalLines } from './outcome.ts';
import { indent } from './table.ts';

/** Gives what a person may do on a round now, and of the rest why not, what lifts it and who may. */
export function roundWhyText(answers: RoundWhyAnswer[], person: string, names: Names, call: Call): string {
  const texts = answers.map((answer) => indent(answer.allowed ? allowed(answer, call) : refused(answer, names, call)));
  return [call.say(roundPrintTexts.mayDo, { person }), ...texts].join('\n');
}

function nameOf({ label, type }: RoundWhyAnswer, call: Call): string {
  return `${call.say(label)} (round ${roundCommands[type].name})`;
}

function allowed(answer: RoundWhyAnswer, call: Call): string {
  const role = answer.as ? call.say(roundPrintTexts.mayAs, { role: roleTexts[answer.as][call.locale] }) : '';
  const reason = answer.reason === 'required' ? call.say(printTexts.reasonRequired) : '';
  return [`✓ ${nameOf(answer, call)}`, role, reason].filter(Boolean).join('; ');
}

function refused(answer: RoundWhyAnswer, names: Names, call: Call): string {
  const who = answer.who.map((queue) => queueName(queue, names, call.locale)).join('; ');
  const lines = [
    ...refusalLines(answer.refusals, { locale: call.locale, names }),
    // Which of dozens of units may is told by the rule itself.
    ...(answer.who.length > 0 && answer.who.length <= mostNamed ? [call.say(printTexts.whoMay, { who })] : []),
  ];
  return [`✗ ${nameOf(answer, call)}`, indent(lines.join('\n'))].join('\n');
}

const mostNamed = 4;
