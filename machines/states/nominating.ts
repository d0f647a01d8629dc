import { move, nominationSetup, unlessSuspended } from '../setup.ts';

/** The nominating side's own states. Only here does a deadline end something: what the unit itself left undone. */

export const draft = nominationSetup.createStateConfig({
  id: 'draft',
  on: {
    'draft.amend': move('draft.amend', 'stay', { does: ['replaceDossier'] }),
    'draft.signOff': move('draft.signOff', 'departmentReview'),
    'nomination.withdraw': move('nomination.withdraw', 'withdrawn'),
    'deadline.pass': unlessSuspended('expired'),
  },
});

export const returned = nominationSetup.createStateConfig({
  id: 'returned',
  on: {
    'supplement.submit': move('supplement.submit', 'departmentReview', { does: ['replaceDossier'] }),
    'nomination.withdraw': move('nomination.withdraw', 'withdrawn'),
    'deadline.pass': unlessSuspended('expired'),
  },
});

export const withdrawn = nominationSetup.createStateConfig({
  id: 'withdrawn',
  on: {
    'nomination.revive': move('nomination.revive', 'draft', { does: ['reopenDraft'] }),
    'deadline.pass': unlessSuspended('withdrawnForGood'),
  },
});
