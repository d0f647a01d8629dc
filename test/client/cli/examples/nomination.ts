import type { HistoryEvent, InboxItem, NominationView, TimelineEntry } from '../../../../client/core/types.ts';
import { pastDeadline } from './acts.ts';

/** Made-up answers of the client about one nomination. */
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
  roundId: '004/2.4/nam2021',
  suspendedSince: null,
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
