import { escalation, move, roundSetup } from '../setup.ts';

/** The plan: drawn up by the body in charge, approved by the authority, and nothing opens before (seed 004 III.2). */

export const planning = roundSetup.createStateConfig({
  id: 'planning',
  on: {
    'plan.submit': move('plan.submit', 'planReview', { does: ['keepProposal'] }),
    'deadline.pass': escalation(),
  },
});

export const planReview = roundSetup.createStateConfig({
  id: 'planReview',
  on: {
    // A corrected plan takes the place of the one under review, which can then no longer be approved; its time starts anew.
    'plan.submit': move('plan.submit', 'planReview', { does: ['keepProposal'] }),
    'plan.approve': move('plan.approve', 'approved', { does: ['freezePlan'] }),
    'plan.return': move('plan.return', 'planning', { does: ['dropProposal'] }),
    'deadline.pass': escalation(),
  },
});

export const approved = roundSetup.createStateConfig({
  id: 'approved',
  on: { 'deadline.pass': move('deadline.pass', 'open', { does: ['launch'] }) },
});
