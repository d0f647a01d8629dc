import { createHash } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import type { ScheduledReport } from '../contract/report.ts';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import { uuidV7 } from './ids.ts';
import { reports } from './schema/rounds.ts';

/** A report as it is sent: its data, its workbook, its page. */
export type ComposedReport = { data: unknown; workbook: Buffer; page: string };

export type ReportRow = typeof reports.$inferSelect;
export type ReportSummary = Omit<ReportRow, 'workbook' | 'page' | 'figures'>;

/** A person who is told that a report is there. */
export type ReportRecipient = { personId: string; name: string; email: string | null; locale: string };

/**
 * Whom a report reaches. `forwarded`: nobody holds a role at the bodies it is for, so it goes to the secretary of the
 * standing body, or while there is none to the approving authority, who sends it on outside this program.
 */
export type ReportAddressees = { people: ReportRecipient[]; forwarded: boolean };

export type ReportToKeep = ScheduledReport & {
  composed: ComposedReport;
  addressees: ReportAddressees;
  /** Programme instant. */
  compiledAt: string;
  /** Right-hand side of each notice's Message-ID. */
  mailDomain?: string;
};

/** What a notice `report.ready` is made from, in `outbox.data` beside the members every notice has. */
export type ReportNoticeFacts = ScheduledReport & { forwarded: boolean; hash: string };

/** Gives the SHA-256 (hex) of workbook and page: what was sent can be shown to be what is kept. */
export function reportHash({ workbook, page }: Pick<ComposedReport, 'workbook' | 'page'>): string {
  return createHash('sha256').update(workbook).update('\0').update(page).digest('hex');
}

/**
 * Keeps a report and writes its notices, in one transaction, once: a repetition changes nothing. Gives the kept report's
 * hash and whether it was new.
 */
export async function keepReport(store: Store, report: ReportToKeep): Promise<{ hash: string; kept: boolean }> {
  const { reportId, programmeId, kind, dueOn, to, composed, compiledAt } = report;
  const hash = reportHash(composed);
  return store.transact(async (tx) => {
    const inserted = await tx`
      insert into reports (id, programme_id, kind, due_on, recipient_body, figures, workbook, page, hash, compiled_at)
      values (${reportId}, ${programmeId}, ${kind}, ${dueOn}, ${to}, ${JSON.stringify(composed.data)}, ${composed.workbook},
        ${composed.page}, ${hash}, ${compiledAt})
      on conflict (id) do nothing returning id`;
    if (inserted.length === 0) {
      const [kept] = await tx<{ hash: string }[]>`select hash from reports where id = ${reportId}`;
      return { hash: kept?.hash ?? hash, kept: false };
    }
    await writeReadyNotices(tx, report, hash);
    const { forwarded, people } = report.addressees;
    await appendAudit(tx, {
      chain: programmeId,
      kind: 'configuration',
      subjectId: reportId,
      actorId: null,
      entry: { report: reportId, kind, dueOn, to, hash, forwarded, told: people.map(({ personId }) => personId) },
    });
    return { hash, kept: true };
  });
}

async function writeReadyNotices(tx: TransactionSql, report: ReportToKeep, hash: string): Promise<void> {
  const { composed: _, addressees, compiledAt, mailDomain = 'vinhdanh.invalid', ...scheduled } = report;
  const { reportId } = scheduled;
  const facts: ReportNoticeFacts = { ...scheduled, forwarded: addressees.forwarded, hash };
  const data = { type: 'report.ready', from: null, at: compiledAt, inboxId: null, deadline: null, report: facts };
  for (const person of addressees.people) {
    const id = uuidV7();
    await tx`
      with written as (
        insert into outbox (id, subject_id, revision, template, occasion, channel, recipient_person, recipient_name, address,
          locale, data, message_id, status, last_error, next_attempt_at, created_at)
        values (${id}, ${reportId}, 1, 'report.ready', '', 'email', ${person.personId}, ${person.name}, ${person.email},
          ${person.locale}, ${JSON.stringify(data)}, ${`<${id}@${mailDomain}>`},
          ${person.email === null ? 'dead' : 'pending'}, ${person.email === null ? 'NO_ADDRESS' : null}, real_now(), real_now())
        on conflict do nothing returning id, status)
      insert into deliveries (outbox_id, attempt, at, ok, error)
      select id, 0, real_now(), false, 'HOPELESS: NO_ADDRESS' from written where status = 'dead'`;
  }
}

/** Where a report goes: the bodies it is for, and the one that stands in for them. */
export type ReportAddress = { to: string; via: string | null; standingBody: string; authorities: string[] };

/** Gives whom the report reaches at the programme instant. Never nobody while anybody holds one of these roles. */
export async function reportAddressees(store: Store, address: ReportAddress, at: string): Promise<ReportAddressees> {
  const { to, via, standingBody, authorities } = address;
  const named = await holdersAt(store, [to, ...(via === null ? [] : [via])], null, at);
  if (named.length > 0) return { people: named, forwarded: false };
  const secretaries = await holdersAt(store, [standingBody], 'councilSecretary', at);
  if (secretaries.length > 0) return { people: secretaries, forwarded: true };
  return { people: await holdersAt(store, authorities, 'approvingAuthority', at), forwarded: true };
}

async function holdersAt(store: Store, bodyIds: string[], role: string | null, at: string): Promise<ReportRecipient[]> {
  const rows = await store.sql<ReportRecipient[]>`
    select distinct p.id as "personId", p.name, p.email, p.locale from role_assignments held join people p on p.id = held.person_id
    where held.body_id = any(${bodyIds}::text[]) and (${role}::text is null or held.role = ${role})
      and held.valid_from <= ${at}::timestamptz and (held.valid_to is null or held.valid_to > ${at}::timestamptz)
    order by p.id`;
  return [...rows];
}

/** Gives the report as it was sent, or null. */
export async function keptReport(store: Store, reportId: string): Promise<ReportRow | null> {
  const [row] = await store.db.select().from(reports).where(eq(reports.id, reportId));
  return row ?? null;
}

/** Gives the reports that were compiled, newest due day first, without their documents. */
export async function keptReports(store: Store): Promise<ReportSummary[]> {
  const { id, programmeId, kind, dueOn, recipientBody, hash, compiledAt } = reports;
  return store.db
    .select({ id, programmeId, kind, dueOn, recipientBody, hash, compiledAt })
    .from(reports)
    .orderBy(desc(dueOn), asc(id));
}

/** Gives the people who were told of the report, with what became of the mail. */
export async function toldOf(
  store: Store,
  reportId: string,
): Promise<{ personId: string; name: string; status: string }[]> {
  const rows = await store.sql<{ personId: string; name: string; status: string }[]>`
    select recipient_person as "personId", coalesce(recipient_name, recipient_person) as name, status from outbox
    where subject_id = ${reportId} and template = 'report.ready' and channel = 'email' order by recipient_person`;
  return [...rows];
}
