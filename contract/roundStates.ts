/**
 * The states of a round — one movement in one phase of its programme — in the order of the season. Luật TĐKT 2022 Đ.17: a
 * movement fixes goals, criteria, time and plan, is then launched, reviewed and awarded. The machine's keys.
 */
export const roundStateNames = [
  'planning',
  'planReview',
  'approved',
  'open',
  'appraisal',
  'council',
  'decision',
  'published',
  'closed',
  'suspended',
  'cancelled',
] as const;
export type RoundStateName = (typeof roundStateNames)[number];

const roundTerminalStates = ['closed', 'cancelled'] as const satisfies RoundStateName[];

/** Gives whether a round in this state is over. */
export function isRoundOver(state: RoundStateName): boolean {
  return (roundTerminalStates as readonly RoundStateName[]).includes(state);
}

/**
 * Deadlines of a round. `opening` and `closing` are the season's own and move it on; every other one is somebody's duty, and
 * its lateness only escalates.
 */
export const roundDeadlineNames = [
  'plan',
  'approval',
  'opening',
  'answer',
  'closing',
  'appraisal',
  'council',
  'decision',
  'publication',
  'conclusion',
  'suspension',
] as const;
export type RoundDeadlineName = (typeof roundDeadlineNames)[number];

/** Stages a round comes to when its window has ended, in their order. */
export const stagesAfterWindow = [
  'appraisal',
  'council',
  'decision',
  'publication',
  'conclusion',
] as const satisfies RoundDeadlineName[];

/** The forms of award a movement plan may name. No seed names one (`domain.md` §2.3), so it is a field of the plan. */
export const awardForms = [
  'giayKhen',
  'bangKhen',
  'coThiDua',
  'laoDongTienTien',
  'tapTheLaoDongTienTien',
  'chienSiThiDuaCoSo',
  'tapTheLaoDongXuatSac',
] as const;
export type AwardForm = (typeof awardForms)[number];

/** What two parties of a covenant are to each other: seed 004 III.3. */
export const covenantKinds = ['withinUnit', 'betweenUnits'] as const;
export type CovenantKind = (typeof covenantKinds)[number];
