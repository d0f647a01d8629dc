import { hash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import { canonicalHash, commitmentOf } from './canonical.ts';

/** What is wrong: an entry changed, an entry gone, head and last entry differ, or a payload that is not the committed one. */
export type Problem = 'edited' | 'missing' | 'head' | 'payload';
export type Break = { seq: number; at: string | null; problem: Problem };
export type ChainReport = { chain: string; entries: number; head: string | null; firstBreak: Break | null };

type EntryRow = {
  seq: number;
  at: string;
  kind: string;
  subject_id: string | null;
  revision: number | null;
  actor_id: string | null;
  entry: Record<string, unknown>;
  entry_hash: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  payload: unknown;
};

/**
 * Walks one chain, or all of them, as of one instant, and reports each chain's first break. Erased payloads are no break.
 * A rewritten chain is whole in itself: compare `head` with the one published outside.
 */
export async function verifyChain(sql: Sql, chain?: string): Promise<ChainReport[]> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const chains = await tx<{ chain: string }[]>`
      select chain from audit_heads where ${chain ?? null}::text is null or chain = ${chain ?? null}
      union select distinct chain from audit_entries where ${chain ?? null}::text is null or chain = ${chain ?? null}
      order by chain`;
    const reports: ChainReport[] = [];
    for (const row of chains) reports.push(await walk(tx, row.chain));
    return reports;
  });
}

/** A receipt's payload is the inbox row's own body: it is not kept twice. */
function entriesOf(tx: TransactionSql, chain: string) {
  return tx<EntryRow[]>`
    select e.seq::float8 as seq, e.at, e.kind, e.subject_id, e.revision, e.actor_id, e.entry, e.entry_hash, e.hash,
      coalesce(p.salt, i.body_salt) as salt, coalesce(p.payload, i.body) as payload
    from audit_entries e
    left join audit_payloads p on p.chain = e.chain and p.seq = e.seq
    left join inbox i on e.kind = 'received' and i.id = (e.entry ->> 'inboxId')::uuid
    where e.chain = ${chain} order by e.seq`;
}

async function walk(tx: TransactionSql, chain: string): Promise<ChainReport> {
  let previous: Buffer = hash('sha256', chain, 'buffer');
  let seq = 0;
  let lastAt: string | null = null;
  let firstBreak: Break | null = null;
  for await (const rows of entriesOf(tx, chain).cursor(500)) {
    for (const row of rows) {
      lastAt = new Date(row.at).toISOString();
      const problem: Problem | null = row.seq === seq + 1 ? problemOf(row, previous, lastAt) : 'missing';
      if (problem) {
        firstBreak = { seq: problem === 'missing' ? seq + 1 : row.seq, at: lastAt, problem };
        break;
      }
      seq = row.seq;
      previous = row.hash;
    }
    if (firstBreak) break;
  }
  const [head] = await tx<
    { seq: number; hash: Buffer }[]
  >`select seq::float8 as seq, hash from audit_heads where chain = ${chain}`;
  firstBreak ??= headProblem(head, seq, previous, lastAt);
  return { chain, entries: seq, head: head?.hash.toString('hex') ?? null, firstBreak };
}

/** A head beyond the last entry: the tail was cut off. A head with another hash: head or tail was rewritten. */
function headProblem(
  head: { seq: number; hash: Buffer } | undefined,
  seq: number,
  last: Buffer,
  at: string | null,
): Break | null {
  if (!head) return { seq, at, problem: 'head' };
  if (head.seq > seq) return { seq: seq + 1, at, problem: 'missing' };
  return head.seq === seq && head.hash.equals(last) ? null : { seq, at, problem: 'head' };
}

function problemOf(row: EntryRow, previous: Buffer, at: string): Problem | null {
  const entryHash = canonicalHash(row.entry);
  // The subject's id goes in by its place, not by its column's name: entries of before the renaming stay verifiable.
  const header = [row.kind, row.subject_id ?? '', row.revision ?? '', row.actor_id ?? ''].join('\n');
  const stamped = [int8(row.seq), int8(Date.parse(at)), entryHash, Buffer.from(header)];
  const expected = hash('sha256', Buffer.concat([previous, ...stamped]), 'buffer');
  if (!row.entry_hash.equals(entryHash) || !row.hash.equals(expected)) return 'edited';
  if (row.salt === null || row.payload === null) return null;
  return commitmentOf(row.salt, canonicalJson(row.payload)) === row.entry.commitment ? null : 'payload';
}

function int8(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
