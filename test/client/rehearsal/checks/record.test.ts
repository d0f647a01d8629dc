import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../../client/rehearsal/evidence.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Alter } from '../support/found.ts';
import { failing, first } from '../support/found.ts';
import { at } from '../support/smallSeason.ts';

describe('the checks of the record, the engine and the mailbox', () => {
  it.each<[CheckName, Alter]>([
    [
      'receiptsOnce',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { inboxId: 'i1' }),
    ],
    ['receiptsOnce', ({ evidence: { inbox } }) => void Object.assign(first(inbox), { status: 'received' })],
    ['receiptsOnce', ({ acts }) => void acts.pop()],
    ['refusedLeaveNothing', ({ evidence: { inbox } }) => void Object.assign(first(inbox), { status: 'refused' })],
    [
      'revisionsGapless',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { revision: 3 }),
    ],
    ['openHaveOwners', ({ evidence: { nominations } }) => void Object.assign(first(nominations), { closed: false })],
    ['installationChecked', ({ looks }) => void first(looks).violations.push('NO_OWNER 004-0001')],
    ['auditWhole', ({ audit }) => void audit.broken.push({ chain: '004', seq: 2, at, problem: 'edited' })],
    ['samePlan', (findings) => void Object.assign(findings, { samePlanHash: 'other' })],
    ['engineAgrees', ({ engine }) => void Object.assign(first(engine), { same: false })],
    ['noticesSent', ({ mail }) => void Object.assign(mail, { delivered: 3 })],
    ['noticesSent', ({ mail }) => void Object.assign(mail, { waiting: 1 })],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));
});
