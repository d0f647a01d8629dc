import type { Told } from './season.ts';

/**
 * Eleven nominations of programme 004, made by hand. In the first half of 2021: nine opened (the collectives c1, c2 and seven
 * individuals), one more awarded that was opened in 2020; one is opened in July.
 */
export const season: Told[] = [
  {
    id: '004-0001',
    movementId: '2.5',
    kind: 'individual',
    direct: 'dossier',
    steps: [
      ['nomination.open', 'draft', '2021-04-02'],
      ['draft.signOff', 'departmentReview', '2021-04-05'],
      ['review.return', 'returned', '2021-04-10'],
      ['supplement.submit', 'departmentReview', '2021-04-21', 'late'],
      ['review.shortlist', 'councilReview', '2021-04-22'],
      ['council.recommend', 'authorityDecision', '2021-05-01'],
      ['authority.award', 'awarded', '2021-05-10'],
      ['result.publish', 'published', '2021-05-15'],
      // The complaint window ends: no escalation.
      ['deadline.pass', 'published', '2021-06-15'],
    ],
  },
  {
    id: '004-0002',
    movementId: '2.5',
    kind: 'individual',
    direct: 'directory',
    ground: 'belowStandard',
    steps: [
      ['nomination.open', 'draft', '2021-04-03'],
      ['draft.signOff', 'departmentReview', '2021-04-06'],
      ['review.shortlist', 'councilReview', '2021-04-22'],
      ['council.recommend', 'authorityDecision', '2021-05-01'],
      ['authority.refuse', 'refused', '2021-05-12'],
    ],
  },
  {
    id: '004-0003',
    movementId: '2.5',
    kind: 'collective',
    steps: [
      ['nomination.open', 'draft', '2021-04-04'],
      ['draft.signOff', 'departmentReview', '2021-04-07'],
      ['review.return', 'returned', '2021-04-10'],
      ['supplement.submit', 'departmentReview', '2021-04-15'],
      ['review.return', 'returned', '2021-04-20'],
      ['deadline.pass', 'expired', '2021-05-20'],
    ],
  },
  {
    id: '004-0004',
    movementId: '2.11',
    kind: 'individual',
    road: 'simplified',
    steps: [
      ['nomination.open', 'draft', '2021-05-01'],
      ['draft.signOff', 'departmentReview', '2021-05-02'],
      ['review.shortlist', 'authorityDecision', '2021-05-03'],
      ['authority.award', 'awarded', '2021-05-05'],
      ['result.publish', 'published', '2021-07-05'],
    ],
  },
  {
    id: '004-0005',
    movementId: '2.4',
    kind: 'collective',
    unitId: 'benhVienVungTau',
    steps: [
      ['nomination.open', 'draft', '2021-05-02'],
      ['draft.signOff', 'departmentReview', '2021-05-03'],
      ['review.notSelect', 'notSelected', '2021-06-10'],
    ],
  },
  {
    id: '004-0006',
    movementId: '2.4',
    kind: 'individual',
    unitId: 'benhVienVungTau',
    steps: [
      ['nomination.open', 'draft', '2021-05-03'],
      ['nomination.withdraw', 'withdrawn', '2021-05-04'],
      ['nomination.revive', 'draft', '2021-05-06'],
      ['nomination.withdraw', 'withdrawn', '2021-06-01'],
      ['deadline.pass', 'withdrawnForGood', '2021-07-20'],
    ],
  },
  {
    id: '004-0007',
    movementId: '2.4',
    kind: 'individual',
    unitId: 'benhVienVungTau',
    steps: [
      ['nomination.open', 'draft', '2021-06-29'],
      ['draft.signOff', 'departmentReview', '2021-07-01'],
      ['review.shortlist', 'councilReview', '2021-07-05'],
      ['council.recommend', 'authorityDecision', '2021-07-10'],
      ['authority.award', 'awarded', '2021-07-15'],
      ['result.publish', 'published', '2021-07-16'],
    ],
  },
  { id: '004-0008', movementId: '2.2', kind: 'individual', steps: [['nomination.open', 'draft', '2021-07-10']] },
  {
    id: '004-0009',
    movementId: '2.10',
    kind: 'individual',
    steps: [
      ['nomination.open', 'draft', '2020-12-20'],
      ['draft.signOff', 'departmentReview', '2020-12-21'],
      ['review.shortlist', 'councilReview', '2020-12-25'],
      ['council.recommend', 'authorityDecision', '2020-12-28'],
      ['authority.award', 'awarded', '2021-01-05'],
    ],
  },
  {
    id: '004-0010',
    movementId: '2.3',
    kind: 'individual',
    steps: [
      ['nomination.open', 'draft', '2021-04-01'],
      ['draft.signOff', 'departmentReview', '2021-04-02'],
      ['round.cancel', 'cancelled', '2021-05-01'],
    ],
  },
  {
    id: '004-0011',
    movementId: '2.3',
    kind: 'individual',
    steps: [
      ['nomination.open', 'draft', '2021-04-01'],
      ['draft.signOff', 'departmentReview', '2021-04-02'],
      ['deadline.pass', 'departmentReview', '2021-05-20'],
      ['deadline.pass', 'departmentReview', '2021-05-23'],
    ],
  },
];
