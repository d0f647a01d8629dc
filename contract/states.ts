/** The states of a nomination, in the order of the road. The machine's keys; everything else imports them from here. */
export const stateNames = [
  'draft',
  'departmentReview',
  'appraisal',
  'returned',
  'councilReview',
  'authorityDecision',
  'submittedUp',
  'awarded',
  'published',
  'onHold',
  'withdrawn',
  'closed',
  'refused',
  'notSelected',
  'expired',
  'withdrawnForGood',
  'cancelled',
] as const;
export type StateName = (typeof stateNames)[number];

export const terminalStates = [
  'closed',
  'refused',
  'notSelected',
  'expired',
  'withdrawnForGood',
  'cancelled',
] as const satisfies StateName[];
export type TerminalState = (typeof terminalStates)[number];

/** Gives whether a nomination in this state is over. */
export function isTerminal(state: StateName): state is TerminalState {
  return (terminalStates as readonly StateName[]).includes(state);
}

/** Deadlines by name. The first three end what the *nominating side* left undone; an official's lateness only escalates. */
export const deadlineNames = [
  'draft',
  'supplement',
  'revival',
  'review',
  'appraisal',
  'council',
  'decision',
  'higherDecision',
  'publication',
  'closing',
  'hold',
] as const;
export type DeadlineName = (typeof deadlineNames)[number];
export const expiringDeadlines = ['draft', 'supplement', 'revival'] as const satisfies DeadlineName[];

/** The roads a movement may take: the simplified one (ad-hoc award, NĐ 98 Đ.40) has no council step. */
export const roadNames = ['standard', 'simplified'] as const;
export type RoadName = (typeof roadNames)[number];

/** Conflict guards a programme may add to those that always hold (own dossier, second capacity). */
export const optionalGuards = ['notFromNomineesBody'] as const;
export type OptionalGuard = (typeof optionalGuards)[number];

export const recipientKinds = ['collective', 'individual'] as const;
export type RecipientKind = (typeof recipientKinds)[number];
