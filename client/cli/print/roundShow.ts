import { roundPrintTexts, stageCountTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import { roundDeadlineTexts } from '../../../contract/texts/round/deadlines.ts';
import { roundStateTexts } from '../../../contract/texts/round/states.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { RoundView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { bodyName, nameAndId } from './names.ts';
import type { MatterWords } from './owes.ts';
import { escalatesText, indentedColumns, owesText } from './owes.ts';
import { coverageText } from './roundCoverage.ts';
import type { Verdict } from './roundPlan.ts';
import { planText } from './roundPlan.ts';
import { lateMark } from './rounds.ts';
import { indent, pairs, table } from './table.ts';

/** A round as it is shown: with who approved or returned its plan, what bodies are called, and the programme instant. */
export type ShownRound = { view: RoundView; names: Names; verdict: Verdict | null; now: string };

/** Gives a round: where it stands, its plan, deadlines, who owes what, the units, the nominations, what was handed on. */
export function roundText({ view, names, verdict, now }: ShownRound, call: Call): string {
  const { roundId: id, movementTitle: movement, phaseName: phase, plan } = view;
  const sections = [
    `${call.say(roundPrintTexts.heading, { id, movement, phase })}\n\n${pairs(factsOf(view, names, call))}`,
    plan ? planText(plan, verdict, call) : call.say(roundPrintTexts.planNone, { id }),
    deadlinesText(view, now, call),
    owesText(view.openMatters, matterWords(names, call), names, call),
    coverageText(view.coverage, call),
    `${call.say(roundPrintTexts.stages)}\n${pairs(countsOf(view, call))}`,
    handedOnText(view, call),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function factsOf(view: RoundView, names: Names, call: Call): [string, string][] {
  const { nominationsFrom, closesAt, suspendedSince, stalledSince } = view;
  const state = call.say(roundStateTexts[view.state]);
  const rows: [Text, string | null][] = [
    [roundPrintTexts.programme, view.programmeTitle],
    [roundPrintTexts.inCharge, nameAndId(view.inCharge, names)],
    [roundPrintTexts.state, call.say(roundPrintTexts.stateValue, { state, revision: view.revision })],
    [
      roundPrintTexts.window,
      nominationsFrom && closesAt
        ? call.say(roundPrintTexts.windowInstants, { from: dateTime(nominationsFrom), to: dateTime(closesAt) })
        : null,
    ],
    [roundPrintTexts.suspendedSince, suspendedSince && dateTime(suspendedSince)],
    [roundPrintTexts.stalledSince, stalledSince && dateTime(stalledSince)],
  ];
  const own = Object.entries(view.unitWindows).map(([unit, to]): [string, string] => [
    call.say(roundPrintTexts.unitWindow, { unit: bodyName(unit, names) }),
    call.say(roundPrintTexts.unitWindowValue, { to: dateTime(to) }),
  ]);
  const facts = rows.flatMap(([label, value]): [string, string][] =>
    value === null ? [] : [[call.say(label), value]],
  );
  return [...facts, ...own];
}

function deadlinesText({ deadlines }: RoundView, now: string, call: Call): string {
  if (deadlines.length === 0) return '';
  const header = [roundPrintTexts.colDeadline, roundPrintTexts.colDue, roundPrintTexts.colNote].map((text) =>
    call.say(text),
  );
  const rows = deadlines.map((deadline) => {
    const provisional = deadline.provisional ? call.say(roundPrintTexts.provisional) : '';
    const notes = [lateMark(deadline, now, call), provisional].filter(Boolean).join('; ');
    return [call.say(roundDeadlineTexts[deadline.name]), dateTime(deadline.dueAt), notes];
  });
  return `${call.say(roundPrintTexts.deadlines)}\n${indent(table(header, rows, indentedColumns(call)))}`;
}

function matterWords(names: Names, call: Call): MatterWords {
  return { name: ({ key }) => matterName(key, names, call), whenLate: (matter) => escalatesText(matter, call) };
}

/** A matter's key is `state`, `state:role`, `answer:unit` or `stalled`. */
function matterName(key: string, names: Names, call: Call): string {
  const [first = key, part] = key.split(':');
  if (first === 'stalled') return call.say(roundPrintTexts.stalledMatter);
  if (first === 'answer') return `${call.say(roundDeadlineTexts.answer)}: ${bodyName(part ?? '', names)}`;
  const name = call.say(roundStateTexts[first as keyof typeof roundStateTexts]);
  return part === undefined ? name : `${name}: ${call.say(roleTexts[part as keyof typeof roleTexts])}`;
}

function countsOf({ counts }: RoundView, call: Call): [string, string][] {
  return (Object.keys(stageCountTexts) as (keyof typeof stageCountTexts)[]).map((stage) => [
    call.say(stageCountTexts[stage]),
    String(counts[stage]),
  ]);
}

function handedOnText({ handedOn }: RoundView, call: Call): string {
  if (handedOn.length === 0) return '';
  const lines = handedOn.map(({ stage, at, listHash }) => {
    const values = { at: dateTime(at), stage: call.say(roundStateTexts[stage]), hash: listHash.slice(0, 12) };
    return `  ${call.say(roundPrintTexts.handedOnLine, values)}`;
  });
  return [call.say(roundPrintTexts.handedOn), ...lines].join('\n');
}
