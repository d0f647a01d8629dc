import { stringify } from 'yaml';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';
import { deadlineTexts } from '../../../contract/texts/deadlines.ts';
import { awardFormTexts } from '../../../contract/texts/notices/words.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { RoundView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { indent, pairs } from './table.ts';

/** Gives the plan as a file that can be edited and submitted, under a comment. */
export function planYaml(plan: MovementPlan, head: string): string {
  const comment = head.replaceAll(/^/gm, '# ');
  return `${comment}\n${stringify(plan, { lineWidth: 0 }).trimEnd()}`;
}

/** Who approved a plan, and when. */
export type Approval = { id: string; name: string; at: string };

/** Gives the plan in words: what is rewarded, when, how many, and by whom it was approved. */
export function planText(plan: NonNullable<RoundView['plan']>, approval: Approval | null, call: Call): string {
  const { content, hash, approved } = plan;
  const { window, opensOn, answerBy, note } = content;
  const rows: [Text, string | null][] = [
    [roundPrintTexts.awardForm, call.say(awardFormTexts[content.awardForm])],
    [roundPrintTexts.opensOn, day(opensOn)],
    [roundPrintTexts.window, call.say(roundPrintTexts.windowValue, { from: day(window.from), to: day(window.to) })],
    [roundPrintTexts.answerBy, answerBy === undefined ? null : day(answerBy)],
    [roundPrintTexts.quota, quotasText(content.quota, call)],
    [roundPrintTexts.perUnit, perUnitText(content, call)],
    [roundPrintTexts.planRules, rulesText(content, call)],
    [roundPrintTexts.note, note ?? null],
    [roundPrintTexts.hash, hash],
    [
      roundPrintTexts.approvedBy,
      approved && approval
        ? call.say(roundPrintTexts.approvedByValue, {
            name: `${approval.name} (${approval.id})`,
            at: dateTime(approval.at),
          })
        : null,
    ],
  ];
  const shown = rows.flatMap(([label, value]): [string, string][] =>
    value === null ? [] : [[call.say(label), value]],
  );
  const criteria = content.criteria.map(({ code, text }) => `  ${code}: ${text}`);
  const heading = call.say(approved ? roundPrintTexts.planApproved : roundPrintTexts.planSubmitted);
  return [heading, pairs(shown), indent([call.say(roundPrintTexts.criteria), ...criteria].join('\n'))].join('\n');
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

/** A plan's own rules are few; each is told as it is written. */
function rulesText({ deadlines }: MovementPlan, call: Call): string | null {
  const rules = Object.entries(deadlines).map(([name, rule]) => {
    const facts = Object.entries(rule).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `${call.say(deadlineTexts[name as DeadlineName])} (${facts.join(', ')})`;
  });
  return rules.length === 0 ? null : rules.join('; ');
}
