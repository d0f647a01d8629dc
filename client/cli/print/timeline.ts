import { roundParts } from '../../../contract/round.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import { eventText, stateText } from '../../../contract/texts/subjects.ts';
import type { TimelineEntry } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { moveRows } from './changeMoves.ts';
import { factLine } from './facts.ts';
import type { Names } from './names.ts';
import { refusalLines } from './outcome.ts';

const under = '                  ';

/** Gives the course of events in people's words: when, what, who, from where to where, why. */
export function timelineText(id: string, entries: TimelineEntry[], names: Names, call: Call): string {
  if (entries.length === 0) return call.say(printTexts.timelineEmpty);
  const blocks = entries.map((entry) => entryText(id, entry, names, call));
  const heading = roundParts(id) ? roundPrintTexts.timelineOf : printTexts.timelineOf;
  return [call.say(heading, { id }), '', ...blocks].join('\n');
}

function entryText(id: string, entry: TimelineEntry, names: Names, call: Call): string {
  const { who, type, at, reason, facts, refusals } = entry;
  const actor = who ? `${who.name}, ${call.say(roleTexts[who.role])}` : call.say(printTexts.timelineTimer);
  const refused = entry.revision === null ? ` – ${call.say(printTexts.timelineRefused)}` : '';
  const lines = [
    ...change(id, entry, call),
    ...(entry.moves ? moveRows(entry.moves, names, call) : []).map(([what, was, is]) => `${what}: ${was} → ${is}`),
    ...Object.entries(facts).map((fact) => factLine(fact, names, call.locale)),
    ...(reason ? [call.say(printTexts.timelineReason, { reason })] : []),
    ...refusalLines(refusals, { locale: call.locale, names }),
  ];
  const first = `${dateTime(at)}  ${call.say(eventText(id, type))} – ${actor}${refused}`;
  return [first, ...lines.flatMap((line) => line.split('\n')).map((line) => under + line)].join('\n');
}

function change(id: string, { from, to }: TimelineEntry, call: Call): string[] {
  if (!to || from === to) return [];
  const name = call.say(stateText(id, to));
  return [from ? call.say(printTexts.timelineChange, { from: call.say(stateText(id, from)), to: name }) : `→ ${name}`];
}
