import type { StateName } from '../contract/states.ts';
import { escapeHtml } from '../contract/texts/escapeHtml.ts';
import { pageTexts } from '../contract/texts/page.ts';
import { stateTexts } from '../contract/texts/states.ts';
import type { Locale } from '../contract/texts/text.ts';
import type { Backlog } from '../store/queries/overview.ts';
import { page, printInstant } from './layout.ts';

export type HomeFacts = {
  home: string;
  now: string;
  engineUiUrl: string | null;
  programmes: { id: string; title: string; counts: { state: StateName; count: number }[] }[];
  backlog: Backlog;
  ownerless: number;
};

/** Gives the installation's home page: where things are and what waits. */
export function homePage(locale: Locale, facts: HomeFacts): string {
  const text = (name: keyof typeof pageTexts) => escapeHtml(pageTexts[name][locale]);
  const { undelivered, unsent, dead } = facts.backlog;
  const waiting = [
    [undelivered, 'undelivered'],
    [unsent, 'unsent'],
    [dead, 'dead'],
    [facts.ownerless, 'ownerless'],
  ] as const;
  const engine = facts.engineUiUrl ? `<li><a href="${escapeHtml(facts.engineUiUrl)}">${text('engine')}</a></li>` : '';
  const main = `<p>${text('now')}: <time datetime="${facts.now}">${escapeHtml(printInstant(facts.now))}</time></p>
<ul><li><a href="/mailbox?lang=${locale}">${text('mailbox')}</a></li>${engine}<li>${text('data')}: <code>${escapeHtml(facts.home)}</code></li></ul>
${countsTable(locale, facts)}
<h2>${text('backlog')}</h2><ul>${waiting.map(([count, name]) => `<li>${count} ${text(name)}</li>`).join('')}</ul>`;
  return page(locale, pageTexts, pageTexts.purpose[locale], main, `/?lang=${locale === 'vi' ? 'en' : 'vi'}`);
}

function countsTable(locale: Locale, { programmes }: HomeFacts): string {
  const text = (name: keyof typeof pageTexts) => escapeHtml(pageTexts[name][locale]);
  const rows = programmes.flatMap(({ id, title, counts }) =>
    counts.map(
      ({ state, count }) =>
        `<tr><td>${escapeHtml(`${id} – ${title}`)}</td><td>${escapeHtml(stateTexts[state][locale])}</td><td class="number">${count}</td></tr>`,
    ),
  );
  if (rows.length === 0) return `<p>${text('none')}</p>`;
  const heads = `<th scope="col">${text('programme')}</th><th scope="col">${text('state')}</th><th scope="col" class="number">${text('count')}</th>`;
  return `<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
