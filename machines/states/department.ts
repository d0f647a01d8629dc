import { escalation, move, nominationSetup } from '../setup.ts';

/** The body in charge of the movement selects and proposes (seed 004 III.2); other divisions appraise on request. */

export const departmentReview = nominationSetup.createStateConfig({
  id: 'departmentReview',
  on: {
    'review.return': move('review.return', 'returned', { does: ['countReturn'] }),
    'appraisal.request': move('appraisal.request', 'appraisal', { does: ['askDivisions'] }),
    'review.shortlist': [
      move('review.shortlist', 'councilReview', { route: 'standardRoad' }),
      // Luật TĐKT 2022 Đ.85, NĐ 98/2023 Đ.40: the simplified procedure has no council step.
      move('review.shortlist', 'authorityDecision', { route: 'simplifiedRoad' }),
    ],
    'review.notSelect': move('review.notSelect', 'notSelected'),
    'nomination.withdraw': move('nomination.withdraw', 'withdrawn'),
    'deadline.pass': escalation(),
  },
});

export const appraisal = nominationSetup.createStateConfig({
  id: 'appraisal',
  on: {
    'appraisal.give': [
      move('appraisal.give', 'stay', { does: ['keepOpinion'], route: 'opinionsMissing' }),
      move('appraisal.give', 'departmentReview', { does: ['keepOpinion'], route: 'lastOpinion' }),
    ],
    'appraisal.close': move('appraisal.close', 'departmentReview', { does: ['dropMissing'] }),
    'nomination.withdraw': move('nomination.withdraw', 'withdrawn'),
    'deadline.pass': escalation(),
  },
});
