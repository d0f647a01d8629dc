import { changeTypes } from '../../contract/events.ts';
import { roleNames } from '../../contract/roles.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import { roleTexts } from '../../contract/texts/roles.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale, Text } from '../../contract/texts/text.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { model } from '../model.ts';
import { rules } from '../rules.ts';
import type { RuleName } from '../vocabulary.ts';

const everyState: Text = {
  vi: 'Mọi bước khi hồ sơ chưa kết thúc (theo điều chỉnh của cả đợt)',
  en: 'Every state until it is over (by a change of the whole round)',
};

/** Gives the manual's table, in Markdown: in each state, what each role may do. */
export function rolesTable(locale: Locale): string {
  const roles = roleNames.filter((role) =>
    Object.values(rules).some((rule) => rule.who.some((who) => who.role === role)),
  );
  const row = (name: string, types: readonly RuleName[]) => {
    const cells = roles.map((role) =>
      types
        .filter((type) => rules[type].who.some((who) => who.role === role))
        .map((type) => transitionTexts[type][locale]),
    );
    return [name, ...cells.map((acts) => (acts.length > 0 ? acts.join('; ') : '–'))];
  };
  const rows = stateNames
    .filter((state) => !isTerminal(state))
    .map((state) => {
      const types = model.steps.filter((step) => step.from === state).map((step) => step.type);
      return row(
        stateTexts[state][locale],
        [...new Set(types)].filter((type) => rules[type].kind !== 'change'),
      );
    });
  // The same in every row otherwise.
  rows.push(row(everyState[locale], changeTypes));
  const head = [locale === 'vi' ? 'Bước' : 'State', ...roles.map((role) => roleTexts[role][locale])];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
