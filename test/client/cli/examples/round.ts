import type { ActResult, RoundSummary, RoundView, RoundWhyAnswer } from '../../../../client/core/types.ts';
import type { MovementPlan } from '../../../../contract/roundActs.ts';
import { receipt } from './acts.ts';

/** Made-up answers of the client about one round, and its plan. */
export const plan: MovementPlan = {
  criteria: [{ code: 'TC1', text: 'Hoàn thành xuất sắc nhiệm vụ: từ 120 % chỉ tiêu trở lên' }],
  awardForm: 'giayKhen',
  opensOn: '2021-04-01',
  window: { from: '2021-04-01', to: '2021-12-15' },
  quota: { collective: { kind: 'fixed', count: 5 }, individual: { kind: 'unlimited' } },
  answerBy: '2021-04-30',
  deadlines: { review: { withinDays: 20, counting: 'working', rollForward: false, remindBefore: [3, 1] } },
};

export const round: RoundSummary = {
  roundId: '004/2.9/nam2021',
  programme: '004@1#abc',
  movementId: '2.9',
  movementTitle: 'Thi đua thực hiện nhiệm vụ năm 2021',
  phaseId: 'nam2021',
  phaseName: 'Năm 2021',
  inCharge: 'vanPhongSo',
  state: 'open',
  revision: 4,
  opensAt: '2021-03-31T17:00:00.000Z',
  nominationsFrom: '2021-03-31T17:00:00.000Z',
  closesAt: '2021-12-15T16:59:59.999Z',
  deadline: {
    name: 'answer',
    dueAt: '2021-04-30T16:59:59.999Z',
    wakeAt: '2021-05-03T16:59:59.999Z',
    level: 1,
    provisional: true,
  },
  stalledSince: null,
};

const unit = {
  answeredAt: '2021-04-10T02:00:00.000Z',
  takesPart: true,
  registrations: 2,
  covenants: 1,
  nominations: 3,
};

export const roundView: RoundView = {
  ...round,
  programmeTitle: 'Kế hoạch thi đua 2021',
  machine: 'round@1',
  deadlines: [
    ...(round.deadline ? [round.deadline] : []),
    { name: 'closing', dueAt: '2021-12-15T16:59:59.999Z', wakeAt: '2021-12-15T16:59:59.999Z', level: 0 },
  ],
  openMatters: [
    {
      key: 'answer:phongNghiepVu',
      queue: 'unitHead@phongNghiepVu',
      dueAt: '2021-04-30T16:59:59.999Z',
      nextEscalationAt: '2021-05-03T16:59:59.999Z',
      level: 1,
      escalatedTo: 'councilSecretary@vanPhongSo',
      holders: [],
    },
  ],
  plan: { content: plan, hash: 'e'.repeat(64), approved: true, returned: false },
  counts: { units: 2, department: 1, council: 0, decision: 0, awarded: 0, published: 0, onHold: 0, over: 1 },
  coverage: [
    { unitId: 'benhVienVungTau', name: 'Bệnh viện Vũng Tàu', ...unit },
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ unitId: id, name: `Trung tâm ${id}`, ...unit })),
    {
      ...{ unitId: 'phongNghiepVu', name: 'Phòng Nghiệp vụ', answeredAt: null, takesPart: null },
      ...{ registrations: 0, covenants: 0, nominations: 0 },
    },
  ],
  unitWindows: { benhVienVungTau: '2021-12-31T16:59:59.999Z' },
  suspendedSince: null,
  handedOn: [],
};

export const whyRound: RoundWhyAnswer[] = [
  {
    type: 'plan.approve',
    label: { vi: 'Phê duyệt kế hoạch', en: 'Approve the plan' },
    allowed: true,
    as: 'approvingAuthority',
    refusals: [],
    reason: 'optional',
    form: ['planHash'],
    who: ['approvingAuthority@soYTe'],
  },
  {
    type: 'plan.submit',
    label: { vi: 'Trình kế hoạch phong trào', en: 'Submit the movement plan' },
    allowed: false,
    as: 'reviewer',
    refusals: [{ code: 'NOT_YOUR_ROLE', detail: { as: 'reviewer', roles: 'reviewer' } }],
    reason: 'optional',
    form: ['plan'],
    who: ['reviewer@vanPhongSo'],
  },
];

export const roundReceipt = { ...receipt, nominationId: round.roundId };
export const roundApplied: ActResult = {
  receipt: roundReceipt,
  outcome: { kind: 'applied', state: 'approved', revision: 3 },
};
