import { dayMs } from '../../../contract/calendarDay.ts';
import { does, tries } from '../plan/beats.ts';
import { longWindow, shortlist, signOff, standard, tell, toAward, withdraw } from './story.ts';

/** What units do: hand in, supplement, withdraw, come too late. */
export const unitStories = {
  amended: tell({ vi: 'đơn vị sửa hồ sơ trước khi ký', en: 'amended before it is signed off' }, 2, {
    ends: 'closed',
    awards: true,
    beats: (road) => [does('clerk', 'draft', 'draft.amend', { days: [0.5, 2] }), signOff, ...toAward(road)],
  }),
  returned: tell({ vi: 'trả một lần, đơn vị bổ sung', en: 'returned once and supplemented' }, 5, {
    ends: 'closed',
    awards: true,
    weight: 3,
    beats: (road) => [
      signOff,
      does('reviewer', 'departmentReview', 'review.return', { days: [2, 6] }),
      does('clerk', 'returned', 'supplement.submit', { days: [2, 5] }),
      ...toAward(road),
    ],
  }),
  returnedThrice: tell(
    { vi: 'trả hai lần; lần thứ ba bị từ chối', en: 'returned twice; a third return is refused' },
    1,
    {
      ends: 'notSelected',
      beats: () => [
        signOff,
        does('reviewer', 'departmentReview', 'review.return', { days: [1, 3] }),
        does('clerk', 'returned', 'supplement.submit', { days: [1, 3] }),
        does('reviewer', 'departmentReview', 'review.return', { days: [1, 3] }),
        does('head', 'returned', 'supplement.submit', { days: [1, 3] }),
        tries('reviewer', 'departmentReview', 'review.return', { days: [1, 2] }, ['RETURNS_EXHAUSTED']),
        does('reviewer', 'departmentReview', 'review.notSelect', { days: [1, 3] }),
      ],
    },
  ),
  returnedExpired: tell({ vi: 'trả, đơn vị không bổ sung: hết hạn', en: 'returned and left to expire' }, 5, {
    ends: 'expired',
    weight: 1,
    beats: () => [signOff, does('reviewer', 'departmentReview', 'review.return', { days: [2, 6] })],
  }),
  lateDraft: tell({ vi: 'soạn dở, không ký: hết hạn', en: 'a draft never signed off expires' }, 5, {
    ends: 'expired',
    opens: 'lastDays',
    weight: 1,
    beats: () => [],
  }),
  lateSignOff: tell({ vi: 'ký sau khi hết hạn nộp', en: 'signed off after the deadline' }, 3, {
    ends: 'expired',
    opens: 'lastDays',
    beats: () => [tries('head', 'draft', 'draft.signOff', { afterWindow: [0.3, 2] }, ['PAST_DEADLINE', 'NOT_NOW'])],
  }),
  lateOpening: tell({ vi: 'đề nghị sau khi đóng đợt nhận', en: 'opened after the window closed' }, 4, {
    ends: null,
    opens: 'afterWindow',
    refusedWith: ['WINDOW_NOT_OPEN'],
    // Where the next phase follows at once there is always an open window.
    fits: (row) => !row.adjoins.after,
    beats: () => [],
  }),
  earlyOpening: tell({ vi: 'đề nghị trước khi mở đợt nhận', en: 'opened before the window' }, 2, {
    ends: null,
    opens: 'beforeWindow',
    refusedWith: ['WINDOW_NOT_OPEN'],
    // The plan must have been approved by then, or that is why it is refused.
    fits: ({ adjoins, opensAt, timetable }) =>
      !adjoins.before && Date.parse(opensAt) - Date.parse(timetable.approveAt) > 8 * dayMs,
    beats: () => [],
  }),
  wrongKind: tell({ vi: 'đề nghị loại đối tượng không xét', en: 'a kind of recipient without awards' }, 2, {
    ends: null,
    refusedWith: ['KIND_NOT_AWARDED'],
    fits: (row) => row.kinds.length === 1,
    wrongKind: true,
    beats: () => [],
  }),
  withdrawn: tell({ vi: 'đơn vị rút hồ sơ', en: 'withdrawn' }, 4, {
    ends: 'withdrawnForGood',
    weight: 1,
    beats: () => [signOff, withdraw('departmentReview')],
  }),
  revived: tell({ vi: 'rút rồi khôi phục', en: 'withdrawn and revived' }, 3, {
    ends: 'closed',
    awards: true,
    fits: longWindow,
    beats: (road) => [
      signOff,
      withdraw('departmentReview'),
      does('head', 'withdrawn', 'nomination.revive', { days: [2, 5] }),
      signOff,
      ...toAward(road),
    ],
  }),
  revivedTooLate: tell({ vi: 'khôi phục sau khi hết nhận đề nghị', en: 'revived after the window closed' }, 2, {
    ends: 'withdrawnForGood',
    opens: 'lastDays',
    beats: () => [
      does('head', 'draft', 'draft.signOff', { days: [0.5, 1.5] }),
      does('clerk', 'departmentReview', 'nomination.withdraw', { beforeWindow: [4, 5] }),
      tries('head', 'withdrawn', 'nomination.revive', { afterWindow: [1, 3] }, ['PAST_DEADLINE']),
    ],
  }),
  doubleClick: tell({ vi: 'bấm gửi hai lần', en: 'double clicks' }, 4, {
    ends: 'closed',
    awards: true,
    fits: standard,
    beats: (road) => [{ ...signOff, manner: 'twice' }, { ...shortlist, manner: 'twice' }, ...toAward(road).slice(1)],
  }),
};
