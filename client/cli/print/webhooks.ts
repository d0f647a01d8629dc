import { noticePrintTexts as texts } from '../../../contract/texts/cli/notices.ts';
import type { WebhookView } from '../../notices/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives the webhooks, without their secrets. */
export function webhooksText(webhooks: WebhookView[], call: Call): string {
  if (webhooks.length === 0) return call.say(texts.webhookNone);
  const header = [texts.colId, texts.colUrl, texts.colActive, texts.colTemplates].map((text) => call.say(text));
  const rows = webhooks.map(({ id, url, active, templates }) => [
    id,
    url,
    call.say(active ? texts.yes : texts.no),
    templates.join(', ') || call.say(texts.webhookAll),
  ]);
  return table(header, rows, call.world.columns);
}
