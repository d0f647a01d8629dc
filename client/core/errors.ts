import type { Text } from '../../contract/texts/text.ts';

export type ClientErrorCode =
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_PROGRAMME'
  | 'UNKNOWN_MOVEMENT'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_NOMINATION'
  | 'UNKNOWN_NOMINEE'
  | 'INVALID_FORM'
  | 'WINDOW_NOT_OPEN'
  | 'NOT_ALLOWED_TO_NOMINATE'
  | 'IDEMPOTENCY_CONFLICT'
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
