import { does, tries } from '../plan/beats.ts';
import {
  award,
  conclude,
  recommend,
  shortlist,
  signOff,
  standard,
  tell,
  toAuthority,
  toAward,
  withdraw,
} from './story.ts';

/** Officials who are late, people who may not, and forms that are not right: the nomination must stand all of it. */
export const latenessStories = {
  lateReviewer: tell({ vi: 'bộ phận phụ trách quá hạn', en: 'the department is late' }, 3, {
    ends: 'closed',
    awards: true,
    escalates: true,
    beats: (road) => [
      signOff,
      does('reviewer', 'departmentReview', 'review.shortlist', { afterDue: [8, 14] }),
      ...toAward(road).slice(1),
    ],
  }),
  lateCouncil: tell({ vi: 'Hội đồng quá hạn', en: 'the council is late' }, 2, {
    ends: 'closed',
    awards: true,
    escalates: true,
    fits: standard,
    beats: () => [
      signOff,
      shortlist,
      does('secretary', 'councilReview', 'council.recommend', { afterDue: [4, 9] }),
      award,
      ...conclude,
    ],
  }),
  lateAuthority: tell({ vi: 'cấp có thẩm quyền quá hạn', en: 'the authority is late' }, 2, {
    ends: 'closed',
    awards: true,
    escalates: true,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      does('authority', 'authorityDecision', 'authority.award', { afterDue: [4, 10] }),
      ...conclude,
    ],
  }),
  forgotten: tell(
    {
      vi: 'bộ phận phụ trách bỏ quên đến khi nhắc lên cấp trên',
      en: 'forgotten by the department until it was escalated',
    },
    3,
    {
      ends: 'notSelected',
      opens: 'lastDays',
      escalates: true,
      beats: () => [
        does('head', 'draft', 'draft.signOff', { days: [0.5, 1.5] }),
        // Three steps of three days: it has been with everybody in the chain by then.
        does('reviewer', 'departmentReview', 'review.notSelect', { afterDue: [13, 18] }),
      ],
    },
  ),
  ownDossier: tell({ vi: 'thủ trưởng ký hồ sơ của chính mình', en: 'a head signs off their own nomination' }, 1, {
    ends: 'withdrawnForGood',
    nominee: { id: 'bvbr.head', unit: 'benhVienBaRia' },
    beats: () => [
      tries('head', 'draft', 'draft.signOff', { days: [1, 3] }, ['OWN_DOSSIER']),
      does('clerk', 'draft', 'nomination.withdraw', { days: [1, 3] }),
    ],
  }),
  nomineesBody: tell({ vi: 'bộ phận phụ trách là đơn vị đề nghị', en: 'the department is the nominating unit' }, 1, {
    ends: 'withdrawnForGood',
    nominee: { id: 'cdc.reviewer', unit: 'trungTamKiemSoatBenhTat' },
    fits: (row) => row.bodies.inCharge === 'trungTamKiemSoatBenhTat',
    beats: () => [
      signOff,
      tries('reviewer', 'departmentReview', 'review.shortlist', { days: [1, 3] }, ['OWN_DOSSIER']),
      tries('colleague', 'departmentReview', 'review.shortlist', { days: [1, 3] }, ['FROM_NOMINEES_BODY']),
      withdraw('departmentReview'),
    ],
  }),
  secondCapacity: tell({ vi: 'thử làm việc với tư cách thứ hai', en: 'a second capacity is tried' }, 3, {
    ends: 'closed',
    awards: true,
    fits: standard,
    beats: (road) => [
      signOff,
      shortlist,
      // Whoever holds both roles is refused for the second one, whoever holds only the first for not holding it.
      tries('reviewer', 'councilReview', 'council.recommend', { days: [1, 2] }, ['SECOND_CAPACITY', 'NOT_YOUR_ROLE'], {
        as: 'councilSecretary',
      }),
      ...toAward(road).slice(1),
    ],
  }),
  otherBody: tell({ vi: 'người của cơ quan khác thử xét', en: 'an official of another body tries' }, 3, {
    ends: 'closed',
    awards: true,
    beats: (road) => [
      signOff,
      tries('outsider', 'departmentReview', 'review.shortlist', { days: [0.5, 1] }, ['NOT_YOUR_BODY']),
      ...toAward(road),
    ],
  }),
  staleRevision: tell({ vi: 'xét trên bản đã cũ', en: 'acting on a version that has changed' }, 2, {
    ends: 'closed',
    awards: true,
    beats: (road) => [
      signOff,
      tries('reviewer', 'departmentReview', 'review.shortlist', { days: [1, 2] }, ['STALE_REVISION'], {
        manner: 'stale',
      }),
      ...toAward(road),
    ],
  }),
  noDecisionNumber: tell({ vi: 'quyết định chưa có số', en: 'an award without a decision number is refused' }, 2, {
    ends: 'closed',
    awards: true,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      tries('authority', 'authorityDecision', 'authority.award', { days: [1, 3] }, ['DECISION_NUMBER_MISSING'], {
        form: { number: '' },
      }),
      award,
      ...conclude,
    ],
  }),
  closedTooEarly: tell(
    { vi: 'kết thúc trước khi hết thời gian khiếu nại', en: 'closed before the complaint window ends' },
    2,
    {
      ends: 'closed',
      awards: true,
      fits: standard,
      beats: () => [
        signOff,
        shortlist,
        recommend,
        award,
        ...conclude.slice(0, 1),
        tries('secretary', 'published', 'result.close', { days: [2, 5] }, ['BEFORE_DUE']),
        ...conclude.slice(1),
      ],
    },
  ),
};
