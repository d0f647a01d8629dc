import { randomUUID } from 'node:crypto';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock, toProgramme } from '../../contract/clock.ts';
import { actTypes } from '../../contract/events.ts';
import { restore } from '../../machines/interpreter.ts';
import { why } from '../../machines/why.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { outcomeOf } from '../../store/deliver.ts';
import { actorAt } from '../../store/directory.ts';
import { installationFact } from '../../store/installation.ts';
import { path } from '../../store/queries/timeline.ts';
import { settled } from './deliver.ts';
import type { EngineReach } from './engine.ts';
import { openEngine } from './engine.ts';
import { engineHistory } from './engineHistory.ts';
import { ClientError } from './errors.ts';
import { programmeSummaries, programmeTitles } from './programmeViews.ts';
import type { Sender } from './send.ts';
import { sendAct, sendNomination } from './send.ts';
import { timelineOf } from './timelineViews.ts';
import type { AuditReport, VinhDanh, WhyAnswer } from './types.ts';
import { inboxOf, knownNomination, listNominations, showNomination } from './views.ts';
import { queueOf } from '../../contract/roles.ts';
import type { ActType } from '../../contract/events.ts';

/** Where a running installation is reached. */
export type Reach = {
  databaseUrl: string;
  temporal: Omit<EngineReach, 'taskQueue'>;
  /** Tests give each file its own queue on the shared engine. */
  taskQueue?: string;
  /** Connections to the database. */
  connections?: number;
};

/** Opens the typed client. Throws ClientError DATABASE_UNREACHABLE when there is no database; the engine is connected to when needed. */
export async function openVinhDanh(reach: Reach): Promise<VinhDanh> {
  const store = connect(reach.databaseUrl, { max: reach.connections ?? 4, name: 'vinhdanh client' });
  try {
    const clock = (await installationFact<ProgrammeClock>(store, 'clock')) ?? realClock;
    return clientOver({ store, clock, engine: openEngine({ ...reach.temporal, ...(reach.taskQueue ? { taskQueue: reach.taskQueue } : {}) }) });
  } catch (cause) {
    await store.close();
    throw new ClientError(
      'DATABASE_UNREACHABLE',
      { vi: 'Không liên lạc được với cơ sở dữ liệu. Hãy chạy: npm start', en: 'The database cannot be reached. Run: npm start' },
      { cause },
    );
  }
}

/** Gives the client over connections that the caller opened. */
export function clientOver(to: Omit<Sender, 'owner' | 'now'>): VinhDanh {
  const { store, engine, clock } = to;
  const now = () => toProgramme(clock, Date.now());
  const sender: Sender = { ...to, owner: `client-${randomUUID()}`, now };
  const titles = programmeTitles(store);
  return {
    now,
    programmes: () => programmeSummaries(store, now()),
    nominate: (by, form, idempotencyKey) => sendNomination(sender, by, form, idempotencyKey),
    act: (by, request, idempotencyKey) => sendAct(sender, by, request, idempotencyKey),
    async outcome(inboxId) {
      const kept = await outcomeOf(store, inboxId);
      if (!kept) return null;
      return { receipt: { inboxId, nominationId: kept.nominationId, receivedAt: kept.receivedAt }, outcome: await settled(sender, inboxId) };
    },
    why: (by, nominationId, type) => whyOf(store, by, nominationId, now(), type),
    show: (nominationId) => showNomination(store, titles, nominationId, now()),
    list: (filter) => listNominations(store, titles, filter),
    timeline: (nominationId) => timelineOf(store, nominationId),
    inbox: (of) => inboxOf(store, titles, of, now()),
    history: (nominationId) => engineHistory(engine, nominationId),
    path: (nominationId) => path(store, nominationId),
    verify: () => auditReport(store),
    async close() {
      await Promise.all([engine.close(), store.close()]);
    },
  };
}

async function whyOf(store: Store, by: string, nominationId: string, now: string, type?: ActType): Promise<WhyAnswer[]> {
  const nomination = await knownNomination(store, nominationId);
  const actor = await actorAt(store, by, now);
  if (!actor) throw new ClientError('UNKNOWN_PERSON', { vi: `Không có người dùng “${by}”`, en: `There is no person “${by}”` });
  const snapshot = restore(nomination.snapshot);
  return (type ? [type] : actTypes).map((each) => {
    const { label, allowed, as, refusals, reason, form, who } = why(snapshot, each, actor, now);
    const queues = who.flatMap(({ role, bodies }) => bodies.map((body) => queueOf(role, body)));
    return { type: each, label, allowed, as, refusals, reason, form: [...form], who: queues };
  });
}

async function auditReport(store: Store): Promise<AuditReport> {
  const reports = await verifyChain(store.sql);
  return {
    chains: reports.map(({ chain, entries, head }) => ({ chain, entries, head: head ?? '' })),
    broken: reports.flatMap(({ chain, firstBreak }) => (firstBreak ? [{ chain, ...firstBreak }] : [])),
  };
}
