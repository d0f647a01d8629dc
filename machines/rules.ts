import { changeTypes } from '../contract/events.ts';
import { transitionTexts } from '../contract/texts/transitions.ts';
import type { FieldName, ReasonRule, RequirementName, Rule, RuleName, Who } from './vocabulary.ts';

const clerk = { role: 'unitClerk', at: 'unit' } as const;
const head = { role: 'unitHead', at: 'unit' } as const;
const reviewer = { role: 'reviewer', at: 'inCharge' } as const;
const appraiser = { role: 'appraiser', at: 'division' } as const;
const secretary = { role: 'councilSecretary', at: 'standingBody' } as const;
const authority = { role: 'approvingAuthority', at: 'authority' } as const;

const administrator = { role: 'administrator', at: 'authority' } as const;

function kindOf(name: RuleName): Rule['kind'] {
  if (name === 'deadline.pass') return 'deadline';
  return (changeTypes as readonly RuleName[]).includes(name) ? 'change' : 'act';
}

function rule(
  name: RuleName,
  who: readonly Who[],
  reason: ReasonRule,
  form: readonly FieldName[],
  requires: readonly RequirementName[],
): Rule {
  return { kind: kindOf(name), label: transitionTexts[name], who, reason, form, requires };
}

/** The rule of every event. An act has the same rule in every state that allows it. */
export const rules: Record<RuleName, Rule> = {
  'draft.amend': rule('draft.amend', [clerk, head], 'optional', ['dossier'], ['inTime']),
  'draft.signOff': rule('draft.signOff', [head], 'optional', [], ['inTime']),
  // "hướng dẫn một lần đầy đủ": one full, itemised request (domain.md §2.6).
  'review.return': rule(
    'review.return',
    [reviewer],
    'required',
    ['items', 'dueOn'],
    ['returnsLeft', 'itemsListed', 'dueAhead'],
  ),
  'supplement.submit': rule('supplement.submit', [clerk, head], 'optional', ['dossier'], ['inTime']),
  // Seed 004 III.4: other divisions appraise "khi được đề xuất".
  'appraisal.request': rule(
    'appraisal.request',
    [reviewer],
    'optional',
    ['divisions', 'dueOn'],
    ['divisionsKnown', 'dueAhead'],
  ),
  'appraisal.give': rule('appraisal.give', [appraiser], 'required', ['division', 'opinion'], ['divisionAwaited']),
  'appraisal.close': rule('appraisal.close', [reviewer], 'required', [], []),
  'review.shortlist': rule('review.shortlist', [reviewer], 'optional', [], []),
  'review.notSelect': rule('review.notSelect', [reviewer], 'required', [], []),
  'council.recommend': rule('council.recommend', [secretary], 'optional', ['resolution'], ['resolutionGiven']),
  'council.notRecommend': rule('council.notRecommend', [secretary], 'required', ['resolution'], ['resolutionGiven']),
  'council.sendBack': rule('council.sendBack', [secretary], 'required', [], []),
  // Luật TĐKT 2022 Đ.80: the head of the level decides; an award has a number and a date.
  'authority.award': rule(
    'authority.award',
    [authority],
    'optional',
    ['decisionNumber', 'decisionDate'],
    ['decisionNumbered', 'decisionDated'],
  ),
  'authority.refuse': rule('authority.refuse', [authority], 'required', ['ground'], []),
  'authority.sendBack': rule('authority.sendBack', [authority], 'required', [], []),
  // Luật TĐKT 2022 Đ.83: awards within its power, or submits to the level above.
  'authority.submitUp': rule('authority.submitUp', [authority], 'required', [], ['nextTierExists']),
  'result.publish': rule('result.publish', [secretary], 'none', [], []),
  'result.close': rule('result.close', [secretary], 'none', [], ['dueReached']),
  // TT 08/2017/TT-BNV, NĐ 98/2023 Đ.4, NĐ 152/2025: held, not rejected, while a matter is being verified.
  'nomination.hold': rule('nomination.hold', [secretary, reviewer, authority], 'required', ['ground'], []),
  'nomination.resume': rule('nomination.resume', [secretary, reviewer, authority], 'required', [], []),
  'nomination.withdraw': rule('nomination.withdraw', [clerk, head], 'required', [], []),
  'nomination.revive': rule('nomination.revive', [head], 'required', [], ['inTime', 'draftWindowOpen']),
  // Changes are previewed and applied to a whole round or programme, and reach each nomination through its inbox.
  'deadline.change': rule(
    'deadline.change',
    [secretary, authority, administrator],
    'required',
    [],
    ['stillOpen', 'rulesComplete', 'newDueAhead', 'somethingChanges'],
  ),
  'round.suspend': rule('round.suspend', [authority, administrator], 'required', [], ['stillOpen', 'roundRunning']),
  'round.resume': rule('round.resume', [authority, administrator], 'required', [], ['stillOpen', 'roundSuspended']),
  'round.cancel': rule('round.cancel', [authority, administrator], 'required', [], ['stillOpen']),
  'deadline.pass': rule('deadline.pass', [], 'none', [], ['deadlinePassed']),
};

/** The rule of opening a nomination: there is no transition for it, the conflict rules and the window bind it all the same. */
export const openingRule: Rule = {
  kind: 'act',
  label: transitionTexts['nomination.open'],
  who: [clerk],
  reason: 'none',
  form: ['dossier'],
  requires: ['inTime'],
};
