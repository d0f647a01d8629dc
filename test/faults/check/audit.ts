import { hash } from 'node:crypto';
import type { ISql } from 'postgres';
import type { Finding } from './finding.ts';
import { findings } from './finding.ts';

type Entry = {
  chain: string;
  seq: number;
  atMs: number;
  kind: string;
  nomination: string | null;
  revision: number | null;
  actor: string | null;
  entryHash: Buffer;
  hash: Buffer;
};

/** Checks the audit chains by arithmetic of its own, and that they tell of every receipt, transition and refusal once. */
export async function checkAudit(sql: ISql): Promise<Finding[]> {
  const entries = await sql<Entry[]>`
    select chain, seq::float8 as seq, (extract(epoch from at) * 1000)::float8 as "atMs", kind, subject_id as nomination,
      revision, actor_id as actor, entry_hash as "entryHash", hash
    from audit_entries order by chain, seq`;
  const heads = await sql<
    { chain: string; seq: number; hash: Buffer }[]
  >`select chain, seq::float8 as seq, hash from audit_heads`;
  const queries: [rule: string, rows: Promise<readonly object[]>][] = [
    [
      'one audit entry of receipt for each act',
      sql`select i.id, count(a.*)::int from inbox i
        left join audit_entries a on a.kind = 'received' and a.entry ->> 'inboxId' = i.id::text
        group by i.id having count(a.*) <> 1`,
    ],
    [
      'one audit entry for each transition',
      sql`select t.subject_id, t.revision, count(a.*)::int from transitions t
        left join audit_entries a on a.subject_id = t.subject_id and a.revision = t.revision
          and a.kind = case when t.type = 'deadline.pass' then 'deadline' else 'applied' end
          and a.entry ->> 'inboxId' is not distinct from t.inbox_id::text
        group by 1, 2 having count(a.*) <> 1`,
    ],
    [
      'one audit entry for each refusal',
      sql`select i.id, count(a.*)::int from inbox i
        left join audit_entries a on a.kind = 'refused' and a.entry ->> 'inboxId' = i.id::text
        group by i.id having count(a.*) <> (i.status = 'refused')::int`,
    ],
    [
      'no audit entry tells of something that is not there',
      sql`select a.chain, a.seq, a.kind from audit_entries a
        left join inbox i on i.id::text = a.entry ->> 'inboxId'
        left join transitions t on t.subject_id = a.subject_id and t.revision = a.revision
        where (a.kind in ('received', 'refused') and i.id is null) or (a.kind in ('applied', 'deadline') and t.revision is null)`,
    ],
  ];
  const told = await Promise.all(queries.map(async ([rule, rows]) => findings(rule, await rows)));
  return [
    ...told.flat(),
    ...heads.flatMap((head) =>
      walk(
        head,
        entries.filter(({ chain }) => chain === head.chain),
      ),
    ),
  ];
}

/** hash = sha256(previous ‖ seq ‖ at ‖ entry's hash ‖ header); the first previous one is the hash of the chain's name. */
function walk(head: { chain: string; seq: number; hash: Buffer }, entries: readonly Entry[]): Finding[] {
  let previous: Buffer = hash('sha256', head.chain, 'buffer');
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    const header = [entry.kind, entry.nomination ?? '', entry.revision ?? '', entry.actor ?? ''].join('\n');
    const expected = hash(
      'sha256',
      Buffer.concat([previous, int8(seq), int8(entry.atMs), entry.entryHash, Buffer.from(header)]),
      'buffer',
    );
    if (entry.seq !== seq || !entry.hash.equals(expected))
      return [{ rule: 'an audit chain is whole', what: `${head.chain} breaks at ${seq}` }];
    previous = entry.hash;
  }
  const whole = head.seq === seq && head.hash.equals(previous);
  return whole
    ? []
    : [{ rule: 'an audit chain is whole', what: `${head.chain}: the head says ${head.seq}, the last entry is ${seq}` }];
}

function int8(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(Math.round(value)));
  return bytes;
}
