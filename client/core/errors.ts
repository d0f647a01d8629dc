import type { Text } from '../../contract/texts/text.ts';

export type ClientErrorCode =
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_PROGRAMME'
  | 'UNKNOWN_MOVEMENT'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_NOMINATION'
  | 'UNKNOWN_NOMINEE'
  | 'UNKNOWN_ROUND'
  /** The opening is kept and not yet delivered: there is an id, and nothing to look at yet. */
  | 'NOT_APPLIED_YET'
  | 'INVALID_FORM'
  | 'WINDOW_NOT_OPEN'
  | 'NOT_ALLOWED_TO_NOMINATE'
  | 'IDEMPOTENCY_CONFLICT'
  /** Of a change of deadlines, rounds or the calendar. */
  | 'DAY_OFF'
  | 'DUE_NOT_AHEAD'
  | 'WINDOW_REVERSED'
  | 'UNKNOWN_DEADLINE'
  | 'UNKNOWN_CHANGE'
  | 'NOTHING_TO_CHANGE'
  | 'PREVIEW_STALE'
  | 'CHANGE_BUSY'
  | 'DATABASE_UNREACHABLE'
  | 'ENGINE_UNREACHABLE'
  | 'NOT_RUNNING';

/** Thrown when a request cannot be taken up at all: says what is wrong and what to do, in both languages; nothing was kept. */
export class ClientError extends Error {
  readonly code: ClientErrorCode;
  readonly text: Text;

  constructor(code: ClientErrorCode, text: Text, options?: { cause: unknown }) {
    super(text.en, options);
    this.name = 'ClientError';
    this.code = code;
    this.text = text;
  }
}

/** Gives the error for a person the directory does not know. */
export function unknownPerson(person: string): ClientError {
  return new ClientError('UNKNOWN_PERSON', {
    vi: `Không có người mang mã “${person}”. Xem danh sách: npx vinhdanh people`,
    en: `There is no person “${person}”. See the list: npx vinhdanh people`,
  });
}
