import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { AuditReport } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives whether the audit chain is sound, and every place where it is not. */
export function verifyText({ chains, broken }: AuditReport, call: Call): string {
  if (broken.length > 0) {
    const { colChain, colNumber, colAt, colProblem } = printTexts;
    const header = [colChain, colNumber, colAt, colProblem].map((text) => call.say(text));
    const rows = broken.map(({ chain, seq, at, problem }) => [chain, String(seq), at ? dateTime(at) : '', problem]);
    return `${call.say(printTexts.verifyBroken, { count: broken.length })}\n\n${table(header, rows, call.world.columns)}`;
  }
  const header = [printTexts.colChain, printTexts.colEntries, printTexts.colHead].map((text) => call.say(text));
  const rows = chains.map(({ chain, entries, head }) => [chain, String(entries), head]);
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  return `${call.say(printTexts.verifySound, { chains: chains.length, entries })}\n\n${table(header, rows, call.world.columns)}`;
}
