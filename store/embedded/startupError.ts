export type StartupErrorCode =
  | 'alreadyRunning'
  | 'clockInvalid'
  | 'definitionInvalid'
  | 'dataNewer'
  | 'dataShared'
  | 'databaseFailed'
  | 'databaseMissing'
  | 'databaseUnreachable'
  | 'databaseVersion'
  | 'engineFailed'
  | 'engineMissing'
  | 'engineUnreachable'
  | 'homeUnwritable'
  | 'portInvalid'
  | 'portTaken'
  | 'refusalNoticeInvalid'
  | 'stopped'
  | 'systemUser';

/** Thrown when the product cannot start and the person at the terminal can do something about it: one line, two languages. */
export class StartupError extends Error {
  readonly code: StartupErrorCode;
  readonly vi: string;
  readonly en: string;

  constructor(code: StartupErrorCode, vi: string, en: string, cause?: unknown) {
    super(`${vi} / ${en}`, cause === undefined ? undefined : { cause });
    this.name = 'StartupError';
    this.code = code;
    this.vi = vi;
    this.en = en;
  }
}

/** The one line shown for any failure; a StartupError speaks for itself, others give their own message. */
export function failureLine(error: unknown): string {
  if (error instanceof StartupError) return `✗ ${error.vi} / ${error.en}`;
  const message = error instanceof Error ? error.message : String(error);
  return `✗ Lỗi không lường trước khi khởi động: ${message} / Unexpected error while starting: ${message}`;
}
