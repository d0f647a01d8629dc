import type { SnapshotFrom } from 'xstate';
import { escalation, move, roundSetup } from './setup.ts';
import { approved, planning, planReview } from './states/planning.ts';
import { appraisal, council, decision, open, published } from './states/season.ts';

const changeable = {
  'deadline.change': move('deadline.change', 'stay', { does: ['changeDeadline'] }),
  'round.cancel': move('round.cancel', 'cancelled', { does: ['dropAll'] }),
};

/** The law of one round. Leaf states are the keys of `contract/roundStates.ts`, each with its name as id. */
export const roundMachine = roundSetup.createMachine({
  id: 'round',
  context: ({ input }) => input,
  initial: 'running',
  states: {
    running: {
      initial: 'planning',
      on: { ...changeable, 'round.suspend': move('round.suspend', 'suspended', { does: ['pauseClocks'] }) },
      states: {
        planning,
        planReview,
        approved,
        open,
        appraisal,
        council,
        decision,
        published,
        interrupted: { id: 'interrupted', type: 'history' },
      },
    },
    suspended: {
      id: 'suspended',
      on: {
        ...changeable,
        'round.resume': move('round.resume', 'interrupted', { does: ['resumeClocks'] }),
        'deadline.pass': escalation(),
      },
    },
    closed: { id: 'closed', type: 'final' },
    cancelled: { id: 'cancelled', type: 'final' },
  },
});

/** Where a round stands. Opaque outside `machines/`: read it through the interpreter. */
export type RoundSnapshot = SnapshotFrom<typeof roundMachine>;
