import { escalation, move, nominationSetup } from '../setup.ts';

/** The council recommends, it does not decide (seed 004 III); the approving authority decides or submits upward. */

export const councilReview = nominationSetup.createStateConfig({
  id: 'councilReview',
  on: {
    'council.recommend': move('council.recommend', 'authorityDecision', { does: ['keepResolution'] }),
    'council.notRecommend': move('council.notRecommend', 'notSelected', { does: ['keepResolution'] }),
    'council.sendBack': move('council.sendBack', 'departmentReview', { does: ['restartRoad'] }),
    'nomination.withdraw': move('nomination.withdraw', 'withdrawn'),
    'deadline.pass': escalation(),
  },
});

const decisions = {
  'authority.award': move('authority.award', 'awarded', { does: ['keepDecision'] }),
  'authority.refuse': move('authority.refuse', 'refused', { does: ['keepRefusal'] }),
  'authority.sendBack': move('authority.sendBack', 'departmentReview', { does: ['restartRoad'] }),
  'authority.submitUp': move('authority.submitUp', 'submittedUp', { does: ['raiseTier'] }),
  'deadline.pass': escalation(),
};

export const authorityDecision = nominationSetup.createStateConfig({ id: 'authorityDecision', on: decisions });

/** The same decisions, by the authority of the tier reached; it may submit further up while there is a tier. */
export const submittedUp = nominationSetup.createStateConfig({ id: 'submittedUp', on: decisions });
