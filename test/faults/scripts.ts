import type { Nominate } from '../../contract/acts.ts';
import type { ActType } from '../../contract/events.ts';
import type { StateName } from '../../contract/states.ts';
import type { Chance } from './random.ts';
import type { Course, Movement, Step } from './steps.ts';
import { dossier, stepOf } from './steps.ts';

/** Movements of programme 004 that take individuals in November 2021, with whoever reviews them. */
const movements: readonly Movement[] = [
  { id: '2.3', inCharge: 'cdn' },
  { id: '2.4', inCharge: 'nv' },
  { id: '2.5', inCharge: 'vps' },
  { id: '2.7', inCharge: 'vps' },
];
const notOpen: Movement = { id: '2.9', inCharge: 'dtn' };
export const units: readonly { id: string; people: string }[] = [
  { id: 'benhVienBaRia', people: 'bvbr' },
  { id: 'benhVienVungTau', people: 'bvvt' },
  { id: 'benhVienMat', people: 'bvmat' },
  { id: 'benhVienTamThan', people: 'bvtt' },
];

/** The rounds that the demonstration opens and the nominations are in. */
export const rounds = ['004/2.3/nam2021', '004/2.4/nam2021', '004/2.5/nam2021', '004/2.7/nam2021'] as const;

/** Gives a nomination form and the course its nomination will take. */
export function openingForm(chance: Chance, name: string): { course: Course; by: string; form: Nominate } {
  // Now and then into a movement that is not open: a refusal is an answer too.
  const movement = chance.happens(0.03) ? notOpen : chance.pick(movements);
  const unit = chance.pick(units);
  const form: Nominate = {
    programmeId: '004',
    movementId: movement.id,
    unitId: unit.id,
    nominee: { kind: 'individual', id: name },
    dossier: dossier(name),
  };
  return { course: { movement, unit: unit.people, division: '' }, by: `${unit.people}.clerk`, form };
}

type Road = readonly (readonly [share: number, type: ActType])[];

/** What usually happens next; a road that is empty ends the course. */
const roads: Record<StateName, Road> = {
  draft: [
    [70, 'draft.signOff'],
    [15, 'draft.amend'],
    [8, 'nomination.withdraw'],
  ],
  departmentReview: [
    [55, 'review.shortlist'],
    [15, 'review.return'],
    [15, 'appraisal.request'],
    [5, 'review.notSelect'],
    [5, 'nomination.withdraw'],
    [5, 'nomination.hold'],
  ],
  appraisal: [
    [80, 'appraisal.give'],
    [10, 'appraisal.close'],
  ],
  returned: [
    [80, 'supplement.submit'],
    [5, 'nomination.withdraw'],
  ],
  councilReview: [
    [75, 'council.recommend'],
    [5, 'council.sendBack'],
    [5, 'council.notRecommend'],
    [10, 'nomination.hold'],
    [5, 'nomination.withdraw'],
  ],
  authorityDecision: [
    [70, 'authority.award'],
    [10, 'authority.refuse'],
    [15, 'authority.submitUp'],
    [5, 'authority.sendBack'],
  ],
  submittedUp: [[100, 'authority.award']],
  awarded: [[100, 'result.publish']],
  published: [[20, 'result.close']],
  onHold: [[100, 'nomination.resume']],
  withdrawn: [[50, 'nomination.revive']],
  closed: [],
  refused: [],
  notSelected: [],
  expired: [],
  withdrawnForGood: [],
  cancelled: [],
};

/**
 * Gives what somebody does next in a state, or null when everybody leaves the nomination alone (its deadline will pass).
 * Now and then somebody does what the state, or their role, does not allow: a refusal is an answer too.
 */
export function nextStep(chance: Chance, course: Course, state: StateName, now: string): Step | null {
  if (chance.happens(0.05))
    return stepOf(
      chance,
      course,
      chance.pick(['review.shortlist', 'authority.award', 'draft.signOff'] as const),
      state,
      now,
    );
  const road = roads[state];
  let ticket = chance.between(0, 100);
  for (const [share, type] of road) {
    ticket -= share;
    if (ticket < 0) return stepOf(chance, course, type, state, now);
  }
  return null;
}
