import { noticePrintTexts } from '../../../contract/texts/cli/notices.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Answer, Call } from '../session.ts';
import { withNotices } from './noticesOf.ts';
import { target } from './target.ts';

/** The path under which a process finds what is piped into it. */
const standardInput = '/dev/stdin';

/** `mail bounce <file|->`: what a mail server runs, or a person with the report in hand. */
export async function bounce(call: Call): Promise<Answer> {
  const file = target(call, 'mail bounce');
  const report = readReport(call, file);
  const bounced = await withNotices(call, (client) => client.recordBounce(report));
  const { outcome, notices } = bounced;
  const text = outcome === 'already' ? noticePrintTexts.bouncedBefore : noticePrintTexts.bounced;
  return { text: call.say(text, { count: notices.length, ids: notices.join(', ') }), json: bounced };
}

function readReport(call: Call, file: string): string {
  try {
    return call.world.readText(file === '-' ? standardInput : file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = missing ? call.say(cliTexts.fileMissing) : error instanceof Error ? error.message : String(error);
    const values = { file, reason };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'FILE_UNREADABLE', text: cliTexts.fileUnreadable, values });
  }
}
