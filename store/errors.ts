/** Failure of the store with a stable code; `retryable` tells whether the same call may succeed later. */
export class StoreError extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, message: string, retryable = false) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.retryable = retryable;
  }
}

/** The idempotency key was used before for something else. */
export class IdempotencyConflict extends StoreError {
  constructor(idempotencyKey: string) {
    super('CONFLICT_IDEMPOTENCY', `Idempotency key ${idempotencyKey} was already used with another request`);
  }
}

/** An earlier revision is not recorded yet: try again. */
export class OutOfOrder extends StoreError {
  constructor(subjectId: string, revision: number, current: number) {
    super('OUT_OF_ORDER', `${subjectId}: revision ${revision} cannot follow recorded revision ${current}`, true);
  }
}

/** The revision is recorded already, with another event: workflow and record disagree, a person must look. */
export class RecordConflict extends StoreError {
  constructor(subjectId: string, revision: number) {
    super('RECORD_CONFLICT', `${subjectId}: revision ${revision} is recorded with another event`);
  }
}

/** The database was migrated by a newer version of this program. */
export class DatabaseTooNew extends StoreError {
  constructor() {
    super(
      'DATABASE_TOO_NEW',
      'The database was migrated by a newer version of this program; start that version, or restore a backup',
    );
  }
}

/** The same version of a programme was stored before with other content. */
export class ProgrammeVersionConflict extends StoreError {
  constructor(ref: string) {
    super(
      'PROGRAMME_VERSION_CONFLICT',
      `${ref}: this version is stored with other content; give the changed document a new version`,
    );
  }
}

/** The database could not be reached in time. */
export class DatabaseUnreachable extends StoreError {
  constructor(cause: unknown) {
    super(
      'DATABASE_UNREACHABLE',
      `The database does not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
      true,
    );
  }
}

/** The database server restarted again and again under one write; whether it was kept is not known. The same call tells. */
export class DatabaseRestarted extends StoreError {
  constructor() {
    super('DATABASE_RESTARTED', 'The database restarted during a write; repeat the request', true);
  }
}
