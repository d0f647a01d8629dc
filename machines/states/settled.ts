import { escalation, move, nominationSetup, unlessSuspended } from '../setup.ts';

/** After the decision, and the pause in which nothing is decided. */

export const awarded = nominationSetup.createStateConfig({
  id: 'awarded',
  on: {
    'result.publish': move('result.publish', 'published'),
    'deadline.pass': escalation(),
  },
});

/** The complaint window: the file may be closed when it has ended, and its owner is reminded to. */
export const published = nominationSetup.createStateConfig({
  id: 'published',
  on: {
    'result.close': move('result.close', 'closed'),
    'deadline.pass': unlessSuspended('stay', ['remind']),
  },
});

export const onHold = nominationSetup.createStateConfig({
  id: 'onHold',
  on: {
    'nomination.resume': move('nomination.resume', 'held', { does: ['resumeClock'] }),
    'deadline.pass': escalation(),
  },
});
