import { expect, test } from 'vitest';
import { recipientNames } from '../../contract/roles.ts';
import { beginRound } from '../../machines/round/interpreter.ts';
import { recipientsOf } from '../../store/recipients.ts';
import { roundRecipientsOf } from '../../store/roundRecipients.ts';
import { entryOf } from './fixture.ts';
import { roundInputOf } from './roundFixture.ts';

const { snapshot, workItems } = beginRound(roundInputOf('told'));
const context = { ...snapshot.context, answers: { hospital: { at: '2020-09-02T02:00:00.000Z', takesPart: true } } };
const [item] = workItems;

test('every name that means somebody in a round leads to queues', () => {
  const escalated = item ? [{ ...item, escalatedTo: 'councilSecretary@office' as const }] : [];
  const queues = Object.fromEntries(recipientNames.map((name) => [name, roundRecipientsOf(name, context, escalated)]));
  expect(queues).toEqual({
    submittingUnit: [],
    unitHead: [],
    nominee: [],
    appraisingDivisions: [],
    bodyInCharge: ['reviewer@office'],
    standingBody: ['councilSecretary@office'],
    approvingAuthority: ['approvingAuthority@committee'],
    nextTier: ['approvingAuthority@committee'],
    currentOwner: ['reviewer@office'],
    escalation: ['councilSecretary@office'],
    units: ['unitClerk@hospital', 'unitHead@hospital', 'unitClerk@clinic', 'unitHead@clinic'],
    unansweredUnits: ['unitClerk@clinic', 'unitHead@clinic'],
  });
});

test('what is one unit’s matter reaches that unit alone', () => {
  expect(roundRecipientsOf('submittingUnit', context, [], 'clinic')).toEqual(['unitClerk@clinic', 'unitHead@clinic']);
});

test('the tier above a round’s authority is the second one, where there is one', () => {
  const bodies = { ...context.bodies, authorities: ['committee', 'province'] };
  expect(roundRecipientsOf('nextTier', { ...context, bodies }, [])).toEqual(['approvingAuthority@province']);
});

test('a nomination has no units a movement is launched to', () => {
  const nomination = entryOf('gtgn-2020-0001', 1);
  for (const name of ['units', 'unansweredUnits'] as const) {
    expect(recipientsOf(name, nomination.snapshot.context, nomination.workItems)).toEqual({
      queues: [],
      nominee: false,
    });
  }
});
