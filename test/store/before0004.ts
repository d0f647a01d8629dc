import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import postgres from 'postgres';
import { canonicalHash, commit } from '../../store/audit/canonical.ts';
import { at, entryOf, programmeId } from './fixture.ts';

const migrations = fileURLToPath(new URL('../../store/migrations', import.meta.url));

/** Brings an empty database to where it stood after migration `last`, as an older program would have left it. */
export async function migrateOnlyTo(url: string, last: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    cpSync(migrations, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { idx: number }[] };
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx <= last) }));
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Opens one nomination by the SQL functions of migrations 0002 and 0003: a row in each of inbox, work_items, outbox and
 * transitions, two in the audit chain. Gives its id.
 */
export async function openedBefore0004(sql: Sql): Promise<string> {
  await sql`insert into nominees (kind, id, name, email, locale) values ('individual', 'nurse', 'Trần Thị Mai', 'nurse@example.vn', 'vi')`;
  const inboxId = '0199a8d0-0000-7000-8000-000000000001';
  const body = { nominee: { kind: 'individual', id: 'nurse' }, dossier: { nomineeName: 'Trần Thị Mai' } };
  const { salt, commitment } = commit(body);
  const received = { inboxId, type: 'nomination.open', as: 'unitClerk', expectedRevision: null, commitment };
  const [receipt] = await sql<{ nomination_id: string }[]>`
    select nomination_id from receive_act(
      ${inboxId}, 'before', 'clerk', 'unitClerk', ${programmeId}, null, 'nomination.open', ${sql.json(body)},
      ${canonicalHash(body).toString('hex')}, ${salt}, null, 0, 0, 1, 'test', 15000, ${sql.json(received)},
      ${canonicalHash(received)}, false)`;
  if (!receipt) throw new Error('receive_act gave no row');
  const id = receipt.nomination_id;

  const { snapshot, event, from, to, workItems } = entryOf(id, 1, { inboxId });
  const applied = { event: { type: event.type, at }, from, to, inboxId, programme: snapshot.context.programme };
  const parameters = {
    nominationId: id,
    programmeId,
    revision: 1,
    type: event.type,
    from,
    to,
    at,
    inboxId,
    actorId: 'clerk',
    dossierHash: snapshot.context.dossierHash,
    auditKind: 'applied',
    terminal: false,
    workItems,
    mailDomain: 'example.vn',
    noticeData: { type: event.type, from, to, at, nominee: { kind: 'individual', id: 'nurse' }, inboxId },
    recipients: [],
    nomineeTemplates: ['nomination.opened'],
  };
  const [recorded] = await sql<{ outcome: unknown }[]>`
    select record_transition(${sql.json(parameters)}, ${sql.json(JSON.parse(JSON.stringify(snapshot)))}, ${sql.json(applied)},
      ${canonicalHash(applied)}, false) as outcome`;
  if (JSON.stringify(recorded?.outcome).includes('"recorded"')) return id;
  throw new Error(`Not recorded: ${JSON.stringify(recorded)}`);
}
