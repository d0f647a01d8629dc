import type { Locale, Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { ExitCode } from './exitCodes.ts';

export type FailureFacts = {
  exit: ExitCode;
  /** Stable, for programs. */
  code: string;
  text: Text;
  values?: Record<string, string | number>;
  /** Further lines for people, already in their language. */
  lines?: string[];
  /** Further members of `error` under --json. */
  details?: Record<string, unknown>;
  /** Members beside `error` under --json. */
  beside?: Record<string, unknown>;
  cause?: unknown;
};

/** Thrown when a command ends otherwise than done; carries all that is printed, so that nobody ever sees a stack. */
export class CliFailure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(facts.code, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'CliFailure';
    this.facts = facts;
  }
}

/** Gives the failure's sentence. */
export function failureMessage(failure: CliFailure, locale: Locale): string {
  return say(failure.facts.text, locale, failure.facts.values);
}

/** Gives the failure as people read it: the sentence, then its lines. */
export function failureForPeople(failure: CliFailure, locale: Locale): string {
  return [failureMessage(failure, locale), ...(failure.facts.lines ?? [])].join('\n');
}

/** Gives the failure as programs read it. */
export function failureForPrograms(failure: CliFailure, locale: Locale): Record<string, unknown> {
  const { code, details, beside } = failure.facts;
  return { error: { code, message: failureMessage(failure, locale), ...details }, ...beside };
}
