import type { ActType } from '../../../contract/events.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import { roundParts } from '../../../contract/round.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundFailTexts, roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { eventText, stateText } from '../../../contract/texts/subjects.ts';
import type { Locale } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import type { ActResult, Receipt } from '../../core/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Answer } from '../session.ts';
import type { Names } from './names.ts';
import { namesFor } from './names.ts';

/** The language, and what bodies are called: needed only for refusals. */
export type Words = { locale: Locale; names: Names };

/** Gives what became of an act. Throws CliFailure when it was refused, with every reason and what lifts it. */
export function outcomeAnswer(
  result: ActResult,
  type: ActType | RoundActType | 'nomination.open',
  words: Words,
): Answer {
  const { locale } = words;
  const { receipt, outcome } = result;
  const named = { label: eventText(receipt.nominationId, type)[locale], id: receipt.nominationId };
  const receiptLine = say(printTexts.receipt, locale, { inboxId: receipt.inboxId, at: dateTime(receipt.programmeAt) });
  switch (outcome.kind) {
    case 'applied': {
      const done = roundParts(named.id) ? roundPrintTexts.done : printTexts.done;
      const first = say(type === 'nomination.open' ? printTexts.opened : done, locale, named);
      const state = say(printTexts.nowAt, locale, {
        state: stateText(receipt.nominationId, outcome.state)[locale],
        revision: outcome.revision,
      });
      return { text: [first, state, receiptLine].join('\n'), json: result };
    }
    case 'received': {
      const ofRound = roundParts(named.id) !== null;
      const lines = [
        say(ofRound ? roundPrintTexts.received : printTexts.received, locale, named),
        printTexts[outcome.because][locale],
        say(printTexts.waitsForOutcome, locale, { command: `${ofRound ? 'round timeline' : 'timeline'} ${named.id}` }),
        receiptLine,
      ];
      return { text: lines.join('\n'), json: result, exit: exitCodes.received };
    }
    case 'refused':
      throw refusal(outcome.refusals, receipt, words);
  }
}

function refusal(refusals: Refusal[], receipt: Receipt, words: Words): CliFailure {
  const { locale, names } = words;
  const stale = refusals.some(({ code }) => code === 'STALE_REVISION');
  const conflict = roundParts(receipt.nominationId) ? roundFailTexts.conflict : cliTexts.conflict;
  const said = refusals.map((one) => ({ ...one, ...sayRefusal(one, locale, namesFor(one, names)) }));
  const end = say(printTexts.receipt, locale, { inboxId: receipt.inboxId, at: dateTime(receipt.programmeAt) });
  return new CliFailure({
    exit: stale ? exitCodes.conflict : exitCodes.refused,
    code: stale ? 'CONFLICT' : 'REFUSED',
    text: stale ? conflict : cliTexts.refused,
    lines: [...refusalLines(refusals, words), end],
    details: { refusals: said },
    beside: { receipt, outcome: { kind: 'refused', refusals } },
  });
}

/** Gives each reason, and under it who or what lifts it. */
export function refusalLines(refusals: Refusal[], { locale, names }: Words): string[] {
  return refusals.flatMap((one) => {
    const { message, lift } = sayRefusal(one, locale, namesFor(one, names));
    return [`• ${message}`, `  ${say(cliTexts.lift, locale, { lift })}`];
  });
}
