import { createHash } from 'node:crypto';
import type { RoundEvidence, RoundTransition } from '../../../../client/rehearsal/roundEvidence.ts';
import { endOfDay } from '../../../../contract/calendarDay.ts';
import { canonicalJson } from '../../../../contract/canonicalJson.ts';
import type { PersistedRound } from '../../../../contract/round.ts';
import { reportsOf } from '../../../../programmes/reports.ts';
import { planFacts, planHash } from '../../../../programmes/rounds.ts';
import { changed } from './extension.ts';
import { at, nominationId, plan, programme, roundId, row } from './smallSeason.ts';

const hash = planHash(row.plan);

/** What the record has of a round that was planned, approved, launched, extended once, and closed by itself. */
export function roundEvidence(): RoundEvidence {
  const facts = planFacts(row.plan, hash);
  const happened = (revision: number, more: Partial<RoundTransition>): RoundTransition => ({
    roundId,
    revision,
    type: 'deadline.pass',
    from: 'open',
    to: 'open',
    at: '2021-01-25T00:00:00.000Z',
    inboxId: null,
    actorId: null,
    as: null,
    ...more,
  });
  const context = { approved: { ...facts, at: '2020-12-20T00:00:00.000Z', by: 'syt.director' }, unitWindows: {} };
  const submit = {
    type: 'plan.submit',
    from: 'planning',
    to: 'planReview',
    actorId: 'nv.reviewer',
    as: 'reviewer',
  } as const;
  const approve = { type: 'plan.approve', from: 'planReview', to: 'approved', actorId: 'syt.director' } as const;
  const takingPart = Object.entries(plan.rounds[0]?.participation ?? {}).filter(([, how]) => how !== 'silent');
  return {
    rounds: [
      {
        id: roundId,
        movementId: '2.6',
        phaseId: 'nam2021',
        state: 'closed',
        revision: 5,
        planHash: hash,
        openedAt: '2021-01-01T00:00:00.000Z',
        closed: true,
        snapshot: { value: 'closed', context: context as unknown as PersistedRound['context'], status: 'done' },
      },
    ],
    roundTransitions: [
      happened(1, { type: 'round.begin', from: null, to: 'planning', at: '2020-12-18T00:00:00.000Z' }),
      happened(2, { ...submit, at: '2020-12-19T00:00:00.000Z' }),
      happened(3, { ...approve, at: '2020-12-20T00:00:00.000Z' }),
      happened(4, {}),
      happened(5, { type: 'deadline.change', inboxId: 'c1s', at: changed.at }),
    ],
    plans: [{ roundId, version: 1, content: row.plan, hash, approved: true }],
    answers: takingPart.map(([unitId, how]) => ({ roundId, unitId, takesPart: how !== 'declines', at })),
    registrations: [{ roundId, unitId: 'benhVienBaRia', count: 2 }],
    covenants: [
      { roundId, unitId: 'benhVienBaRia', kind: 'withinUnit', parties: ['a', 'b'] },
      { roundId, unitId: 'benhVienMat', kind: 'betweenUnits', parties: ['benhVienMat', 'benhVienBaRia'] },
    ],
    handovers: [
      {
        roundId,
        revision: 5,
        stage: 'appraisal',
        nominations: [nominationId],
        listHash: sha256(canonicalJson([nominationId])),
        at,
      },
    ],
    reports: reportsOf(programme).map(({ reportId, kind, dueOn, to }) => ({
      id: reportId,
      kind,
      dueOn,
      recipientBody: to,
      at: endOfDay(dueOn),
      told: 1,
    })),
    matters: [
      {
        subjectId: roundId,
        key: 'open',
        dueAt: changed.dueAt,
        openedRevision: 4,
        closedRevision: null,
        provisional: false,
      },
    ],
    changeNotices: [{ changeId: changed.id, subjectId: roundId, template: 'deadline.change', person: 'bvbr.head' }],
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
