import type { ChangedSubject } from '../contract/changes.ts';
import type { Store } from './connect.ts';

/** What an applied change did to one subject, and why. */
export type ChangeFacts = { reason: string; subject: Pick<ChangedSubject, 'deadlines' | 'rules'> | null };

type Change = { reason: string; subjects: Map<string, ChangedSubject> };

/** An applied change never changes, and a thousand notices may tell of one: the last few are kept. */
const kept = new WeakMap<Store, Map<string, Promise<Change | null>>>();
const keptAtMost = 4;

/** Gives the change's facts about the subject, or null when there is no such change. */
export async function changeFacts(store: Store, changeId: string, subjectId: string): Promise<ChangeFacts | null> {
  const changes = kept.get(store) ?? new Map<string, Promise<Change | null>>();
  kept.set(store, changes);
  let change = changes.get(changeId);
  if (!change) {
    change = readChange(store, changeId);
    changes.set(changeId, change);
    const [oldest] = changes.keys();
    if (changes.size > keptAtMost && oldest !== undefined) changes.delete(oldest);
  }
  // Not yet there, or not readable now: asked again the next time.
  const found = await change.catch((error: unknown) => {
    changes.delete(changeId);
    throw error;
  });
  if (!found) changes.delete(changeId);
  return found && { reason: found.reason, subject: found.subjects.get(subjectId) ?? null };
}

async function readChange(store: Store, changeId: string): Promise<Change | null> {
  const [row] = await store.sql<{ reason: string; subjects: ChangedSubject[] | null }[]>`
    select reason, preview -> 'subjects' as subjects from changes where id = ${changeId}`;
  return row
    ? { reason: row.reason, subjects: new Map((row.subjects ?? []).map((subject) => [subject.id, subject])) }
    : null;
}
