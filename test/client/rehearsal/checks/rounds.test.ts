import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../../client/rehearsal/checks/check.ts';
import type { RoundTransition } from '../../../../client/rehearsal/roundEvidence.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Alter } from '../support/found.ts';
import { failing, first } from '../support/found.ts';
import { row } from '../support/smallSeason.ts';

describe('the checks of rounds', () => {
  it.each<[CheckName, Alter]>([
    ['roundsOver', ({ evidence: { rounds } }) => void Object.assign(first(rounds), { state: 'published' })],
    ['roundsAsTold', ({ roundLives }) => void first(roundLives).mishaps.push({ lane: 'plan', text: 'refused' })],
    ['plansApproved', ({ evidence: { plans } }) => void Object.assign(first(plans), { hash: 'other' })],
    [
      'plansApproved',
      ({ evidence: { roundTransitions } }) =>
        void Object.assign(roundTransitions[2] as RoundTransition, { actorId: 'nv.reviewer' }),
    ],
    [
      'nothingBeforeApproval',
      ({ evidence: { nominations } }) =>
        void Object.assign(first(nominations), { openedAt: '2020-12-19T00:00:00.000Z' }),
    ],
    [
      'openedInWindow',
      ({ evidence: { nominations } }) =>
        void Object.assign(first(nominations), { openedAt: '2021-03-01T00:00:00.000Z' }),
    ],
    [
      'openedInWindow',
      ({ evidence: { inbox } }) =>
        void Object.assign(first(inbox), {
          opening: { movementId: '2.6', unitId: 'benhVienBaRia' },
          refusals: [{ code: 'WINDOW_NOT_OPEN', detail: {} }],
        }),
    ],
    ['stagesHandedOn', ({ evidence: { handovers } }) => void first(handovers).nominations.push('004-0002')],
    ['unitsAnswered', ({ evidence: { answers } }) => void answers.pop()],
    ['unitsAnswered', (findings) => void Object.assign(first(findings.rows), { covered: true })],
    [
      'lateUnitsChased',
      ({ evidence: { roundTransitions } }) =>
        void Object.assign(roundTransitions[3] as RoundTransition, { to: 'appraisal' }),
    ],
    ['covenantsSigned', ({ evidence: { covenants } }) => void covenants.pop()],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));

  it('know no round that must be cancelled, and count the one that is', () => {
    const cancelled = ({ rows, evidence: { rounds } }: Findings) => {
      Object.assign(first(rounds), { state: 'cancelled' });
      rows[0] = { ...row, incidents: ['cancelled'] };
    };
    expect(failing(cancelled)).not.toContain('roundsOver');
  });
});
