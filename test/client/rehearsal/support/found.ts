import type { Findings } from '../../../../client/rehearsal/checks/check.ts';
import { judge } from '../../../../client/rehearsal/checks/judge.ts';
import type { Received, Recorded, Transition } from '../../../../client/rehearsal/evidence.ts';
import type { PlannedRound } from '../../../../client/rehearsal/plan/roundBeats.ts';
import { newLife } from '../../../../client/rehearsal/play/life.ts';
import type { RoundLife } from '../../../../client/rehearsal/play/roundLife.ts';
import type { PersistedNomination } from '../../../../contract/nomination.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Figures } from '../../../../store/queries/figures.ts';
import { changed, extension } from './extension.ts';
import { roundEvidence } from './roundEvidence.ts';
import { at, nominationId, plan, programme, roundId, row } from './smallSeason.ts';

/** Spoils one thing of what was found. */
export type Alter = (findings: Findings) => void;

/** One nomination, opened and awarded in a round, and nothing wrong with either. */
export function found(alter: Alter = () => {}): Findings {
  const [planned] = plan.nominations;
  if (!planned) throw new Error('no plan');
  const life = {
    ...newLife({ ...planned, ends: 'closed', escalates: false, beats: [] }),
    nominationId,
    opened: true,
    state: 'closed' as const,
  };
  const recorded: Recorded = {
    id: nominationId,
    movementId: '2.6',
    roundId,
    road: 'standard',
    openedAt: at,
    unitId: 'benhVienBaRia',
    nominee: { kind: 'individual', id: 'bvbr.bs1' },
    state: 'closed',
    revision: 2,
    decisionNumber: '101/QĐ-SYT',
    closed: true,
    snapshot: {} as PersistedNomination,
  };
  const event = (revision: number, more: Partial<Transition>): Transition => ({
    nominationId,
    revision,
    type: 'nomination.open',
    from: null,
    to: 'draft',
    at,
    inboxId: `i${revision}`,
    actorId: 'bvbr.clerk',
    as: 'unitClerk',
    ...more,
  });
  const kept = (revision: number, more: Partial<Received>): Received => ({
    id: `i${revision}`,
    key: `k${revision}`,
    subjectId: nominationId,
    opening: null,
    changeId: null,
    type: 'nomination.open',
    actorId: 'bvbr.clerk',
    status: 'applied',
    appliedRevision: revision,
    refusals: [],
    at,
    dueOn: null,
    ...more,
  });
  const sent = (revision: number) => ({
    key: 'n001',
    subjectId: nominationId,
    inboxId: `i${revision}`,
    type: 'nomination.open' as const,
    by: 'bvbr.clerk',
    allowed: true,
    lateMs: 0,
    tookMs: 5,
    outcome: { kind: 'applied' as const, state: 'draft' as const, revision },
  });
  const change = structuredClone(extension);
  const share = kept(5, {
    id: 'c1s',
    subjectId: roundId,
    type: 'deadline.change',
    changeId: changed.id,
    at: changed.at,
  });
  const roundPlan = plan.rounds[0] as PlannedRound;
  const roundLife: RoundLife = {
    plan: roundPlan,
    cursors: Object.fromEntries(roundPlan.lanes.map(({ name, beats }) => [name, beats.length])),
    state: 'closed',
    mishaps: [],
  };
  const findings: Findings = {
    plan: { ...plan, nominations: [planned] },
    rows: [{ ...row }],
    programme,
    endedAt: '2022-02-01T00:00:00.000Z',
    lives: [life],
    roundLives: [roundLife],
    changes: [change],
    acts: [sent(1), sent(2)],
    errors: [],
    evidence: {
      nominations: [recorded],
      transitions: [
        event(1, {}),
        event(2, {
          type: 'authority.award',
          from: 'authorityDecision',
          to: 'awarded',
          actorId: 'syt.director',
          as: 'approvingAuthority',
        }),
      ],
      inbox: [kept(1, {}), kept(2, { type: 'authority.award' }), share],
      open: [],
      lateReminders: [],
      reminders: 4,
      ...roundEvidence(),
    },
    audit: { chains: [{ chain: '004', entries: 2, head: 'a' }], broken: [] },
    engine: [{ nominationId, running: false, same: true }],
    mail: { waiting: 0, dead: 0, sent: 3, mails: 2, digests: 1, delivered: 2, repeated: 0 },
    ownerless: [],
    figures: {} as Figures,
    boundaries: [],
    looks: [{ at, open: 3, violations: [] }],
    restarts: 0,
    samePlanHash: plan.hash,
  };
  alter(findings);
  return findings;
}

/** Gives the names of the checks that do not hold. */
export const failing = (alter?: Alter): CheckName[] =>
  judge(found(alter))
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

export const first = <T>(list: readonly T[]): T => list[0] as T;
