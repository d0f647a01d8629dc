import { stringify } from 'yaml';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';
import { awardFormTexts } from '../../../contract/texts/notices/words.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { RoundView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { planRulesText } from './planRules.ts';
import { indent, pairs } from './table.ts';

/** Gives the plan as a file that can be edited and submitted, under a comment. */
export function planYaml(plan: MovementPlan, head: string): string {
  const comment = head.replaceAll(/^/gm, '# ');
  return `${comment}\n${stringify(plan, { lineWidth: 0 }).trimEnd()}`;
}

/** Who approved a plan or returned it, when, and why. */
export type Verdict = { id: string; name: string; at: string; reason: string | null };

/** Gives the plan in words: what is rewarded, when, how many, and by whom it was approved, or returned and why. */
export function planText(plan: NonNullable<RoundView['plan']>, verdict: Verdict | null, call: Call): string {
  const { content, hash, approved, returned } = plan;
  const { window, opensOn, answerBy, note } = content;
  const rows: [Text, string | null][] = [
    [roundPrintTexts.awardForm, call.say(awardFormTexts[content.awardForm])],
    [roundPrintTexts.opensOn, day(opensOn)],
    [roundPrintTexts.window, call.say(roundPrintTexts.windowValue, { from: day(window.from), to: day(window.to) })],
    [roundPrintTexts.answerBy, answerBy === undefined ? null : day(answerBy)],
    [roundPrintTexts.quota, quotasText(content.quota, call)],
    [roundPrintTexts.perUnit, perUnitText(content, call)],
    [roundPrintTexts.planRules, planRulesText(content, call)],
    [roundPrintTexts.note, note ?? null],
    [roundPrintTexts.hash, hash],
    [roundPrintTexts.approvedBy, approved ? verdictText(verdict, call) : null],
    [roundPrintTexts.returnedBy, returned ? verdictText(verdict, call) : null],
    [roundPrintTexts.returnReason, returned ? (verdict?.reason ?? null) : null],
  ];
  const shown = rows.flatMap(([label, value]): [string, string][] =>
    value === null ? [] : [[call.say(label), value]],
  );
  const criteria = content.criteria.map(({ code, text }) => `  ${code}: ${text}`);
  const { planApproved, planReturned, planSubmitted } = roundPrintTexts;
  const heading = call.say(approved ? planApproved : returned ? planReturned : planSubmitted);
  return [heading, pairs(shown), indent([call.say(roundPrintTexts.criteria), ...criteria].join('\n'))].join('\n');
}

function verdictText(verdict: Verdict | null, call: Call): string | null {
  if (!verdict) return null;
  const { id, name, at } = verdict;
  return call.say(roundPrintTexts.approvedByValue, { name: `${name} (${id})`, at: dateTime(at) });
}

type Quota = MovementPlan['quota']['collective'];

function quotasText({ collective, individual }: MovementPlan['quota'], call: Call): string {
  return call.say(roundPrintTexts.quotaValue, {
    collective: quotaText(collective, call),
    individual: quotaText(individual, call),
  });
}

function quotaText(quota: Quota, call: Call): string {
  switch (quota.kind) {
    case 'fixed':
      return String(quota.count);
    case 'perProgramme':
      return call.say(roundPrintTexts.quotaPerProgramme, {
        count: quota.count,
        programmes: quota.programmes.join(', '),
      });
    case 'unlimited':
      return call.say(roundPrintTexts.quotaUnlimited);
    case 'none':
      return call.say(roundPrintTexts.quotaNone);
  }
}

function perUnitText({ nominationsPerUnit }: MovementPlan, call: Call): string | null {
  const { collective, individual } = nominationsPerUnit ?? {};
  if (collective === undefined && individual === undefined) return null;
  return call.say(roundPrintTexts.quotaValue, {
    collective: collective ?? call.say(roundPrintTexts.quotaUnlimited),
    individual: individual ?? call.say(roundPrintTexts.quotaUnlimited),
  });
}
