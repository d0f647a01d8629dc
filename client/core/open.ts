import { randomUUID } from 'node:crypto';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock, toProgramme } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { outcomeOf } from '../../store/deliver.ts';
import { installationFact } from '../../store/installation.ts';
import { bodyNamesOf } from '../../store/queries/directory.ts';
import { path } from '../../store/queries/timeline.ts';
import { noticesClient } from '../notices/noticesClient.ts';
import { insightOver } from '../reports/insight.ts';
import { peopleOf } from './directoryViews.ts';
import type { EngineReach } from './engine.ts';
import { openEngine } from './engine.ts';
import { ClientError } from './errors.ts';
import { knownNomination } from './known.ts';
import { programmeSummaries, programmeTitles } from './programmeViews.ts';
import type { Sender } from './send.ts';
import { timelineOf } from './timelineViews.ts';
import type { AuditReport, VinhDanh } from './types.ts';
import { inboxOf, listNominations, showNomination } from './views.ts';

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
    return clientOver({
      store,
      clock,
      engine: openEngine({ ...reach.temporal, ...(reach.taskQueue ? { taskQueue: reach.taskQueue } : {}) }),
    });
  } catch (cause) {
    await store.close();
    throw new ClientError(
      'DATABASE_UNREACHABLE',
      {
        vi: 'Không liên lạc được với cơ sở dữ liệu. Hãy chạy: npm start',
        en: 'The database cannot be reached. Run: npm start',
      },
      { cause },
    );
  }
}

/** Code that only some requests need: the machine, the forms' schemas, the engine's own history. Looking must not wait for it. */
const sending = () => import('./send.ts');
const sendingOnRounds = () => import('./rounds/send.ts');
const delivering = () => import('./deliver.ts');

/** Gives the client over connections that the caller opened. */
export function clientOver(to: Omit<Sender, 'owner' | 'now'>): VinhDanh {
  const { store, engine, clock } = to;
  const now = () => toProgramme(clock, Date.now());
  const sender: Sender = { ...to, owner: `client-${randomUUID()}`, now };
  const titles = programmeTitles(store);
  return {
    now,
    programmes: () => programmeSummaries(store, now()),
    bodyNames: () => bodyNamesOf(store),
    people: (filter = {}) => peopleOf(store, now(), filter),
    nominate: async (by, form, idempotencyKey) => (await sending()).sendNomination(sender, by, form, idempotencyKey),
    act: async (by, request, idempotencyKey) => (await sending()).sendAct(sender, by, request, idempotencyKey),
    actOnRound: async (by, request, idempotencyKey) =>
      (await sendingOnRounds()).sendRoundAct(sender, by, request, idempotencyKey),
    rounds: async (filter) => (await import('./rounds/views.ts')).roundSummaries(store, filter),
    round: async (roundId) => (await import('./rounds/views.ts')).showRound(store, roundId, now()),
    roundUnit: async (roundId, unitId) => (await import('./rounds/unitView.ts')).showUnit(store, roundId, unitId),
    proposedPlan: async (roundId) => (await import('./rounds/views.ts')).planProposed(store, roundId, now()),
    whyRound: async (by, roundId) => (await import('./rounds/views.ts')).whyOfRound(store, by, roundId, now()),
    previewChange: async (by, request) =>
      (await import('./changes/preview.ts')).previewChange({ store, clock }, by, request),
    applyChange: async (by, request, hash, previewed) =>
      (await import('./changes/apply.ts')).applyChange(
        { store, clock },
        by,
        request,
        hash,
        previewed ? { previewed } : {},
      ),
    changes: async (programmeId) => (await import('./changes/progress.ts')).listChanges(store, programmeId),
    change: async (changeId) => (await import('./changes/progress.ts')).changeProgress(store, changeId),
    changePreview: async (changeId) => (await import('./changes/progress.ts')).changePreview(store, changeId),
    async outcome(inboxId) {
      const kept = await outcomeOf(store, inboxId);
      if (!kept) return null;
      const { subjectId, receivedAt, programmeAt } = kept;
      const { settled } = await delivering();
      return {
        receipt: { inboxId, nominationId: subjectId, receivedAt, programmeAt },
        outcome: await settled(sender, inboxId),
      };
    },
    async why(by, nominationId, type) {
      const { whyOf } = await import('./whyViews.ts');
      return whyOf(store, { by, nominationId, type: type ?? null, now: now() });
    },
    show: (nominationId) => showNomination({ store, clock, titles }, nominationId, Date.now()),
    list: (filter) => listNominations(store, titles, filter),
    timeline: (nominationId) => timelineOf(store, nominationId),
    inbox: (of) => inboxOf(store, titles, of, now()),
    async history(nominationId) {
      const { engineHistory } = await import('./engineHistory.ts');
      return engineHistory(engine, nominationId).catch(async (error: unknown) => {
        // What the engine does not know may be an opening that waits to be delivered to it.
        if (error instanceof ClientError && error.code === 'UNKNOWN_NOMINATION')
          await knownNomination(store, nominationId);
        throw error;
      });
    },
    path: (nominationId) => path(store, nominationId),
    notices: noticesClient(store, now),
    insight: insightOver({ store, clock }),
    verify: () => auditReport(store),
    async ready() {
      await Promise.all([engine.client(), sending(), delivering(), sendingOnRounds()]);
    },
    async close() {
      await Promise.all([engine.close(), store.close()]);
    },
  };
}

async function auditReport(store: Store): Promise<AuditReport> {
  const { verifyChain } = await import('../../store/audit/verify.ts');
  const reports = await verifyChain(store.sql);
  return {
    chains: reports.map(({ chain, entries, head }) => ({ chain, entries, head: head ?? '' })),
    broken: reports.flatMap(({ chain, firstBreak }) => (firstBreak ? [{ chain, ...firstBreak }] : [])),
  };
}
