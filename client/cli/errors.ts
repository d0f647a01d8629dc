import { ZodError } from 'zod';
import { cliTexts } from '../../contract/texts/cli.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { isPassing } from '../../store/passing.ts';
import type { ClientErrorCode } from '../core/errors.ts';
import { ClientError } from '../core/errors.ts';
import type { ExitCode } from './exitCodes.ts';
import { exitCodes } from './exitCodes.ts';
import { CliFailure } from './failure.ts';
import { invalidForm } from './form/problems.ts';

const exitOf: Record<ClientErrorCode, ExitCode> = {
  UNKNOWN_PERSON: exitCodes.invalid,
  UNKNOWN_PROGRAMME: exitCodes.invalid,
  UNKNOWN_MOVEMENT: exitCodes.invalid,
  UNKNOWN_UNIT: exitCodes.invalid,
  UNKNOWN_NOMINATION: exitCodes.invalid,
  UNKNOWN_ROUND: exitCodes.invalid,
  UNKNOWN_NOMINEE: exitCodes.invalid,
  NOT_APPLIED_YET: exitCodes.received,
  INVALID_FORM: exitCodes.invalid,
  WINDOW_NOT_OPEN: exitCodes.refused,
  NOT_ALLOWED_TO_NOMINATE: exitCodes.refused,
  IDEMPOTENCY_CONFLICT: exitCodes.conflict,
  DAY_OFF: exitCodes.invalid,
  DUE_NOT_AHEAD: exitCodes.invalid,
  WINDOW_REVERSED: exitCodes.invalid,
  UNKNOWN_DEADLINE: exitCodes.invalid,
  UNKNOWN_CHANGE: exitCodes.invalid,
  NOTHING_TO_CHANGE: exitCodes.refused,
  PREVIEW_STALE: exitCodes.conflict,
  CHANGE_BUSY: exitCodes.conflict,
  DATABASE_UNREACHABLE: exitCodes.unreachable,
  ENGINE_UNREACHABLE: exitCodes.unreachable,
  NOT_RUNNING: exitCodes.unreachable,
};

/** Gives the failure a thrown value amounts to; `log` keeps what only a maintainer can use. */
export function failureOf(thrown: unknown, locale: Locale, log: (details: string) => string | null): CliFailure {
  if (thrown instanceof CliFailure) return thrown;
  if (thrown instanceof ClientError) return ofClient(thrown, locale);
  if (isLost(thrown)) {
    const lines = [say(cliTexts.runAgain, locale)];
    const facts = { exit: exitCodes.unreachable, code: 'DATABASE_UNREACHABLE', text: cliTexts.databaseLost };
    return new CliFailure({ ...facts, lines, cause: thrown });
  }
  const file = log(detailsOf(thrown));
  const values = { message: firstLine(thrown), log: file ?? '' };
  const text = file === null ? cliTexts.unexpectedUnlogged : cliTexts.unexpected;
  return new CliFailure({
    exit: exitCodes.unexpected,
    code: 'UNEXPECTED',
    text,
    values,
    details: { log: file },
    cause: thrown,
  });
}

/** A missing file is told by the same code as a missing socket, and is nothing to wait for. */
function isLost(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const missing = 'code' in thrown && thrown.code === 'ENOENT';
  return (isPassing(thrown) && !missing) || isLost(thrown.cause);
}

function ofClient(error: ClientError, locale: Locale): CliFailure {
  const exit = exitOf[error.code];
  const base = { exit, code: error.code, text: error.text, cause: error };
  if (error.cause instanceof ZodError) {
    const { lines, details } = invalidForm(error.cause.issues, locale).facts;
    return new CliFailure({ ...base, ...(lines ? { lines } : {}), ...(details ? { details } : {}) });
  }
  return new CliFailure(exit === exitCodes.unreachable ? { ...base, lines: [say(cliTexts.startAgain, locale)] } : base);
}

function firstLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
  const line = message.split('\n')[0]?.trim() ?? '';
  // The sentence ends with its own full stop.
  return line.slice(0, 300).replace(/\.$/, '');
}

function detailsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === undefined ? '' : `\ncaused by ${detailsOf(thrown.cause)}`;
  return `${thrown.stack ?? thrown.message}${cause}`;
}
