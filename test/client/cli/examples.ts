import type { CheckReport } from '../../../client/check/types.ts';
import type {
  ActResult,
  HistoryEvent,
  InboxItem,
  NominationView,
  PersonView,
  ProgrammeSummary,
  RoundSummary,
  RoundView,
  RoundWhyAnswer,
  TimelineEntry,
  WhyAnswer,
} from '../../../client/core/types.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';

/** Made-up answers of the client. */
export const bodyNames: Record<string, string> = {
  soYTe: 'Sở Y tế',
  vanPhongSo: 'Văn phòng Sở',
  phongNghiepVu: 'Phòng Nghiệp vụ',
  benhVienVungTau: 'Bệnh viện Vũng Tàu',
};

export const clerk: PersonView = {
  id: 'bvvt.clerk',
  name: 'Ngô Văn Ví Dụ',
  title: 'Cán bộ phòng Tổ chức',
  homeBody: 'benhVienVungTau',
  roles: [{ role: 'unitClerk', body: 'benhVienVungTau' }],
};
export const head: PersonView = {
  id: 'bvvt.head',
  name: 'Phan Thị Bản Mẫu',
  title: 'Giám đốc',
  homeBody: 'benhVienVungTau',
  roles: [{ role: 'unitHead', body: 'benhVienVungTau' }],
};
export const secretary: PersonView = {
  id: 'vps.secretary',
  name: 'Đỗ Thị Thử Nghiệm',
  title: null,
  homeBody: 'vanPhongSo',
  roles: [
    { role: 'administrator', body: 'soYTe' },
    { role: 'councilSecretary', body: 'vanPhongSo' },
  ],
};
export const people = [clerk, head, secretary];

export const programmes: ProgrammeSummary[] = [
  {
    id: '004',
    ref: '004@1#abc',
    title: 'Kế hoạch thi đua 2021',
    issuer: 'soYTe',
    issuerName: 'Sở Y tế tỉnh Bà Rịa-Vũng Tàu',
    movements: [
      {
        id: '2.10',
        title: 'Lập thành tích chào mừng “Ngày Thầy thuốc Việt Nam”',
        inCharge: 'vanPhongSo',
        road: 'standard',
        windowFrom: '2020-12-31T17:00:00.000Z',
        windowTo: '2021-02-27T16:59:59.999Z',
        open: true,
        reviewPhrase: 'Đầu năm 2021',
        quota: { collective: '5', individual: '10' },
      },
    ],
  },
];

export const receipt = {
  inboxId: '0193-inbox',
  nominationId: '004-0001',
  // The demonstration's clock stands in 2021, whatever the day is.
  receivedAt: '2026-11-24T06:30:00.000Z',
  programmeAt: '2021-11-20T02:05:00.000Z',
};
export const applied: ActResult = { receipt, outcome: { kind: 'applied', state: 'departmentReview', revision: 2 } };
export const waiting: ActResult = { receipt, outcome: { kind: 'received', because: 'engineUnreachable' } };

export const pastDeadline: Refusal = { code: 'PAST_DEADLINE', detail: { dueAt: '2021-11-15T16:59:59.999Z' } };
export const stale: Refusal = { code: 'STALE_REVISION', detail: { expected: '3', revision: '5' } };

/** Gives a refused act. */
export function refusedFor(...refusals: Refusal[]): ActResult {
  return { receipt, outcome: { kind: 'refused', refusals } };
}

export const whySignOff: WhyAnswer = {
  type: 'draft.signOff',
  label: { vi: 'Ký tờ trình, gửi hồ sơ', en: 'Sign off and submit' },
  allowed: true,
  as: 'unitHead',
  refusals: [],
  reason: 'optional',
  form: [],
  who: ['unitHead@benhVienVungTau'],
};
export const whyWithdraw: WhyAnswer = {
  type: 'nomination.withdraw',
  label: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  allowed: false,
  as: null,
  refusals: [pastDeadline],
  reason: 'required',
  form: [],
  who: ['unitClerk@benhVienVungTau', 'unitHead@benhVienVungTau'],
};

