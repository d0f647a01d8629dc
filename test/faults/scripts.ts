import type { Nominate } from '../../contract/acts.ts';
import { dayMs, localDay } from '../../contract/calendarDay.ts';
import type { ActType } from '../../contract/events.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import type { Chance } from './random.ts';

/** Where a nomination of the test stands, as far as its people know. */
export type Course = { movement: Movement; unit: string; division: string };
type Movement = { id: string; inCharge: string };

/** An act to be done: who, in which capacity, what. */
export type Step = { by: string; as: RoleName; type: ActType; body: Record<string, unknown> };

/** Movements of programme 004 that take individuals in November 2021, with whoever reviews them. */
const movements: readonly Movement[] = [
  { id: '2.3', inCharge: 'cdn' },
  { id: '2.4', inCharge: 'nv' },
  { id: '2.5', inCharge: 'vps' },
  { id: '2.7', inCharge: 'vps' },
  { id: '2.9', inCharge: 'dtn' },
];
const units: readonly { id: string; people: string }[] = [
  { id: 'benhVienBaRia', people: 'bvbr' },
  { id: 'benhVienVungTau', people: 'bvvt' },
  { id: 'benhVienMat', people: 'bvmat' },
  { id: 'benhVienTamThan', people: 'bvtt' },
];

/** Gives a nomination form and the course its nomination will take. */
export function openingForm(chance: Chance, name: string): { course: Course; by: string; form: Nominate } {
  const movement = chance.pick(movements);
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

function dossier(name: string) {
  return { nomineeName: `Người Thử ${name}`, directWorker: true, achievements: 'Thành tích thử nghiệm', documents: [] };
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

function stepOf(chance: Chance, course: Course, type: ActType, state: StateName, now: string): Step {
  const { unit, movement } = course;
  const step = (by: string, as: RoleName, body: Record<string, unknown> = {}): Step => ({
    by,
    as,
    type,
    body: { reason: 'Thử sự cố', ...body },
  });
  const tomorrow = localDay(new Date(Date.parse(now) + dayMs).toISOString());
  const reviewer = `${movement.inCharge}.reviewer`;
  const authority = state === 'submittedUp' ? 'ubnd.chair' : 'syt.director';
  switch (type) {
    case 'draft.amend':
    case 'supplement.submit':
      return step(`${unit}.clerk`, 'unitClerk', { dossier: dossier(`sửa ${Math.floor(chance.next() * 1e6)}`) });
    case 'draft.signOff':
    case 'nomination.revive':
    case 'nomination.withdraw':
      return step(`${unit}.head`, 'unitHead');
    case 'review.return':
      return step(reviewer, 'reviewer', { items: [{ code: 'm1', text: 'Bổ sung báo cáo' }], dueOn: tomorrow });
    case 'appraisal.request':
      course.division =
        movement.id === '2.4' ? 'phongKeHoachTaiChinh' : chance.pick(['phongNghiepVu', 'phongKeHoachTaiChinh']);
      return step(reviewer, 'reviewer', { divisions: [course.division], dueOn: tomorrow });
    case 'appraisal.give':
      return step(course.division === 'phongNghiepVu' ? 'nv.appraiser' : 'khtc.appraiser', 'appraiser', {
        division: course.division,
        opinion: 'agree',
      });
    case 'council.recommend':
    case 'council.notRecommend':
      return step('vps.secretary', 'councilSecretary', { resolution: 'NQ-01' });
    case 'council.sendBack':
    case 'result.close':
      return step('vps.secretary', 'councilSecretary');
    case 'result.publish':
      return { ...step('vps.secretary', 'councilSecretary'), body: {} };
    case 'nomination.hold':
      return step(reviewer, 'reviewer', { ground: 'complaint' });
    case 'nomination.resume':
      return step(reviewer, 'reviewer');
    case 'authority.award':
      return step(authority, 'approvingAuthority', {
        decisionNumber: `QĐ-${Math.floor(chance.next() * 1e6)}`,
        decisionDate: localDay(now),
      });
    case 'authority.refuse':
      return step(authority, 'approvingAuthority', { ground: 'belowStandard' });
    case 'authority.sendBack':
    case 'authority.submitUp':
      return step(authority, 'approvingAuthority');
    default:
      return step(reviewer, 'reviewer');
  }
}
