import { awardChecks } from './awardChecks.ts';
import { changeChecks } from './changeChecks.ts';
import type { Check, Findings } from './check.ts';
import { deadlineChecks } from './deadlineChecks.ts';
import { outsideChecks } from './outsideChecks.ts';
import { particularChecks } from './particulars/particulars.ts';
import { peopleChecks } from './peopleChecks.ts';
import { recordChecks } from './recordChecks.ts';
import { reportChecks } from './reportChecks.ts';
import { roundChecks } from './roundChecks.ts';
import { seasonChecks } from './seasonChecks.ts';

/** Gives everything that must hold, in the order it is shown. */
export function judge(findings: Findings): Check[] {
  return [
    ...seasonChecks(findings),
    ...roundChecks(findings),
    ...particularChecks(findings),
    ...changeChecks(findings),
    ...reportChecks(findings),
    ...awardChecks(findings),
    ...deadlineChecks(findings),
    ...peopleChecks(findings),
    ...recordChecks(findings),
    ...outsideChecks(findings),
  ];
}
