import { roleNames } from '../../contract/roles.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import { roleTexts } from '../../contract/texts/roles.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { model } from '../model.ts';
import { rules } from '../rules.ts';

/** Gives the manual's table, in Markdown: in each state, what each role may do. */
export function rolesTable(locale: Locale): string {
  const roles = roleNames.filter((role) =>
    Object.values(rules).some((rule) => rule.who.some((who) => who.role === role)),
  );
  const rows = stateNames
    .filter((state) => !isTerminal(state))
    .map((state) => {
      const types = [...new Set(model.steps.filter((step) => step.from === state).map((step) => step.type))];
      const cells = roles.map((role) =>
        types
          .filter((type) => rules[type].who.some((who) => who.role === role))
          .map((type) => transitionTexts[type][locale]),
      );
      return [stateTexts[state][locale], ...cells.map((acts) => (acts.length > 0 ? acts.join('; ') : '–'))];
    });
  const head = [locale === 'vi' ? 'Bước' : 'State', ...roles.map((role) => roleTexts[role][locale])];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
