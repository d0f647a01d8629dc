import type { MailboxEntry, MailboxFilter, MailboxList, MailboxMail } from '../../client/mailbox.ts';
import { escapeHtml } from '../../contract/texts/escapeHtml.ts';
import { mailboxTexts } from '../../contract/texts/mailbox.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { page, printInstant } from '../layout.ts';

/** Mails on one page of the list. */
export const pageSize = 50;

type ListQuery = Pick<MailboxFilter, 'recipient' | 'nomination'> & { page: number };

/** Gives the page of the list. */
export function listPage(locale: Locale, list: MailboxList, query: ListQuery): string {
  const text = (name: keyof typeof mailboxTexts) => mailboxTexts[name][locale];
  const rows = list.mails.map((mail) => row(locale, mail)).join('\n');
  const heads = ['sentAt', 'recipient', 'subject', 'nomination'] as const;
  const table = `<div class="scroll"><table><thead><tr>${heads.map((name) => `<th scope="col">${text(name)}</th>`).join('')}<th scope="col" class="number">${text('deliveries')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const main = `<form method="get" action="/mailbox"><input type="hidden" name="lang" value="${locale}">
<label>${text('recipient')}<input name="recipient" value="${escapeHtml(query.recipient ?? '')}"></label>
<label>${text('nomination')}<input name="nomination" value="${escapeHtml(query.nomination ?? '')}"></label>
<button>${text('filter')}</button><a href="/mailbox?lang=${locale}">${text('clear')}</a></form>
<p role="status">${list.total === 0 ? text('none') : say(mailboxTexts.count, locale, { total: list.total })}</p>
${list.mails.length === 0 ? '' : table}${pager(locale, list, query)}`;
  return page(locale, mailboxTexts, text('title'), main, listAddress(locale === 'vi' ? 'en' : 'vi', query));
}

function row(locale: Locale, mail: MailboxEntry): string {
  const subject = escapeHtml(mail.subject || mailboxTexts.noSubject[locale]);
  return `<tr><td><time datetime="${escapeHtml(mail.at)}">${escapeHtml(printInstant(mail.at))}</time></td>
<td>${mail.to.map(escapeHtml).join('<br>')}</td><td><a href="/mailbox/${mail.id}?lang=${locale}">${subject}</a></td>
<td>${nominationLink(locale, mail)}</td><td class="number">${mail.deliveries}</td></tr>`;
}

function nominationLink(locale: Locale, mail: MailboxEntry): string {
  if (!mail.nomination) return '';
  return `<a href="${escapeHtml(listAddress(locale, { nomination: mail.nomination, page: 1 }))}">${escapeHtml(mail.nomination)}</a>`;
}

function pager(locale: Locale, list: MailboxList, query: ListQuery): string {
  const link = (to: number, name: 'newer' | 'older') =>
    `<a href="${escapeHtml(listAddress(locale, { ...query, page: to }))}">${mailboxTexts[name][locale]}</a>`;
  const newer = query.page > 1 ? link(query.page - 1, 'newer') : '';
  const older = query.page * pageSize < list.total ? link(query.page + 1, 'older') : '';
  return newer || older ? `<nav aria-label="${mailboxTexts.pages[locale]}">${newer}${older}</nav>` : '';
}

function listAddress(locale: Locale, query: ListQuery): string {
  const search = new URLSearchParams({ lang: locale });
  if (query.recipient) search.set('recipient', query.recipient);
  if (query.nomination) search.set('nomination', query.nomination);
  if (query.page > 1) search.set('page', String(query.page));
  return `/mailbox?${search}`;
}

/** Gives the page of one mail: facts, plain text, the HTML in a sandboxed frame, headers. */
export function mailPage(locale: Locale, mail: MailboxMail): string {
  const text = (name: keyof typeof mailboxTexts) => mailboxTexts[name][locale];
  const subject = mail.subject || mailboxTexts.noSubject[locale];
  const facts: [string, string][] = [
    [text('sentAt'), escapeHtml(printInstant(mail.at))],
    [text('from'), escapeHtml(mail.from)],
    [text('recipient'), mail.to.map(escapeHtml).join('<br>')],
    [text('nomination'), nominationLink(locale, mail)],
    [text('deliveries'), String(mail.deliveries)],
    ['Message-ID', escapeHtml(mail.messageId)],
  ];
  const repeated =
    mail.deliveries > 1 ? `<p class="note">${say(mailboxTexts.repeated, locale, { count: mail.deliveries })}</p>` : '';
  const frame = `<h2>${text('html')}</h2><iframe sandbox src="/mailbox/${mail.id}/html" title="${text('html')}"></iframe>`;
  const headers = mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const main = `<p><a href="/mailbox?lang=${locale}">${text('back')}</a></p><h2>${escapeHtml(subject)}</h2>${repeated}
<table class="facts">${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('')}</table>
<h2>${text('plain')}</h2><pre>${escapeHtml(mail.text)}</pre>${mail.html === null ? '' : frame}
<h2>${text('headers')}</h2><pre class="headers">${escapeHtml(headers)}</pre>`;
  return page(locale, mailboxTexts, subject, main, `/mailbox/${mail.id}?lang=${locale === 'vi' ? 'en' : 'vi'}`);
}

/** Gives the page that says there is no such mail. */
export function missingPage(locale: Locale): string {
  const main = `<p>${mailboxTexts.missing[locale]}</p><p><a href="/mailbox?lang=${locale}">${mailboxTexts.back[locale]}</a></p>`;
  return page(
    locale,
    mailboxTexts,
    mailboxTexts.missing[locale],
    main,
    `/mailbox?lang=${locale === 'vi' ? 'en' : 'vi'}`,
  );
}
