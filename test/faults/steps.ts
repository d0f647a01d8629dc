import { dayMs, localDay } from '../../contract/calendarDay.ts';
import type { ActType } from '../../contract/events.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import type { Chance } from './random.ts';

/** Where a nomination of the test stands, as far as its people know. */
export type Course = { movement: Movement; unit: string; division: string };
export type Movement = { id: string; inCharge: string };

/** An act to be done: who, in which capacity, what. */
export type Step = { by: string; as: RoleName; type: ActType; body: Record<string, unknown> };

/** Gives a nomination form's dossier. */
export function dossier(name: string) {
  return { nomineeName: `Người Thử ${name}`, directWorker: true, achievements: 'Thành tích thử nghiệm', documents: [] };
}

/** Gives an act with whoever does it on this course, filled in. */
export function stepOf(chance: Chance, course: Course, type: ActType, state: StateName, now: string): Step {
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
