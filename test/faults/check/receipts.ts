import { isDeepStrictEqual } from 'node:util';
import type { ISql } from 'postgres';
import type { Sent } from '../ledger.ts';
import type { Finding } from './finding.ts';
import { findings } from './finding.ts';

type Row = {
  id: string;
  nominationId: string;
  actor: string;
  type: string;
  key: string;
  status: string;
  answer: unknown;
  receivedMs: number;
};

/** Checks what people hold in hand against the record: every receipt is there, ended exactly once, and as they were told. */
export async function checkReceipts(sql: ISql, sent: readonly Sent[]): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select id, subject_id as "nominationId", actor_id as actor, type, idempotency_key as key, status, answer,
      (extract(epoch from received_at) * 1000)::float8 as "receivedMs"
    from inbox where change_id is null and idempotency_key not like 'demonstration:%'`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(sent.map(({ by, key }) => `${by} ${key}`));
  return [
    ...sent.flatMap((each) => checkOne(each, byId)),
    ...findings(
      'every act in the record was sent by somebody',
      rows.filter(({ actor, key }) => !known.has(`${actor} ${key}`)),
    ),
    ...findings(
      'no act is left without an outcome',
      rows.filter(({ status, answer }) => status === 'received' || answer === null),
    ),
    ...findings(
      'no idempotency key was received twice',
      await sql`select actor_id, idempotency_key, count(*)::int from inbox group by 1, 2 having count(*) > 1`,
    ),
  ];
}

function checkOne({ key, by, type, answers }: Sent, byId: ReadonlyMap<string, Row>): Finding[] {
  const found: Finding[] = [];
  const claim = (rule: string, holds: boolean, row: unknown): void => {
    if (!holds) found.push({ rule, what: JSON.stringify({ key, by, type, answers, row }) });
  };
  for (const { receipt, outcome } of answers) {
    const row = byId.get(receipt.inboxId);
    claim('an acknowledged act is in the record', row !== undefined, null);
    if (!row) continue;
    const same = row.key === key && row.actor === by && row.type === type && row.nominationId === receipt.nominationId;
    claim('a receipt says what the record says', same && row.receivedMs === Date.parse(receipt.receivedAt), row);
    if (outcome.kind === 'applied') {
      const { state, revision } = outcome;
      claim(
        'an applied act is applied in the record, as answered',
        row.status === 'applied' && isDeepStrictEqual(row.answer, { state, revision }),
        row,
      );
    }
    if (outcome.kind === 'refused') {
      claim(
        'a refused act is refused in the record, as answered',
        row.status === 'refused' && isDeepStrictEqual(row.answer, { refusals: outcome.refusals }),
        row,
      );
    }
  }
  const receipts = new Set(answers.map(({ receipt }) => JSON.stringify(receipt)));
  claim('one key has one receipt', receipts.size <= 1, null);
  return found;
}
