import { escalation, move, roundSetup } from '../setup.ts';

/** From the launch to the end: units take part, then the nominations pass through the stages, each as its last one leaves it. */

export const open = roundSetup.createStateConfig({
  id: 'open',
  on: {
    'unit.answer': move('unit.answer', 'stay', { does: ['keepAnswer'] }),
    'unit.register': move('unit.register', 'stay', { does: ['countRegistrations'] }),
    'unit.signCovenant': move('unit.signCovenant', 'stay', { does: ['countCovenant'] }),
    'movement.stall': move('movement.stall', 'stay', { does: ['markStall'] }),
    'deadline.pass': [
      move('deadline.pass', 'appraisal', { does: ['forgetStall'], route: 'windowEnds' }),
      move('deadline.pass', 'stay', { does: ['escalate'], route: 'answersDue' }),
    ],
  },
});

export const appraisal = roundSetup.createStateConfig({
  id: 'appraisal',
  on: {
    'stage.complete': [
      move('stage.complete', 'council', { does: ['handOn'], route: 'somebodyNominated' }),
      move('stage.complete', 'closed', { does: ['handOn'], route: 'nobodyNominated' }),
    ],
    'deadline.pass': escalation(),
  },
});

export const council = roundSetup.createStateConfig({
  id: 'council',
  on: { 'stage.complete': move('stage.complete', 'decision', { does: ['handOn'] }), 'deadline.pass': escalation() },
});

export const decision = roundSetup.createStateConfig({
  id: 'decision',
  on: { 'stage.complete': move('stage.complete', 'published', { does: ['handOn'] }), 'deadline.pass': escalation() },
});

export const published = roundSetup.createStateConfig({
  id: 'published',
  on: { 'stage.complete': move('stage.complete', 'closed', { does: ['handOn'] }), 'deadline.pass': escalation() },
});
