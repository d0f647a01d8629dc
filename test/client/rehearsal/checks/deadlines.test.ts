import { describe, expect, it } from 'vitest';
import type { Received, Transition } from '../../../../client/rehearsal/evidence.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Alter } from '../support/found.ts';
import { failing, first } from '../support/found.ts';
import { at, nominationId } from '../support/smallSeason.ts';

describe('the checks of deadlines, changes and reports', () => {
  it.each<[CheckName, Alter]>([
    [
      'inTimeNeverLate',
      ({ evidence: { inbox } }) =>
        void first(inbox).refusals.push({ code: 'PAST_DEADLINE', detail: { dueAt: '2021-06-01T00:00:00.000Z' } }),
    ],
    [
      'latenessEscalates',
      ({ lives }) => void Object.assign(first(lives), { plan: { ...first(lives).plan, escalates: true } }),
    ],
    [
      'onlyUnitsExpire',
      ({ evidence: { transitions } }) =>
        void Object.assign(transitions[1] as Transition, {
          type: 'deadline.pass',
          from: 'departmentReview',
          to: 'expired',
        }),
    ],
    [
      'onlyUnitsExpire',
      ({ evidence: { transitions } }) =>
        void Object.assign(transitions[1] as Transition, { type: 'deadline.pass', from: 'draft', to: 'expired' }),
    ],
    ['changesAsForetold', ({ evidence: { inbox } }) => void inbox.pop()],
    ['changesAsForetold', ({ evidence: { matters } }) => void Object.assign(first(matters), { dueAt: at })],
    ['changesAsForetold', ({ evidence: { changeNotices } }) => void changeNotices.pop()],
    [
      'changesAsForetold',
      ({ evidence: { inbox } }) =>
        void inbox.push({ ...(inbox.at(-1) as Received), id: 'c1t', subjectId: nominationId }),
    ],
    [
      'noLateReminders',
      ({ evidence: { lateReminders } }) =>
        void lateReminders.push({ subjectId: nominationId, person: 'bvbr.head', at }),
    ],
    ['reportsDelivered', ({ evidence: { reports } }) => void reports.pop()],
    ['reportsDelivered', ({ evidence: { reports } }) => void Object.assign(first(reports), { kind: 'final' })],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));
});
