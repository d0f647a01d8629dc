import type { ActResult, WhyAnswer } from '../../../../client/core/types.ts';
import type { Refusal } from '../../../../contract/refusals.ts';

/** Made-up answers of the client to an act, and to the question why not. */
export const receipt = {
  inboxId: '0193-inbox',
  nominationId: '004-0001',
  // The demonstration's clock stands in 2021, whatever the day is.
  receivedAt: '2026-11-24T06:30:00.000Z',
  programmeAt: '2021-11-20T02:05:00.000Z',
};
export const applied: ActResult = { receipt, outcome: { kind: 'applied', state: 'departmentReview', revision: 2 } };
export const waiting: ActResult = { receipt, outcome: { kind: 'received', because: 'engineUnreachable' } };

export const pastDeadline: Refusal = { code: 'PAST_DEADLINE', detail: { dueAt: '2021-11-15T16:59:59.999Z' } };
export const stale: Refusal = { code: 'STALE_REVISION', detail: { expected: '3', revision: '5' } };

/** Gives a refused act. */
export function refusedFor(...refusals: Refusal[]): ActResult {
  return { receipt, outcome: { kind: 'refused', refusals } };
}

export const whySignOff: WhyAnswer = {
  type: 'draft.signOff',
  label: { vi: 'Ký tờ trình, gửi hồ sơ', en: 'Sign off and submit' },
  allowed: true,
  as: 'unitHead',
  refusals: [],
  reason: 'optional',
  form: [],
  who: ['unitHead@benhVienVungTau'],
};
export const whyWithdraw: WhyAnswer = {
  type: 'nomination.withdraw',
  label: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  allowed: false,
  as: null,
  refusals: [pastDeadline],
  reason: 'required',
  form: [],
  who: ['unitClerk@benhVienVungTau', 'unitHead@benhVienVungTau'],
};
