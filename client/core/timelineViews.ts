import type { Store } from '../../store/connect.ts';
import type { TimelineRow } from '../../store/queries/timeline.ts';
import { timeline } from '../../store/queries/timeline.ts';
import { knownNomination } from './known.ts';
import type { TimelineEntry } from './types.ts';

/** Facts of an act worth printing, in this order; texts with members of their own are told by name. */
const factNames = [
  'division',
  'divisions',
  'opinion',
  'resolution',
  'dueOn',
  'ground',
  'decisionNumber',
  'decisionDate',
] as const;

/** Gives everything that happened to a nomination, refused attempts included, in people's terms. Throws ClientError UNKNOWN_NOMINATION or NOT_APPLIED_YET. */
export async function timelineOf(store: Store, nominationId: string): Promise<TimelineEntry[]> {
  await knownNomination(store, nominationId);
  return (await timeline(store, nominationId)).map(entryOf);
}

function entryOf(row: TimelineRow): TimelineEntry {
  const { revision, type, at, from, to, refusals, actor } = row;
  const body = row.body ?? {};
  return {
    revision,
    type,
    at,
    who: actor ? { id: actor.id, name: actor.name ?? actor.id, role: actor.as } : null,
    from,
    to,
    reason: typeof body.reason === 'string' ? body.reason : null,
    facts: factsOf(body),
    refusals,
  };
}

function factsOf(body: Record<string, unknown>): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of factNames) {
    const value = body[name];
    if (Array.isArray(value)) facts[name] = value.join(', ');
    else if (typeof value === 'string' && value !== '') facts[name] = value;
  }
  if (Array.isArray(body.items)) {
    facts.items = body.items.map((item: { code: string; text: string }) => `${item.text} (${item.code})`).join('; ');
  }
  return facts;
}
