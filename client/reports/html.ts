import { escapeHtml } from '../../contract/texts/escapeHtml.ts';

/** One table of a page: a caption, heads of the columns, rows whose first cell names the row. Texts are not yet escaped. */
export type PageTable = {
  caption: string;
  columns: string[];
  rows: string[][];
  /** How many columns at the start hold words; the others hold numbers. */
  words: number;
  empty: string;
};

/** Gives the table with its caption and scopes, for readers who hear it; an empty one is a sentence. */
export function htmlTable({ caption, columns, rows, words, empty }: PageTable): string {
  if (rows.length === 0) return `<p class="empty">${escapeHtml(caption)}: ${escapeHtml(empty)}</p>`;
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, index) => cellOf(cell, index, words)).join('')}</tr>`)
    .join('\n');
  return [
    // A wide table scrolls by itself, also by keyboard, instead of pushing the page apart.
    `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>`,
    `<caption>${escapeHtml(caption)}</caption><thead><tr>${heads}</tr></thead>`,
    `<tbody>\n${body}\n</tbody></table></div>`,
  ].join('\n');
}

function cellOf(cell: string, index: number, words: number): string {
  if (index === 0) return `<th scope="row">${escapeHtml(cell)}</th>`;
  return index < words ? `<td>${escapeHtml(cell)}</td>` : `<td class="n">${escapeHtml(cell)}</td>`;
}

/** Gives a list of sentences. */
export function htmlList(items: string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}

/** For screen and paper; nothing is fetched from outside. */
export const pageStyle = `
body{font:16px/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#111;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem 3rem;text-align:center}
.head p{margin:0}
.head .strong,h1{font-weight:bold}
.head .motto{font-weight:bold;border-bottom:1px solid #111;display:inline-block;padding-bottom:.2rem}
h1{font-size:1.35rem;text-align:center;margin:2rem 0 .25rem;text-transform:uppercase}
.subject,.period,.to{text-align:center;margin:.25rem 0}
.subject{font-weight:bold}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
.wide{overflow-x:auto}
.wide:focus{outline:3px solid #0b5cad}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-style:italic;padding:.25rem 0}
th,td{border:1px solid #6b7a89;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{background:#e7eef6;text-align:center;vertical-align:middle}
tbody th{font-weight:normal;min-width:13rem}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.note{font-style:italic}
@media print{body{padding:0;max-width:none;font-size:12pt}.wide{overflow:visible}h2{break-after:avoid}tr{break-inside:avoid}}
@page{size:A4 landscape;margin:15mm}
`;
