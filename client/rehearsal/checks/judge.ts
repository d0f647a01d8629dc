import { awardChecks } from './awardChecks.ts';
import type { Check, Findings } from './check.ts';
import { deadlineChecks } from './deadlineChecks.ts';
import { outsideChecks } from './outsideChecks.ts';
import { peopleChecks } from './peopleChecks.ts';
import { recordChecks } from './recordChecks.ts';
import { seasonChecks } from './seasonChecks.ts';

/** Gives everything that must hold, in the order it is shown. */
export function judge(findings: Findings): Check[] {
  return [
    ...seasonChecks(findings),
    ...awardChecks(findings),
    ...deadlineChecks(findings),
    ...peopleChecks(findings),
    ...recordChecks(findings),
    ...outsideChecks(findings),
  ];
}
