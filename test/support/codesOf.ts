import type { ActOutcome } from '../../client/core/types.ts';

/** The codes of a refusal, or what came instead. */
export function codesOf(outcome: ActOutcome): string[] {
  return outcome.kind === 'refused'
    ? outcome.refusals.map(({ code }) => code)
    : [`not refused: ${JSON.stringify(outcome)}`];
}
