import type { ISql } from 'postgres';
import type { AuditKind } from '../schema/audit.ts';
import { canonicalHash, commit } from './canonical.ts';

/** An entry that stands by itself: configuration, reading of a personal file, erasure. */
export type AuditNote = {
  chain: string;
  kind: Exclude<AuditKind, 'received' | 'applied' | 'deadline' | 'refused'>;
  subjectId?: string;
  actorId: string | null;
  /** Ids, codes and hashes only. */
  entry: Record<string, unknown>;
  /** Personal data and texts: kept beside the chain, erasable; the entry commits to them. */
  payload?: unknown;
};

/** Appends one entry to a chain, inside the caller's transaction when `sql` is one. Gives its number. Throws UncanonicalValue. */
export async function appendAudit(sql: ISql, note: AuditNote): Promise<number> {
  const committed = note.payload === undefined ? null : commit(note.payload);
  const entry = committed ? { ...note.entry, commitment: committed.commitment } : note.entry;
  const payload = committed ? JSON.stringify(note.payload) : null;
  const [row] = await sql<{ seq: number }[]>`
    select append_audit_now(${note.chain}, ${note.kind}, ${note.subjectId ?? null}, ${note.actorId},
      ${JSON.stringify(entry)}, ${canonicalHash(entry)}, ${committed?.salt ?? null}, ${payload})::float8 as seq`;
  if (!row) throw new Error('append_audit_now gave no row');
  return row.seq;
}
