import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Store } from '../connect.ts';
import type { InboxType } from '../schema/inbox.ts';
import { inbox } from '../schema/inbox.ts';
import { dossiers } from '../schema/nominations.ts';
import { workItems } from '../schema/workItems.ts';

export type OpenWorkItem = typeof workItems.$inferSelect;
export type DossierVersion = typeof dossiers.$inferSelect;
export type UndeliveredAct = {
  inboxId: string;
  actorId: string;
  type: InboxType;
  receivedAt: string;
  attempts: number;
  lastError: string | null;
};

/** Gives what waits in a nomination or round, the most urgent first. */
export async function openWorkItems(store: Store, subjectId: string): Promise<OpenWorkItem[]> {
  return store.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.subjectId, subjectId), isNull(workItems.closedAt)))
    .orderBy(asc(workItems.dueAt), asc(workItems.key));
}

/** Gives the form as last handed in, or null when there is none. */
export async function latestDossier(store: Store, nominationId: string): Promise<DossierVersion | null> {
  const [row] = await store.db
    .select()
    .from(dossiers)
    .where(eq(dossiers.nominationId, nominationId))
    .orderBy(desc(dossiers.version))
    .limit(1);
  return row ?? null;
}

/** Gives the acts received for a nomination or round that are neither applied nor refused, oldest first. */
export async function undeliveredActs(store: Store, subjectId: string): Promise<UndeliveredAct[]> {
  return store.db
    .select({
      inboxId: inbox.id,
      actorId: inbox.actorId,
      type: inbox.type,
      receivedAt: inbox.receivedAt,
      attempts: inbox.attempts,
      lastError: inbox.lastError,
    })
    .from(inbox)
    .where(and(eq(inbox.subjectId, subjectId), eq(inbox.status, 'received')))
    .orderBy(asc(inbox.receivedAt), asc(inbox.id));
}
