import type { NominationInput } from '../contract/nomination.ts';
import { deadlineNames } from '../contract/states.ts';
import { stageDue } from './deadlines.ts';
import { IncompletePlanError } from './errors.ts';

/**
 * Throws IncompletePlanError unless every deadline this nomination can meet has a date (and a calendar to count it by), and
 * escalation has somewhere to go.
 */
export function checkPlan(input: NominationInput): void {
  const { plan, road, bodies, escalation, calendar, openedAt } = input;
  for (const name of deadlineNames) {
    const { on, count, withinDays } = plan[name];
    // The event that starts these two says when they are due; what the plan says of them all the same must hold.
    const ownDay = name === 'supplement' || name === 'appraisal';
    if (ownDay && on === undefined && count === undefined && withinDays === undefined) continue;
    if (name === 'council' && road === 'simplified') continue;
    if (name === 'higherDecision' && bodies.authorities.length < 2) continue;
    stageDue(name, plan[name], openedAt, calendar);
  }
  if (bodies.authorities.length === 0) throw new IncompletePlanError('No approving authority');
  if (escalation.chain.length === 0) throw new IncompletePlanError('The escalation chain is empty');
  if (!(escalation.everyDays >= 1)) throw new IncompletePlanError('Escalation must be at least a day apart');
}
