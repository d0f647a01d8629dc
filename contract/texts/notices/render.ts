import { escapeHtml } from '../escapeHtml.ts';
import type { Locale } from '../text.ts';
import type { ComposedNotice, NoticeBlock } from './compose.ts';

/** Gives the plain form of a notice. */
export function plainText(notice: ComposedNotice): string {
  return `${notice.blocks.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: NoticeBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return block.text.toUpperCase();
    case 'list':
      return block.items.map((item, index) => `  ${index + 1}. ${item}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `  - ${label}: ${value}`).join('\n');
  }
}

/** Gives the HTML form: no external resource, nothing but text and its structure. */
export function html(notice: ComposedNotice, locale: Locale): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(notice.subject)}</title></head>`,
    '<body style="font-family:Arial,\'Noto Sans\',sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a;max-width:42em">',
    ...notice.blocks.map(htmlBlock),
    '</body></html>',
  ].join('\n');
}

function htmlBlock(block: NoticeBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'heading':
      return `<h2 style="font-size:16px;margin:1.2em 0 .3em">${escapeHtml(block.text)}</h2>`;
    case 'list':
      return `<ol>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`;
    case 'facts':
      return `<table style="border-collapse:collapse">${block.rows.map(factRow).join('')}</table>`;
  }
}

function factRow([label, value]: [string, string]): string {
  const cell = 'text-align:left;vertical-align:top;padding:2px 16px 2px 0';
  return `<tr><th scope="row" style="${cell};font-weight:normal;color:#555">${escapeHtml(label)}</th><td style="${cell}">${escapeHtml(value)}</td></tr>`;
}
