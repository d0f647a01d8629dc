import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../../client/rehearsal/evidence.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Alter } from '../support/found.ts';
import { failing, first } from '../support/found.ts';

describe('the checks of awards and of who decides', () => {
  it.each<[CheckName, Alter]>([
    [
      'withinQuotas',
      ({ evidence: { nominations } }) => void nominations.push(...Array.from({ length: 10 }, () => first(nominations))),
    ],
    [
      'awardsNumbered',
      ({ evidence: { nominations } }) => void Object.assign(first(nominations), { decisionNumber: null }),
    ],
    [
      'oneCapacity',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { actorId: 'bvbr.clerk' }),
    ],
    [
      'nobodyOnOwn',
      ({ evidence: { nominations } }) => void Object.assign(first(nominations).nominee, { id: 'bvbr.clerk' }),
    ],
    ['whyIsTrue', ({ acts }) => void Object.assign(first(acts), { allowed: false })],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));
});
