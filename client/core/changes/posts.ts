import type { ForetoldPost } from '../../../contract/changes.ts';
import type { activeWebhooks } from '../../../store/webhooks.ts';
import type { Foretold } from './foretell.ts';

/**
 * Gives what webhooks would be told of one subject, as `write_notices` posts it: each template that anybody is asked to be
 * told of, once to each webhook in use that wants it.
 */
export function postsOf(told: Foretold['told'], webhooks: Awaited<ReturnType<typeof activeWebhooks>>): ForetoldPost[] {
  const asked = told.filter(({ queues, nominee }) => nominee || queues.length > 0).map(({ template }) => template);
  return [...new Set(asked)]
    .sort()
    .flatMap((template) =>
      webhooks
        .filter(({ templates }) => templates.length === 0 || templates.includes(template))
        .map(({ id, url }) => ({ template, webhookId: id, url })),
    );
}
