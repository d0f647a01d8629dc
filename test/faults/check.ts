import type { Sql } from 'postgres';
import { checkAudit } from './check/audit.ts';
import type { Kept } from './check/changes.ts';
import { checkChanges, countChanges } from './check/changes.ts';
import { checkEngine } from './check/engine.ts';
import type { Finding } from './check/finding.ts';
import { checkMails } from './check/mails.ts';
import { checkOwners } from './check/owners.ts';
import { checkReceipts } from './check/receipts.ts';
import { checkRecord } from './check/record.ts';
import type { Sent } from './ledger.ts';

export type Checked = {
  findings: Finding[];
  nominations: number;
  rounds: number;
  changes: number;
  shares: number;
  deadlines: number;
  mails: number;
  mailsRepeated: number;
};
export type CheckOf = {
  sql: Sql;
  databaseUrl: string;
  temporal: { address: string; namespace: string };
  mailbox: string;
  sent: readonly Sent[];
  changes: readonly Kept[];
};

/**
 * Looks for anything lost, done twice or told differently by its own SQL and arithmetic, not by the product's; and for
 * anything left without an owner by the product's own check, which must hold after every fault.
 */
export async function check({ sql, databaseUrl, temporal, mailbox, sent, changes }: CheckOf): Promise<Checked> {
  const mails = await checkMails(sql, mailbox);
  const engine = await checkEngine(sql, temporal);
  const owners = await checkOwners(databaseUrl, temporal);
  // Deadlines go on passing: what is compared within the database is read as of one instant.
  const recorded = await sql.begin('isolation level repeatable read read only', async (tx) => [
    ...(await checkReceipts(tx, sent)),
    ...(await checkRecord(tx)),
    ...(await checkAudit(tx)),
    ...(await checkChanges(tx, changes)),
  ]);
  const [passed] = await sql<{ deadlines: number }[]>`
    select count(*)::int as deadlines from transitions where type = 'deadline.pass'`;
  return {
    findings: [...recorded, ...engine.findings, ...mails.findings, ...owners],
    ...(await countChanges(sql)),
    nominations: engine.nominations,
    deadlines: passed?.deadlines ?? 0,
    mails: mails.mails,
    mailsRepeated: mails.repeated,
  };
}
