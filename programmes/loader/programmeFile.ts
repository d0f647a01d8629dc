import type { Programme } from '../../contract/programme.ts';
import { programmeSchema } from '../../contract/programme.ts';
import type { Directory } from '../directorySchema.ts';
import type { Check } from './checks/context.ts';
import { checkPhases, checkWindows } from './checks/dates.ts';
import { checkDeadlines, checkEscalation } from './checks/engine.ts';
import { checkOpenPoints, checkQuotes } from './checks/facts.ts';
import { checkBodies, checkIds } from './checks/names.ts';
import { checkQuotas } from './checks/quotas.ts';
import { checkReports } from './checks/reports.ts';
import { checkRoundChains, checkRoundDeadlines } from './checks/roundDeadlines.ts';
import { checkRounds } from './checks/rounds.ts';
import { checkStaffing } from './checks/staffing.ts';
import { readSourceDocument } from './documents.ts';
import type { Problem } from './problems.ts';
import { problemAt } from './problems.ts';
import type { YamlSource } from './yamlSource.ts';
import { checkShape } from './zodProblems.ts';

const checks: readonly Check[] = [
  checkIds,
  checkBodies,
  checkQuotes,
  checkPhases,
  checkWindows,
  checkQuotas,
  checkDeadlines,
  checkRounds,
  checkRoundDeadlines,
  checkReports,
];

/** What a definition is checked against. */
export type Surroundings = { documentsFolder: string; directory: Directory };

/** Checks a parsed definition: text, shape, then meaning. Gives every problem in the order of the file's lines. */
export function checkProgramme(
  source: YamlSource,
  { documentsFolder, directory }: Surroundings,
): { programme: Programme | null; problems: Problem[] } {
  if (source.value === undefined) return { programme: null, problems: source.problems };
  const shape = checkShape(source, programmeSchema);
  const problems = [...source.problems, ...shape.problems];
  const programme = shape.value;
  if (programme) {
    const name = `documents/${programme.id}.txt`;
    const text = readSourceDocument(`${documentsFolder}/${programme.id}.txt`);
    if (text === null) problems.push(problemAt(source.place(['id']), 'DOCUMENT_MISSING', { document: name }));
    const context = { programme, source, directory, document: { name, text: text ?? '' } };
    problems.push(...checks.flatMap((check) => (text === null && check === checkQuotes ? [] : check(context))));
    // Where chains lead can be said only when every body is there; who holds what, only when every name is right.
    const open = checkOpenPoints(context);
    problems.push(...(open.length > 0 ? open : [...checkEscalation(context), ...checkRoundChains(context)]));
    if (problems.length === 0) problems.push(...checkStaffing(context));
  }
  problems.sort((a, b) => a.line - b.line);
  return { programme: problems.length === 0 ? programme : null, problems };
}
