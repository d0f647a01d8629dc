import { roundParts } from '../../contract/round.ts';
import type { Store } from '../../store/connect.ts';
import { doneByChanges } from '../../store/queries/changes.ts';
import type { RoundTimelineRow, TimelineRow } from '../../store/queries/timeline.ts';
import { roundTimeline, timeline } from '../../store/queries/timeline.ts';
import { knownNomination } from './known.ts';
import { knownRound } from './rounds/known.ts';
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
  'unit',
  'unitPlan',
  'kind',
  'parties',
  'signedOn',
  'content',
] as const;

/** Gives everything that happened to a nomination or a round, refused attempts included, in people's terms. Throws ClientError UNKNOWN_NOMINATION, UNKNOWN_ROUND or NOT_APPLIED_YET. */
export async function timelineOf(store: Store, subjectId: string): Promise<TimelineEntry[]> {
  if (roundParts(subjectId)) {
    await knownRound(store, subjectId);
    return withMoves(store, subjectId, await roundTimeline(store, subjectId));
  }
  await knownNomination(store, subjectId);
  return withMoves(store, subjectId, await timeline(store, subjectId));
}

/** What a change moved is kept with the change. */
async function withMoves(
  store: Store,
  subjectId: string,
  rows: (TimelineRow | RoundTimelineRow)[],
): Promise<TimelineEntry[]> {
  const kind = roundParts(subjectId) ? 'round' : 'nomination';
  const changeIdOf = ({ changeId, revision, type }: TimelineRow | RoundTimelineRow) =>
    revision !== null && type === 'deadline.change' ? changeId : null;
  const done = await doneByChanges(
    store,
    subjectId,
    rows.flatMap((row) => changeIdOf(row) ?? []),
  );
  return rows.map((row) => {
    const moved = done.get(changeIdOf(row) ?? '');
    if (!moved) return entryOf(row);
    const { deadlines, rules, nominationsFrom } = moved;
    return { ...entryOf(row), moves: { kind, deadlines, rules, ...(nominationsFrom && { nominationsFrom }) } };
  });
}

function entryOf(row: TimelineRow | RoundTimelineRow): TimelineEntry {
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
  if (typeof body.takesPart === 'boolean') facts.takesPart = String(body.takesPart);
  if (Array.isArray(body.nominees)) facts.nominees = String(body.nominees.length);
  if (Array.isArray(body.items)) {
    facts.items = body.items.map((item: { code: string; text: string }) => `${item.text} (${item.code})`).join('; ');
  }
  return facts;
}
