/** Why an act is refused: stable codes, the same in the machine, the API and the audit. Texts are in the message catalogue. */
export const refusalCodes = [
  'NOT_NOW',
  'NOT_YOUR_ROLE',
  'NOT_YOUR_BODY',
  'OWN_DOSSIER',
  'SECOND_CAPACITY',
  'FROM_NOMINEES_BODY',
  'PAST_DEADLINE',
  'BEFORE_DUE',
  'REASON_MISSING',
  'ITEMS_MISSING',
  'DATE_NOT_AHEAD',
  'RETURNS_EXHAUSTED',
  'DIVISIONS_MISSING',
  'DIVISION_UNKNOWN',
  'DIVISION_NOT_ASKED',
  'OPINION_ALREADY_GIVEN',
  'NO_NEXT_TIER',
  'RESOLUTION_MISSING',
  'DECISION_NUMBER_MISSING',
  'DECISION_DATE_AHEAD',
  'STALE_REVISION',
  'WINDOW_NOT_OPEN',
  'KIND_NOT_AWARDED',
  'ROUND_NOT_OPEN',
  'ROUND_SUSPENDED',
  'NOTHING_TO_CHANGE',
  'DUE_NOT_AHEAD',
  'RULE_INCOMPLETE',
  'PLAN_CHANGED',
  'PLAN_WINDOW_REVERSED',
  'PLAN_WINDOW_OVER',
  'UNIT_UNKNOWN',
  'UNIT_NOT_TAKING_PART',
  'UNIT_CAP_REACHED',
  'STAGE_NOT_COMPLETE',
  'NOT_STALLED',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** One reason. `detail` holds ids and instants for the text (never personal data); `lift` says who or what can lift it. */
export type Refusal = { code: RefusalCode; detail: Record<string, string> };
export const refusedFailureType = 'Refused';
