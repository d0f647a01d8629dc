import type { ActType } from '../../../../contract/events.ts';
import type { Queue, RoleName } from '../../../../contract/roles.ts';
import { parseQueue } from '../../../../contract/roles.ts';
import type { StateName } from '../../../../contract/states.ts';
import type { Chance } from '../../../faults/random.ts';
import type { Season } from './season.ts';

export type LikelyAct = { subjectId: string; by: string; as: RoleName; type: ActType; body: Record<string, unknown> };
type Choice = [type: ActType, body?: Record<string, unknown>];

const reason = 'Theo hồ sơ';
const dossier = {
  nomineeName: 'Lê Văn Ví Dụ',
  directWorker: true,
  achievements: 'Trực chống dịch suốt năm',
  documents: [],
};
const hold: Choice = ['nomination.hold', { ground: 'complaint', reason }];
const choices: Partial<Record<StateName, Partial<Record<RoleName, Choice[]>>>> = {
  draft: {
    unitHead: [['draft.signOff'], ['draft.signOff'], ['nomination.withdraw', { reason }]],
    unitClerk: [['draft.amend', { dossier }]],
  },
  departmentReview: {
    reviewer: [
      ['review.shortlist'],
      ['review.return', { items: [{ code: 'bienBan', text: 'Thiếu biên bản' }], dueOn: '2022-06-30' }],
      ['appraisal.request', { divisions: ['phongNghiepVu'], dueOn: '2022-06-30' }],
      hold,
    ],
  },
  appraisal: { appraiser: [['appraisal.give', { division: 'phongNghiepVu', opinion: 'agree', reason }]] },
  returned: { unitClerk: [['supplement.submit', { dossier }]] },
  councilReview: {
    councilSecretary: [['council.recommend', { resolution: '01/BB-HĐ' }], ['council.sendBack', { reason }], hold],
  },
  authorityDecision: {
    approvingAuthority: [
      ['authority.award', { decisionNumber: '12/QĐ-SYT', decisionDate: '2021-10-01' }],
      ['authority.sendBack', { reason }],
      ['authority.sendBack', { reason }],
    ],
  },
  onHold: { councilSecretary: [['nomination.resume', { reason }]] },
  withdrawn: { unitHead: [['nomination.revive', { reason }]] },
  awarded: { councilSecretary: [['result.publish']] },
};

/** Gives an act that a holder of some open matter may well do now; null when there is none to be thought of. */
export async function likelyAct({ store }: Season, chance: Chance): Promise<LikelyAct | null> {
  const matters = await store.sql<{ subjectId: string; state: StateName; queue: Queue; holders: string[] }[]>`
    select n.id as "subjectId", n.state, w.queue, array_agg(held.person_id order by held.person_id) as holders
    from nominations n join work_items w on w.subject_id = n.id and w.closed_at is null
    join role_assignments held on held.role || '@' || held.body_id = w.queue
    group by n.id, n.state, w.queue order by n.id, w.queue`;
  if (matters.length === 0) return null;
  const { subjectId, state, queue, holders } = chance.pick(matters);
  const as = parseQueue(queue).role;
  const able = choices[state]?.[as];
  if (!able) return null;
  const [type, body = {}] = chance.pick(able);
  return { subjectId, by: chance.pick(holders), as, type, body };
}
