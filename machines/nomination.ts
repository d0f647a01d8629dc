import type { SnapshotFrom } from 'xstate';
import { move, nominationSetup } from './setup.ts';
import { authorityDecision, councilReview, submittedUp } from './states/deciding.ts';
import { appraisal, departmentReview } from './states/department.ts';
import { draft, returned, withdrawn } from './states/nominating.ts';
import { awarded, onHold, published } from './states/settled.ts';

/** The law of one nomination. Leaf states are the keys of `contract/states.ts`, each with its name as id. */
export const nominationMachine = nominationSetup.createMachine({
  id: 'nomination',
  context: ({ input }) => input,
  initial: 'draft',
  // What reaches every nomination of a round alike, wherever it stands until it is over.
  on: {
    'deadline.change': move('deadline.change', 'stay', { does: ['changeDue'] }),
    'round.suspend': move('round.suspend', 'stay', { does: ['suspend'] }),
    'round.resume': move('round.resume', 'stay', { does: ['unsuspend'] }),
    'round.cancel': move('round.cancel', 'cancelled'),
  },
  states: {
    draft,
    inProgress: {
      initial: 'departmentReview',
      on: { 'nomination.hold': move('nomination.hold', 'onHold', { does: ['pauseClock'] }) },
      states: {
        departmentReview,
        appraisal,
        returned,
        councilReview,
        authorityDecision,
        submittedUp,
        held: { id: 'held', type: 'history' },
      },
    },
    onHold,
    awarded,
    published,
    withdrawn,
    closed: { id: 'closed', type: 'final' },
    refused: { id: 'refused', type: 'final' },
    notSelected: { id: 'notSelected', type: 'final' },
    expired: { id: 'expired', type: 'final' },
    withdrawnForGood: { id: 'withdrawnForGood', type: 'final' },
    cancelled: { id: 'cancelled', type: 'final' },
  },
});

/** Where a nomination stands. Opaque outside `machines/`: read it through the interpreter. */
export type NominationSnapshot = SnapshotFrom<typeof nominationMachine>;
