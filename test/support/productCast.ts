import type { Nominate } from '../../contract/acts.ts';
import type { ActType, ChangeType } from '../../contract/events.ts';
import type { RoleName } from '../../contract/roles.ts';

/** Movement 2.5 of programme 004: standard road, two divisions, two authorities, open from April to December 2021. */
export const form: Nominate = {
  programmeId: '004',
  movementId: '2.5',
  unitId: 'benhVienBaRia',
  nominee: { kind: 'individual', id: 'bvbr.dd1' },
  dossier: { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, achievements: 'Trực chống dịch suốt năm', documents: [] },
};

/** The round it is in. */
export const roundId = '004/2.5/nam2021';

/** Who usually does what in that movement. */
const usualActor: Record<string, [person: string, role: RoleName]> = {
  'draft.amend': ['bvbr.clerk', 'unitClerk'],
  'supplement.submit': ['bvbr.clerk', 'unitClerk'],
  'draft.signOff': ['bvbr.head', 'unitHead'],
  'nomination.withdraw': ['bvbr.head', 'unitHead'],
  'nomination.revive': ['bvbr.head', 'unitHead'],
  review: ['vps.reviewer', 'reviewer'],
  'appraisal.give': ['nv.appraiser', 'appraiser'],
  appraisal: ['vps.reviewer', 'reviewer'],
  authority: ['syt.director', 'approvingAuthority'],
  // A change of the round or of its deadlines.
  round: ['syt.director', 'approvingAuthority'],
  deadline: ['syt.director', 'approvingAuthority'],
};

/** Gives the person and the role that usually do the act; the council's secretary when nobody else is named. */
export function actorFor(type: ActType | ChangeType): [person: string, role: RoleName] {
  return usualActor[type] ?? usualActor[type.split('.')[0] ?? ''] ?? ['vps.secretary', 'councilSecretary'];
}
