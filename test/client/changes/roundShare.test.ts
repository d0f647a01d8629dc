import { describe, expect, it } from 'vitest';
import { roundShare } from '../../../client/core/changes/roundShare.ts';
import type { Proposal } from '../../../client/core/changes/share.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { RoundDeadlineName } from '../../../contract/roundStates.ts';
import type { RoundApplied } from '../../../machines/round/interpreter.ts';
import { applyRound } from '../../../machines/round/interpreter.ts';
import { appraising, event, inputOf, must, on, opened, reviewing, run } from '../../machines/round/support/fixture.ts';
import { admin } from '../../machines/support/people.ts';

const roundId = inputOf().roundId;

function longer(stage: RoundApplied, deadline: RoundDeadlineName): object {
  const spec = { kind: 'deadline', scope: { roundId }, deadline, to: { addDays: 2, counting: 'calendar' } } as const;
  const request: ChangeRequest = { spec, as: 'administrator', reason: 'x', holdNotices: false };
  const proposal: Proposal = { request, actor: admin, at: on('06-17') };
  return roundShare(stage.snapshot, proposal, null);
}

describe('a round’s share of a longer deadline', () => {
  it('is its rule while the machine can still enter the stage, though the stage lies behind', () => {
    const share = { plan: { plan: { withinDays: 7 } } };
    expect(longer(reviewing(), 'plan')).toEqual({ share });
    const changed = must(reviewing().snapshot, event('deadline.change', on('06-17'), share));
    const returned = must(changed.snapshot, event('plan.return', on('06-17')));
    expect(returned.workItems).toMatchObject([{ dueAt: '2020-06-24T16:59:59.999Z' }]);
  });

  it('is nothing once the stage cannot come any more', () => {
    expect(longer(opened(), 'plan')).toHaveProperty('because');
    expect(longer(appraising(), 'closing')).toHaveProperty('because');
    const over = applyRound(opened().snapshot, event('round.cancel', on('06-27')));
    expect(over && longer(over, 'council')).toHaveProperty('because');
  });

  it('is an instant while the deadline has one, and never a rule for the plan’s own dates', () => {
    expect(longer(opened(), 'answer')).toEqual({ share: { of: 'answer', dueAt: '2020-07-07T16:59:59.999Z' } });
    for (const name of ['opening', 'answer', 'closing'] as const)
      expect(longer(run([]), name), name).toHaveProperty('because');
    expect(longer(opened(), 'suspension')).toEqual({ share: { plan: { suspension: { withinDays: 32 } } } });
  });
});
