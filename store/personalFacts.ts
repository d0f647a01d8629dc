import type { Store } from './connect.ts';
import type { Found } from './nominationFacts.ts';
import type { NudgeNoticeFacts } from './nudge.ts';
import type { OutboxRow } from './outbox.ts';
import type { ReportNoticeFacts } from './reports.ts';

/** Gives who nudges and what waited for the recipient then. */
export async function nudgeFacts(_: Store, row: OutboxRow): Promise<Found> {
  const { nudge } = row.data as { nudge?: NudgeNoticeFacts };
  const matters = nudge?.matters ?? [];
  return {
    about: 'person',
    actorName: nudge?.byName ?? nudge?.by,
    reason: nudge?.message,
    waiting: String(matters.length),
    matters: matters.map(({ subjectId, dueAt, overdue }) => ({ subjectId, dueAt, overdue })),
    dueAt: matters.map(({ dueAt }) => new Date(dueAt).toISOString()).sort()[0],
    to: ['currentOwner'],
  };
}

/** Gives what a report is, for the people it is sent to. */
export async function reportFacts(store: Store, row: OutboxRow): Promise<Found> {
  const { report } = row.data as { report?: ReportNoticeFacts };
  if (!report) return { about: 'report', reportId: row.subjectId, to: [] };
  const [facts] = await store.sql<{ recipient: string | null; title: string | null }[]>`
    select (select name from bodies where id = ${report.to}) as recipient,
      (select coalesce(p.definition #>> '{title,value}', p.definition #>> '{document,number,value}', p.id)
        from programme_versions p where p.id = ${report.programmeId} order by p.stored_at desc limit 1) as title`;
  return {
    about: 'report',
    reportId: report.reportId,
    reportKind: report.kind,
    dueAt: report.dueOn,
    unitName: facts?.recipient ?? report.to,
    forwardTo: report.forwarded ? (facts?.recipient ?? report.to) : undefined,
    programmeTitle: facts?.title ?? report.programmeId,
    to: [],
  };
}