export const inboxItem: InboxItem = {
  subjectId: '004-0001',
  provisional: false,
  movementTitle: 'Thầy thuốc như mẹ hiền',
  nomineeName: 'Bùi Thị Minh Họa',
  state: 'departmentReview',
  key: 'review',
  queue: 'reviewer@phongNghiepVu',
  openedAt: '2021-11-20T02:05:00.000Z',
  dueAt: '2021-11-25T16:59:59.999Z',
  nextEscalationAt: '2021-11-25T16:59:59.999Z',
  level: 1,
  escalatedTo: 'approvingAuthority@soYTe',
  overdue: true,
};

export const view: NominationView = {
  nominationId: '004-0001',
  programme: '004@1#abc',
  programmeTitle: 'Kế hoạch thi đua 2021',
  movementId: '2.4',
  movementTitle: 'Thầy thuốc như mẹ hiền',
  machine: 'nomination@1',
  road: 'standard',
  unitId: 'benhVienVungTau',
  unitName: 'Bệnh viện Vũng Tàu',
  nominee: { kind: 'individual', id: 'bvvt.dd1', name: 'Bùi Thị Minh Họa' },
  state: 'departmentReview',
  revision: 2,
  deadline: { name: 'review', dueAt: '2021-11-25T16:59:59.999Z', wakeAt: '2021-11-25T16:59:59.999Z', level: 0 },
  openMatters: [
    {
      key: 'departmentReview',
      queue: 'reviewer@phongNghiepVu',
      dueAt: '2021-11-25T16:59:59.999Z',
      nextEscalationAt: '2021-11-25T16:59:59.999Z',
      level: 0,
      escalatedTo: null,
      holders: [{ id: 'nv.reviewer', name: 'Phan Văn Minh Họa' }],
    },
  ],
  dossier: { version: 1, hash: 'a'.repeat(64), content: { nomineeName: 'Bùi Thị Minh Họa' } },
  decision: null,
  refusalGround: null,
  hold: null,
  openedAt: '2021-11-20T02:00:00.000Z',
  changedAt: '2021-11-20T02:05:00.000Z',
  closedAt: null,
  undelivered: [
    {
      inboxId: '0193-later',
      type: 'review.shortlist',
      receivedAt: '2026-11-24T06:35:00.000Z',
      programmeAt: '2021-11-20T03:00:00.000Z',
    },
  ],
};

export const timeline: TimelineEntry[] = [
  {
    revision: 1,
    type: 'nomination.open',
    at: '2021-11-20T02:00:00.000Z',
    who: { id: 'bvvt.clerk', name: 'Ngô Văn Ví Dụ', role: 'unitClerk' },
    from: null,
    to: 'draft',
    reason: null,
    facts: {},
    refusals: [],
  },
  {
    revision: 2,
    type: 'review.return',
    at: '2021-11-21T02:00:00.000Z',
    who: { id: 'nv.reviewer', name: 'Phan Văn Minh Họa', role: 'reviewer' },
    from: 'departmentReview',
    to: 'returned',
    reason: 'Hồ sơ chưa đủ',
    facts: { items: 'Biên bản họp bình xét', dueAt: '2021-11-30T16:59:59.999Z' },
    refusals: [],
  },
  {
    revision: null,
    type: 'draft.amend',
    at: '2021-12-01T02:00:00.000Z',
    who: { id: 'bvvt.clerk', name: 'Ngô Văn Ví Dụ', role: 'unitClerk' },
    from: null,
    to: null,
    reason: null,
    facts: {},
    refusals: [pastDeadline],
  },
  {
    revision: 3,
    type: 'deadline.pass',
    at: '2021-12-01T00:00:00.000Z',
    who: null,
    from: 'returned',
    to: 'expired',
    reason: null,
    facts: {},
    refusals: [],
  },
];

export const history: HistoryEvent[] = [
  {
    id: 1,
    at: '2021-11-20T02:00:00.000Z',
    type: 'WorkflowExecutionStarted',
    explained: { vi: 'Bắt đầu theo dõi đề nghị', en: 'The nomination’s workflow started' },
    data: { taskQueue: 'vinhdanh-v1' },
  },
];

export const cleanCheck: CheckReport = {
  checkedAt: '2021-11-20T02:05:00.000Z',
  counts: {
    ...{ nominations: 3, rounds: 1, returns: 1, appraisals: 0, workItems: 7, reminders: 4, notices: 12, changes: 0 },
  },
  engine: false,
  violations: [],
  warnings: [],
};

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
  plan: { content: plan, hash: 'e'.repeat(64), approved: true },
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
