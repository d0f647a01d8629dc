import type { ActType } from '../../../contract/events.ts';
import type { RefusalCode } from '../../../contract/refusals.ts';
import type { RoleName } from '../../../contract/roles.ts';
import type { StateName } from '../../../contract/states.ts';

/** Whom a person plays in one nomination. `colleague`: the reviewer's; `outsider`: a reviewer of another body. */
export const partNames = [
  'clerk',
  'head',
  'reviewer',
  'colleague',
  'outsider',
  'firstAppraiser',
  'secondAppraiser',
  'secretary',
  'authority',
  'higher',
] as const;
export type PartName = (typeof partNames)[number];

/** The capacity in which each part acts, unless a beat has it try another. */
export const roleOfPart = {
  clerk: 'unitClerk',
  head: 'unitHead',
  reviewer: 'reviewer',
  colleague: 'reviewer',
  outsider: 'reviewer',
  firstAppraiser: 'appraiser',
  secondAppraiser: 'appraiser',
  secretary: 'councilSecretary',
  authority: 'approvingAuthority',
  higher: 'approvingAuthority',
} as const satisfies Record<PartName, RoleName>;

/** Days, as a range from which the seed draws. */
export type Days = readonly [number, number];

/** When a beat comes: after the beat before it, after the due time the person is shown, or counted from the window's end. */
export type When = { days: Days } | { afterDue: Days } | { afterWindow: Days } | { beforeWindow: Days };

/** One thing one person does in a story. */
export type Beat = {
  /** The state the person must be shown first; never acted on by hidden knowledge. */
  in: StateName;
  by: PartName;
  act: ActType;
  when: When;
  /** One of these must be among the reasons of the refusal; empty: it must be applied. */
  expect: readonly RefusalCode[];
  /** The capacity tried, when it is not the part's own. */
  as?: RoleName;
  /** What the form says, where the story cares. */
  form?: Record<string, string>;
  /** `twice`: a double click, one idempotency key. `stale`: with the revision before the one shown. */
  manner?: 'twice' | 'stale';
};

/** Gives a beat that must be applied. */
export function does(by: PartName, state: StateName, act: ActType, when: When, more: Partial<Beat> = {}): Beat {
  return { in: state, by, act, when, expect: [], ...more };
}

/** Gives a beat that must be refused for (at least) one of these reasons. */
export function tries(
  by: PartName,
  state: StateName,
  act: ActType,
  when: When,
  expect: readonly RefusalCode[],
  more: Partial<Beat> = {},
): Beat {
  return { in: state, by, act, when, expect, ...more };
}

/** The parts in whose inbox a state's matter lies; everybody else opens the nomination by its number, as told by mail. */
const ownersOf: Partial<Record<StateName, readonly PartName[]>> = {
  draft: ['clerk'],
  departmentReview: ['reviewer', 'colleague'],
  appraisal: ['firstAppraiser', 'secondAppraiser'],
  returned: ['clerk'],
  councilReview: ['secretary'],
  authorityDecision: ['authority'],
  submittedUp: ['higher'],
  awarded: ['secretary'],
  published: ['secretary'],
  onHold: ['secretary'],
  withdrawn: ['head'],
};

/** Gives whether the part finds the matter in the inbox while it is in this state. */
export function hasInInbox(part: PartName, state: StateName): boolean {
  return ownersOf[state]?.includes(part) ?? false;
}
