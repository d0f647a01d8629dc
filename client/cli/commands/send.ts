import { randomUUID } from 'node:crypto';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { say } from '../../../contract/texts/text.ts';
import { ClientError } from '../../core/errors.ts';
import type { ActResult, VinhDanh } from '../../core/types.ts';
import { failureOf } from '../errors.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Names } from '../print/names.ts';
import type { Call } from '../session.ts';

/**
 * Sends something under the key given, or under one made now. When it breaks off so that nobody can tell whether it was
 * received, the failure names the key, with which sending again counts once.
 */
export async function send(call: Call, work: (key: string) => Promise<ActResult>): Promise<ActResult> {
  const key = call.text('key') ?? randomUUID();
  try {
    return await work(key);
  } catch (error) {
    const failure = failureOf(error, call.locale, (details) => call.world.log(call.text('home'), details));
    const { exit, lines, details } = failure.facts;
    const lost = exit === exitCodes.unreachable && !(error instanceof CliFailure);
    if (!lost && exit !== exitCodes.unexpected) throw failure;
    const hint = say(cliTexts.sendAgainWithKey, call.locale, { key });
    throw new CliFailure({
      ...failure.facts,
      // Of what was lost on the way the hint says how to send again.
      lines: [...(error instanceof ClientError ? (lines ?? []) : []), hint],
      details: { ...details, idempotencyKey: key },
    });
  }
}

/** Gives what bodies are called when there is a refusal to be put into words; the person must not lose it over a name. */
export async function namesToSay(client: VinhDanh, { outcome }: ActResult): Promise<Names> {
  return outcome.kind === 'refused' ? client.bodyNames().catch(() => ({})) : {};
}
