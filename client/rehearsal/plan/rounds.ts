import { queueOf, type RoleName } from '../../../contract/roles.ts';
import type { Directory } from '../../../programmes/directorySchema.ts';
import { holdersAt } from '../../../programmes/roles.ts';
import { launchLanes } from './launch.ts';
import type { Lane, Participation, PlannedRound, RoundBeat } from './roundBeats.ts';
import { roundBeat } from './roundBeats.ts';
import type { Row } from './rows.ts';
import type { Chance } from './seeded.ts';

/** People of a round: who plans, approves and runs it. */
export type RoundCast = { reviewer: string; authority: string; secretary: string };

/** Gives what people do with each row's round, from its plan on. Throws RangeError where nobody holds a role that is needed. */
export function planRounds(rows: readonly Row[], directory: Directory, chance: Chance): PlannedRound[] {
  const one = (role: RoleName, body: string | undefined, at: string): string =>
    chance.pick(body === undefined ? [] : holdersAt(directory, queueOf(role, body), at).map(({ id }) => id));
  return rows.map((row) => {
    const { submitAt } = row.timetable;
    const cast = {
      reviewer: one('reviewer', row.bodies.inCharge, submitAt),
      authority: one('approvingAuthority', row.bodies.authorities[0], submitAt),
      secretary: one('councilSecretary', row.bodies.standingBody, submitAt),
    };
    const units = chance.shuffled(row.units);
    const extendedUnit = row.incidents.includes('unitExtended') ? (units.pop() ?? null) : null;
    const participation = participationOf(row, units, chance);
    if (extendedUnit) participation[extendedUnit] = 'takesPart';
    const absent = row.units.filter((unit) => ['declines', 'silent'].includes(participation[unit] ?? ''));
    return {
      roundId: row.roundId,
      rowId: row.id,
      movementId: row.movementId,
      lanes: [
        { name: 'plan', beats: planBeats(row, cast) },
        ...launchLanes(row, directory, participation, chance),
        ...changeLanes(row, cast, extendedUnit),
      ],
      participation,
      reserved: extendedUnit ? [...absent, extendedUnit] : absent,
      extendedUnit,
    };
  });
}

/** One unit answers late everywhere; another stays silent or declines, save where the document wants all of them. */
function participationOf(row: Row, units: readonly string[], chance: Chance): Record<string, Participation> {
  const everybody = (how: Participation) => Object.fromEntries(row.units.map((unit) => [unit, how]));
  if (row.incidents.includes('leftAlone')) return everybody('silent');
  // It is over before anybody could be late.
  if (row.incidents.includes('cancelled')) return everybody('takesPart');
  const [late, absent] = units;
  const participation = everybody('takesPart');
  if (late !== undefined) participation[late] = 'late';
  if (absent !== undefined && !row.covered) participation[absent] = chance.unit() < 0.5 ? 'declines' : 'silent';
  return participation;
}

/** The body in charge submits, the authority approves; one plan comes back once, and whoever wrote it may not approve it. */
function planBeats({ plan, timetable }: Row, { reviewer, authority }: RoundCast): RoundBeat[] {
  const { submitAt, returnAt, correctAt, approveAt } = timetable;
  const writer = [reviewer, 'reviewer'] as const;
  const approver = [authority, 'approvingAuthority'] as const;
  const approve = roundBeat(approveAt, approver, ['planReview'], { type: 'plan.approve' });
  if (returnAt === null || correctAt === null) {
    return [roundBeat(submitAt, writer, ['planning'], { type: 'plan.submit', plan }), approve];
  }
  const draft = { ...plan, criteria: plan.criteria.slice(0, 1), note: 'Bản trình lần đầu' };
  return [
    roundBeat(submitAt, writer, ['planning'], { type: 'plan.submit', plan: draft }),
    roundBeat(submitAt, [reviewer, 'approvingAuthority'], ['planReview'], { type: 'plan.approve' }, ['NOT_YOUR_ROLE']),
    roundBeat(returnAt, approver, ['planReview'], {
      type: 'plan.return',
      body: { reason: 'Tiêu chí chưa cụ thể; đề nghị bổ sung đủ căn cứ xét khen thưởng' },
    }),
    roundBeat(correctAt, writer, ['planning'], { type: 'plan.submit', plan }),
    approve,
  ];
}

/** Changes of the round: each is previewed, and applied as previewed. */
function changeLanes({ roundId, timetable }: Row, { authority, secretary }: RoundCast, unitId: string | null): Lane[] {
  const { extendAt, extendedTo, unitExtendedTo, suspendAt, resumeAt, cancelAt } = timetable;
  const deciding = [authority, 'approvingAuthority'] as const;
  const standing = [secretary, 'councilSecretary'] as const;
  const lanes: Lane[] = [];
  if (extendAt && extendedTo) {
    const spec = { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: extendedTo } } as const;
    const reason = 'Nhiều đơn vị đang tập trung nhiệm vụ chuyên môn đột xuất';
    lanes.push({ name: 'extend', beats: [roundBeat(extendAt, standing, ['open'], { type: 'change', spec, reason })] });
  }
  if (extendAt && unitExtendedTo && unitId) {
    const scope = { roundId, unitId };
    const spec = { kind: 'deadline', scope, deadline: 'draft', to: { on: unitExtendedTo } } as const;
    const reason = 'Đơn vị có văn bản đề nghị gia hạn vì thay đổi nhân sự phụ trách';
    lanes.push({
      name: 'extendUnit',
      beats: [roundBeat(extendAt, standing, ['open'], { type: 'change', spec, reason })],
    });
  }
  if (suspendAt && resumeAt) {
    const [suspend, resume] = (['suspend', 'resume'] as const).map((kind) => ({ kind, scope: { roundId } }) as const);
    const because = 'Chờ hướng dẫn mới của cấp trên về nội dung thi đua';
    const after = 'Đã có hướng dẫn; tiếp tục phong trào';
    lanes.push({
      name: 'suspend',
      beats: [
        ...(suspend
          ? [roundBeat(suspendAt, deciding, ['open'], { type: 'change', spec: suspend, reason: because })]
          : []),
        ...(resume
          ? [roundBeat(resumeAt, deciding, ['suspended'], { type: 'change', spec: resume, reason: after })]
          : []),
      ],
    });
  }
  if (cancelAt) {
    const spec = { kind: 'cancel', scope: { roundId } } as const;
    const reason = 'Không tổ chức hoạt động tập trung đông người để phòng, chống dịch';
    lanes.push({ name: 'cancel', beats: [roundBeat(cancelAt, deciding, ['open'], { type: 'change', spec, reason })] });
  }
  return lanes;
}
