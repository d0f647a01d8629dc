import { createHash } from 'node:crypto';
import { dayOf, timeOf } from '../contract/texts/dates.ts';
import { escapeHtml } from '../contract/texts/escapeHtml.ts';
import { pageTexts } from '../contract/texts/page.ts';
import type { Locale, Text } from '../contract/texts/text.ts';

const style = `
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;font:1rem/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.5rem}
header p{margin:0;flex:1 1 20rem}h1{font-size:1.35rem;margin:0}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
a{color:var(--link)}a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:1rem 0}label{display:grid;gap:.15rem}
input,button{font:inherit;padding:.4rem .6rem;border:1px solid var(--line);border-radius:.3rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;white-space:nowrap}td{overflow-wrap:break-word}.facts td{overflow-wrap:anywhere}form a{padding:.45rem 0}time{white-space:nowrap;font-variant-numeric:tabular-nums}
.facts th{width:11rem;font-weight:600}.number{text-align:right}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:1rem;border-radius:.3rem;margin:0;font:inherit}
.headers{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.85rem}
iframe{width:100%;height:34rem;resize:vertical;border:1px solid var(--line);border-radius:.3rem;background:#fff}
nav{display:flex;gap:1rem;margin-top:1rem}.note{background:var(--soft);padding:.6rem .9rem;border-left:4px solid var(--link)}
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Sent with every page of ours: nothing but our own style sheet and the framed mail may load; no script at all. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Sent with a mail's own HTML: a sandbox without scripts, forms, origin or network. */
export const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** What stands at the top of a page: whose page it is, and what it is for. */
export type Heading = { title: Text; purpose: Text };

/** Gives a whole page. `main` is HTML, already escaped; `otherLanguage` is the address of the same page in the other one. */
export function page(locale: Locale, heading: Heading, title: string, main: string, otherLanguage: string): string {
  const other = locale === 'vi' ? 'en' : 'vi';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} – Vinh Danh</title><style>${style}</style></head>
<body><header><h1>${heading.title[locale]}</h1><p>${heading.purpose[locale]}</p>
<a href="${escapeHtml(otherLanguage)}" lang="${other}" hreflang="${other}">${pageTexts.otherLanguage[locale]}</a></header>
<main>${main}</main></body></html>`;
}

/** Gives a real instant as officials write it: `24/11/2026 14:05:09`, Asia/Ho_Chi_Minh. */
export function printInstant(at: string): string {
  return `${dayOf(at)} ${timeOf(at, 'second')}`;
}
