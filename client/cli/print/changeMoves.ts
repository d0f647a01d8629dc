import type { ChangedSubject, DueMarks, Moved } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { stateText } from '../../../contract/texts/subjects.ts';
import type { Call } from '../session.ts';
import { deadlineText, instantText, ruleName, ruleText } from './changeWords.ts';
import type { Names } from './names.ts';
import { bodyName } from './names.ts';
import { table } from './table.ts';

/** Gives the applied change's subjects as a table: each deadline and rule before and after. */
export function movesTable(subjects: ChangedSubject[], names: Names, call: Call): string {
  const rows = subjects.flatMap((subject) =>
    ofSubject(subject, [...stateRows(subject, call), ...moveRows(subject, names, call)], names),
  );
  const { colSubject, colWhat, colBefore, colAfter } = changePrintTexts;
  const header = [colSubject, colWhat, colBefore, colAfter].map((text) => call.say(text));
  return table(header, rows, call.world.columns);
}

/** Gives the headings of a preview’s columns: subject, what, now, then. */
export function moveHeader(call: Call): string[] {
  const { colSubject, colWhat, colFrom, colTo } = changePrintTexts;
  return [colSubject, colWhat, colFrom, colTo].map((text) => call.say(text));
}

/** Gives the rows with the subject named in the first; one of which nothing is told has a row of its own all the same. */
export function ofSubject({ id, unitId }: ChangedSubject, rows: string[][], names: Names): string[][] {
  const name = unitId === null ? id : `${id} (${bodyName(unitId, names)})`;
  return rows.length > 0 ? rows.map((row, index) => [index === 0 ? name : '', ...row]) : [[name, '', '', '']];
}

/** Gives what a state becomes: a heading, before and after. */
export function stateRows({ id, state }: ChangedSubject, call: Call): string[][] {
  if (state.from === state.to) return [];
  return [[call.say(changePrintTexts.state), call.say(stateText(id, state.from)), call.say(stateText(id, state.to))]];
}

type Moves = Pick<ChangedSubject, 'kind' | 'deadlines' | 'rules' | 'nominationsFrom'>;

/** Gives every deadline and rule that moves: what it is called, before and after. */
export function moveRows(moves: Moves, names: Names, call: Call): string[][] {
  return [...dueRows(moves, names, call), ...ruleRows(moves, call)];
}

/** Gives every deadline that moves: what it is called, before and after. */
export function dueRows({ kind, deadlines, nominationsFrom }: Moves, names: Names, call: Call): string[][] {
  const name = (deadline: string, unit?: string) => {
    const said = deadlineText(deadline, kind === 'round', call);
    return unit === undefined
      ? said
      : call.say(changePrintTexts.ofWhichUnit, { deadline: said, unit: bodyName(unit, names) });
  };
  const from = nominationsFrom;
  return [
    ...deadlines.map((one) => [name(one.name, one.unit), instantText(one.from, call), newDueText(one, call)]),
    ...(from
      ? [[call.say(changePrintTexts.nominationsFrom), instantText(from.from, call), newDueText(from, call)]]
      : []),
  ];
}

/** Gives every rule that becomes another: what it is called, before and after. */
export function ruleRows({ kind, rules }: Moves, call: Call): string[][] {
  return rules.map((rule) => [ruleName(rule, kind, call), ruleText(rule.from, call), ruleText(rule.to, call)]);
}

/** Gives a new instant with what there is to say of it. */
function newDueText(moved: Moved & DueMarks & { provisional?: boolean }, call: Call): string {
  const marked = (['provisional', 'paused', 'dayOff'] as const).filter((mark) => moved[mark]);
  if (moved.to === null) return instantText(null, call);
  return marked.reduce((at, mark) => call.say(changePrintTexts[mark], { at }), instantText(moved.to, call));
}
