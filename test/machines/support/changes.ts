import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { ChangeEvent, ChangeType } from '../../../contract/events.ts';
import type { NominationInput, StageDue } from '../../../contract/nomination.ts';
import type { Actor, RoleName } from '../../../contract/roles.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { inputOf } from './fixture.ts';
import * as people from './people.ts';

type DueChange = Extract<ChangeEvent, { type: 'deadline.change' }>;
type Said = Partial<Pick<DueChange, 'plan' | 'of' | 'dueAt' | 'calendar' | 'reasonGiven' | 'expectedRevision'>>;

/** Gives a change of deadlines, by the administrator unless said otherwise. */
export function changeDue(at: string, said: Said, actor: Actor = people.admin, as: RoleName = 'administrator') {
  return { type: 'deadline.change', changeId: 'c-1', at, actor, as, reasonGiven: true, ...said } satisfies DueChange;
}

/** Gives a change of the whole round, by the administrator unless said otherwise. */
export function ofRound(
  type: Exclude<ChangeType, 'deadline.change'>,
  at: string,
  actor: Actor = people.admin,
  as: RoleName = 'administrator',
): ChangeEvent {
  return { type, changeId: 'c-2', at, actor, as, reasonGiven: true };
}

/**
 * A small calendar over the turn of a year: New Year's Day, the day after it, and the Saturday worked for it (`domain.md` §5,
 * year 2026). 2027 is not announced.
 */
export const calendar: WorkingCalendar = {
  ref: 'vn@1#test',
  off: ['2026-01-01', '2026-01-02'],
  working: ['2026-01-10'],
  announcedThrough: '2026-12-31',
};

/** Gives the fixture's input with some rules replaced. */
export function withRules(rules: Partial<Record<DeadlineName, StageDue>>, more: Partial<NominationInput> = {}) {
  return inputOf({ ...more, plan: { ...inputOf().plan, ...rules } });
}
