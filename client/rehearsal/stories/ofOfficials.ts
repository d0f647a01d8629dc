import type { refusalGrounds } from '../../../contract/events.ts';
import type { Beat } from '../plan/beats.ts';
import { does, tries } from '../plan/beats.ts';
import type { Story } from './story.ts';
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
  twoDivisions,
  twoTiers,
} from './story.ts';

const refusedFor = (ground: (typeof refusalGrounds)[number]): Story =>
  tell({ vi: `cấp có thẩm quyền không khen thưởng (${ground})`, en: `refused by the authority (${ground})` }, 2, {
    ends: 'refused',
    weight: 0.5,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      does('authority', 'authorityDecision', 'authority.refuse', { days: [2, 6] }, { form: { ground } }),
    ],
  });

const askTwo = does('reviewer', 'departmentReview', 'appraisal.request', { days: [1, 4] });
const firstOpinion = does(
  'firstAppraiser',
  'appraisal',
  'appraisal.give',
  { days: [1, 5] },
  { form: { opinion: 'agree' } },
);
const secondOpinion = does(
  'secondAppraiser',
  'appraisal',
  'appraisal.give',
  { days: [1, 3] },
  { form: { opinion: 'agreeWithRemarks' } },
);
const submitUp = does('authority', 'authorityDecision', 'authority.submitUp', { days: [2, 5] });
const putOnHold = (by: 'reviewer' | 'secretary', state: Beat['in'], ground: string): Beat[] => [
  does(by, state, 'nomination.hold', { days: [1, 4] }, { form: { ground } }),
  does('secretary', 'onHold', 'nomination.resume', { days: [8, 20] }),
];

/** What officials do: choose, ask, send back, hold, decide, submit up. */
export const officialStories = {
  award: tell({ vi: 'khen thưởng', en: 'awarded' }, 8, {
    ends: 'closed',
    awards: true,
    fits: standard,
    weight: 12,
    beats: (road) => [signOff, ...toAward(road)],
  }),
  adHoc: tell({ vi: 'khen thưởng đột xuất, thủ tục đơn giản', en: 'ad-hoc award on the simplified road' }, 6, {
    ends: 'closed',
    awards: true,
    fits: (row) => row.road === 'simplified',
    weight: 12,
    beats: () => [
      signOff,
      does('reviewer', 'departmentReview', 'review.shortlist', { days: [1, 3] }),
      does('authority', 'authorityDecision', 'authority.award', { days: [1, 3] }),
      ...conclude,
    ],
  }),
  notSelected: tell({ vi: 'bộ phận phụ trách không chọn', en: 'not selected by the department' }, 6, {
    ends: 'notSelected',
    weight: 2,
    beats: () => [signOff, does('reviewer', 'departmentReview', 'review.notSelect', { days: [2, 7] })],
  }),
  notRecommended: tell({ vi: 'Hội đồng không đề nghị', en: 'not recommended by the council' }, 6, {
    ends: 'notSelected',
    fits: standard,
    weight: 2,
    beats: () => [signOff, shortlist, does('secretary', 'councilReview', 'council.notRecommend', { days: [3, 9] })],
  }),
  refusedWrongSubject: refusedFor('wrongSubject'),
  refusedBelowStandard: refusedFor('belowStandard'),
  refusedIncompleteDossier: refusedFor('incompleteDossier'),
  refusedBreachOfLaw: refusedFor('breachOfLaw'),
  heldByDepartment: tell(
    { vi: 'tạm dừng ở bộ phận phụ trách, rồi tiếp tục', en: 'held at the department and resumed' },
    2,
    {
      ends: 'closed',
      awards: true,
      beats: (road) => [signOff, ...putOnHold('reviewer', 'departmentReview', 'complaint'), ...toAward(road)],
    },
  ),
  heldByCouncil: tell({ vi: 'tạm dừng ở Hội đồng, rồi tiếp tục', en: 'held at the council and resumed' }, 3, {
    ends: 'closed',
    awards: true,
    fits: standard,
    beats: () => [
      signOff,
      shortlist,
      ...putOnHold('secretary', 'councilReview', 'discipline'),
      recommend,
      award,
      ...conclude,
    ],
  }),
  sentBackByCouncil: tell({ vi: 'Hội đồng trả lại bộ phận phụ trách', en: 'sent back by the council' }, 3, {
    ends: 'closed',
    awards: true,
    fits: standard,
    beats: (road) => [
      signOff,
      shortlist,
      does('secretary', 'councilReview', 'council.sendBack', { days: [2, 6] }),
      ...toAward(road),
    ],
  }),
  sentBackByAuthority: tell({ vi: 'cấp có thẩm quyền trả lại', en: 'sent back by the authority' }, 2, {
    ends: 'closed',
    awards: true,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      does('authority', 'authorityDecision', 'authority.sendBack', { days: [2, 5] }),
      ...toAward(road),
    ],
  }),
  submittedUp: tell({ vi: 'trình cấp trên, được khen thưởng', en: 'submitted up and awarded by the province' }, 4, {
    ends: 'closed',
    awards: true,
    fits: twoTiers,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      submitUp,
      does('higher', 'submittedUp', 'authority.award', { days: [4, 10] }),
      ...conclude,
    ],
  }),
  submittedUpRefused: tell({ vi: 'trình cấp trên, không được khen thưởng', en: 'submitted up and refused' }, 2, {
    ends: 'refused',
    fits: twoTiers,
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      submitUp,
      does('higher', 'submittedUp', 'authority.refuse', { days: [4, 10] }, { form: { ground: 'belowStandard' } }),
    ],
  }),
  noTierAbove: tell({ vi: 'không còn cấp trên để trình', en: 'no tier above to submit to' }, 1, {
    ends: 'closed',
    awards: true,
    fits: (row) => !twoTiers(row),
    beats: (road) => [
      signOff,
      ...toAuthority(road),
      tries('authority', 'authorityDecision', 'authority.submitUp', { days: [2, 4] }, ['NO_NEXT_TIER']),
      award,
      ...conclude,
    ],
  }),
  appraisedByTwo: tell({ vi: 'hai phòng cho ý kiến', en: 'appraised by two divisions' }, 4, {
    ends: 'closed',
    awards: true,
    fits: twoDivisions,
    beats: (road) => [signOff, askTwo, firstOpinion, secondOpinion, ...toAward(road)],
  }),
  appraisalClosed: tell(
    { vi: 'kết thúc lấy ý kiến khi một phòng chậm', en: 'appraisal closed without the late opinion' },
    2,
    {
      ends: 'closed',
      awards: true,
      escalates: true,
      fits: twoDivisions,
      beats: (road) => [
        signOff,
        askTwo,
        firstOpinion,
        // Told by the reminder, the reviewer looks the nomination up: the matter lies with the late division.
        does('reviewer', 'appraisal', 'appraisal.close', { afterDue: [4, 7] }),
        ...toAward(road),
      ],
    },
  ),
};
