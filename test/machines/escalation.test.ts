import { describe, expect, it } from 'vitest';
import { queueOf } from '../../contract/roles.ts';
import { toldAt } from '../../machines/escalation.ts';

const secretary = queueOf('councilSecretary', 'office');
const authority = queueOf('approvingAuthority', 'department');
const reviewer = queueOf('reviewer', 'office');
const chain = [secretary, authority];

describe('whom lateness is told', () => {
  it('goes up the chain step by step and stays at its end; before it is late nobody', () => {
    expect([0, 1, 2, 3].map((level) => toldAt(chain, level, reviewer))).toEqual([
      null,
      secretary,
      authority,
      authority,
    ]);
  });

  it('is never the late one: their step is skipped', () => {
    expect([1, 2].map((level) => toldAt(chain, level, secretary))).toEqual([authority, authority]);
    expect(toldAt([secretary], 1, secretary)).toBeNull();
  });
});
