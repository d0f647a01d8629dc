import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../client/rehearsal/checks/check.ts';
import { judge } from '../../../client/rehearsal/checks/judge.ts';
import type { Received, Recorded, Transition } from '../../../client/rehearsal/evidence.ts';
import { planRehearsal } from '../../../client/rehearsal/plan/plan.ts';
import type { PlannedRound } from '../../../client/rehearsal/plan/roundBeats.ts';
import type { Row } from '../../../client/rehearsal/plan/rows.ts';
import { rowsOf } from '../../../client/rehearsal/plan/rows.ts';
import { newLife } from '../../../client/rehearsal/play/life.ts';
import type { AppliedChange, RoundLife } from '../../../client/rehearsal/play/roundLife.ts';
import { reportData, reportLines } from '../../../client/rehearsal/report.ts';
import type { RoundEvidence, RoundTransition } from '../../../client/rehearsal/roundEvidence.ts';
import { summaryLines } from '../../../client/rehearsal/summary.ts';
import { endOfDay } from '../../../contract/calendarDay.ts';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { PersistedNomination } from '../../../contract/nomination.ts';
import type { PersistedRound } from '../../../contract/round.ts';
import type { CheckName } from '../../../contract/texts/rehearsal.ts';
import { findProgramme } from '../../../programmes/find.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';
import { reportsOf } from '../../../programmes/reports.ts';
import { planFacts, planHash } from '../../../programmes/rounds.ts';
import type { Figures } from '../../../store/queries/figures.ts';

const loaded = loadProgrammes();
const plan = planRehearsal(loaded, { programmeId: '004', seed: 1, nominations: 1, rows: ['2.6'] });
const at = '2021-05-01T00:00:00.000Z';
const id = '004-0001';

const { programme } = findProgramme(loaded, '004');
const [row] = rowsOf({ programme, directory: loaded.directory }, ['2.6']) as [Row];
const { roundId } = row;
const hash = planHash(row.plan);
const changed = { id: 'c1', at: '2021-12-01T00:00:00.000Z', dueAt: '2022-01-10T16:59:59.999Z' };

/** What the record has of a round that was planned, approved, launched, extended once, and closed by itself. */
function roundEvidence(): RoundEvidence {
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
      { roundId, revision: 5, stage: 'appraisal', nominations: [id], listHash: sha256(canonicalJson([id])), at },
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

/** The extension, as its maker knows it. */
const extension: AppliedChange = {
  roundId,
  spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-10' } },
  preview: {
    hash: 'h',
    at: changed.at,
    spec: {},
    subjects: [
      {
        kind: 'round',
        id: roundId,
        revision: 4,
        state: { from: 'open', to: 'open' },
        unitId: null,
        deadlines: [],
        timer: { from: null, to: changed.dueAt },
        rules: [],
        matters: [
          {
            key: 'open',
            queue: { from: null, to: null },
            dueAt: { from: null, to: changed.dueAt },
            nextEscalationAt: { from: null, to: null },
            level: { from: null, to: null },
            reminders: { dropped: [], added: [] },
          },
        ],
        notices: [{ template: 'deadline.change', personId: 'bvbr.head', personName: 'x' }],
      },
    ],
    untouched: [],
    totals: { nominations: 0, rounds: 1, deadlines: 1, timers: 1, reminders: 0, people: 1, notices: 1 },
  },
  progress: {
    changeId: changed.id,
    appliedAt: changed.at,
    by: 'vps.secretary',
    reason: 'x',
    spec: {},
    hash: 'h',
    total: 1,
    applied: 1,
    refused: 0,
    waiting: 0,
  },
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One nomination, opened and awarded in a round, and nothing wrong with either. */
function found(alter: (findings: Findings) => void = () => {}): Findings {
  const [planned] = plan.nominations;
  if (!planned) throw new Error('no plan');
  const life = {
    ...newLife({ ...planned, ends: 'closed', escalates: false, beats: [] }),
    nominationId: id,
    opened: true,
    state: 'closed' as const,
  };
  const recorded: Recorded = {
    id,
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
    nominationId: id,
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
    subjectId: id,
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
    subjectId: id,
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
    engine: [{ nominationId: id, running: false, same: true }],
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

const failing = (alter?: (findings: Findings) => void): CheckName[] =>
  judge(found(alter))
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);
const first = <T>(list: readonly T[]): T => list[0] as T;

describe('the checks', () => {
  it('hold for a rehearsal in which nothing went wrong', () => expect(failing()).toEqual([]));

  it.each<[CheckName, (findings: Findings) => void]>([
    ['storiesEndAsTold', ({ lives }) => void Object.assign(first(lives), { state: 'refused' })],
    ['noErrors', ({ errors }) => void errors.push('Error: something')],
    [
      'withinQuotas',
      ({ evidence: { nominations } }) => void nominations.push(...Array.from({ length: 10 }, () => first(nominations))),
    ],
    [
      'awardsNumbered',
      ({ evidence: { nominations } }) => void Object.assign(first(nominations), { decisionNumber: null }),
    ],
    [
      'oneCapacity',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { actorId: 'bvbr.clerk' }),
    ],
    [
      'nobodyOnOwn',
      ({ evidence: { nominations } }) => void Object.assign(first(nominations).nominee, { id: 'bvbr.clerk' }),
    ],
    ['whyIsTrue', ({ acts }) => void Object.assign(first(acts), { allowed: false })],
    [
      'receiptsOnce',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { inboxId: 'i1' }),
    ],
    ['receiptsOnce', ({ evidence: { inbox } }) => void Object.assign(first(inbox), { status: 'received' })],
    ['receiptsOnce', ({ acts }) => void acts.pop()],
    ['refusedLeaveNothing', ({ evidence: { inbox } }) => void Object.assign(first(inbox), { status: 'refused' })],
    [
      'revisionsGapless',
      ({ evidence: { transitions } }) => void Object.assign(transitions[1] as Transition, { revision: 3 }),
    ],
    ['openHaveOwners', ({ evidence: { nominations } }) => void Object.assign(first(nominations), { closed: false })],
    ['installationChecked', ({ looks }) => void first(looks).violations.push('NO_OWNER 004-0001')],
    ['auditWhole', ({ audit }) => void audit.broken.push({ chain: '004', seq: 2, at, problem: 'edited' })],
    ['samePlan', (findings) => void Object.assign(findings, { samePlanHash: 'other' })],
    ['engineAgrees', ({ engine }) => void Object.assign(first(engine), { same: false })],
    ['noticesSent', ({ mail }) => void Object.assign(mail, { delivered: 3 })],
    ['noticesSent', ({ mail }) => void Object.assign(mail, { waiting: 1 })],
    [
      'inTimeNeverLate',
      ({ evidence: { inbox } }) =>
        void first(inbox).refusals.push({ code: 'PAST_DEADLINE', detail: { dueAt: '2021-06-01T00:00:00.000Z' } }),
    ],
    [
      'latenessEscalates',
      ({ lives }) => void Object.assign(first(lives), { plan: { ...first(lives).plan, escalates: true } }),
    ],
    [
      'onlyUnitsExpire',
      ({ evidence: { transitions } }) =>
        void Object.assign(transitions[1] as Transition, {
          type: 'deadline.pass',
          from: 'departmentReview',
          to: 'expired',
        }),
    ],
    [
      'onlyUnitsExpire',
      ({ evidence: { transitions } }) =>
        void Object.assign(transitions[1] as Transition, { type: 'deadline.pass', from: 'draft', to: 'expired' }),
    ],
    ['roundsOver', ({ evidence: { rounds } }) => void Object.assign(first(rounds), { state: 'published' })],
    ['roundsAsTold', ({ roundLives }) => void first(roundLives).mishaps.push({ lane: 'plan', text: 'refused' })],
    ['plansApproved', ({ evidence: { plans } }) => void Object.assign(first(plans), { hash: 'other' })],
    [
      'plansApproved',
      ({ evidence: { roundTransitions } }) =>
        void Object.assign(roundTransitions[2] as RoundTransition, { actorId: 'nv.reviewer' }),
    ],
    [
      'nothingBeforeApproval',
      ({ evidence: { nominations } }) =>
        void Object.assign(first(nominations), { openedAt: '2020-12-19T00:00:00.000Z' }),
    ],
    [
      'openedInWindow',
      ({ evidence: { nominations } }) =>
        void Object.assign(first(nominations), { openedAt: '2021-03-01T00:00:00.000Z' }),
    ],
    [
      'openedInWindow',
      ({ evidence: { inbox } }) =>
        void Object.assign(first(inbox), {
          opening: { movementId: '2.6', unitId: 'benhVienBaRia' },
          refusals: [{ code: 'WINDOW_NOT_OPEN', detail: {} }],
        }),
    ],
    ['stagesHandedOn', ({ evidence: { handovers } }) => void first(handovers).nominations.push('004-0002')],
    ['unitsAnswered', ({ evidence: { answers } }) => void answers.pop()],
    ['unitsAnswered', (findings) => void Object.assign(first(findings.rows), { covered: true })],
    [
      'lateUnitsChased',
      ({ evidence: { roundTransitions } }) =>
        void Object.assign(roundTransitions[3] as RoundTransition, { to: 'appraisal' }),
    ],
    ['covenantsSigned', ({ evidence: { covenants } }) => void covenants.pop()],
    ['changesAsForetold', ({ evidence: { inbox } }) => void inbox.pop()],
    ['changesAsForetold', ({ evidence: { matters } }) => void Object.assign(first(matters), { dueAt: at })],
    ['changesAsForetold', ({ evidence: { changeNotices } }) => void changeNotices.pop()],
    [
      'changesAsForetold',
      ({ evidence: { inbox } }) => void inbox.push({ ...(inbox.at(-1) as Received), id: 'c1t', subjectId: id }),
    ],
    [
      'noLateReminders',
      ({ evidence: { lateReminders } }) => void lateReminders.push({ subjectId: id, person: 'bvbr.head', at }),
    ],
    ['reportsDelivered', ({ evidence: { reports } }) => void reports.pop()],
    ['reportsDelivered', ({ evidence: { reports } }) => void Object.assign(first(reports), { kind: 'final' })],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));

  it('know no round that must be cancelled, and count the one that is', () => {
    const cancelled = ({ rows, evidence: { rounds } }: Findings) => {
      Object.assign(first(rounds), { state: 'cancelled' });
      rows[0] = { ...row, incidents: ['cancelled'] };
    };
    expect(failing(cancelled)).not.toContain('roundsOver');
  });

  it('are asked in full of a whole season only, and say so', () => {
    const checks = judge(found());
    expect(checks.filter(({ skipped }) => skipped).map(({ name }) => name)).toEqual([
      'enoughNominations',
      'enoughUnits',
      'everyRow',
      'everyStory',
      'adHocSimplified',
    ]);
  });
});

describe('the summary of several seasons', () => {
  const pace = { seconds: 10, acts: 2, perSecond: 0.2, p50: 5, p95: 5, lateDays: 0.4 };
  const good = { programmeId: '004', findings: found(), checks: judge(found()), pace };

  it('has a line for each, and says how many failed', () => {
    const broken = found(({ audit }) => void audit.broken.push({ chain: '003', seq: 2, at, problem: 'edited' }));
    const lines = summaryLines(
      [good, { programmeId: '003', findings: broken, checks: judge(broken), pace }],
      3.25,
      'en',
    );
    expect(lines.find((line) => line.trimStart().startsWith('004'))).toMatch(
      /1\s+1\s+1\s+2\s+1\s+3\s+2\s+10\s+0\.4\s+✓ \d+$/,
    );
    expect(lines.find((line) => line.trimStart().startsWith('003'))).toMatch(/✗ 1\/\d+$/);
    expect(lines.at(-1)).toMatch(/^✗ 1 of 2 programmes .* 3\.[23] minutes/);
    expect(summaryLines([good], 1, 'vi').at(-1)).toMatch(/^✓ 0 trên 1/);
  });
});

describe('the report', () => {
  const pace = { seconds: 10, acts: 2, perSecond: 0.2, p50: 5, p95: 5, lateDays: 0 };

  it('is an aligned table with the quota behind the awards, and a line for each check', () => {
    const lines = reportLines(found(), judge(found()), pace, 5, 'vi');
    const row = lines.find((line) => line.startsWith('2.6 '));
    expect(row).toMatch(/0\/không xét\s+1\/10$/);
    expect(lines.find((line) => line.startsWith('Dòng'))?.indexOf('Khen T')).toBe(row?.indexOf('0/không xét'));
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(judge(found()).length - 5 + 1);
    expect(lines.find((line) => line.includes('gia hạn chung đến 10/01/2022'))).toMatch(
      /01\/12\/2021 004\/2\.6\/nam2021.* 1 thời hạn.* 1 thông báo$/,
    );
    expect(lines.join('\n')).not.toMatch(/\{\w+\}/);
  });

  it('says what failed, with examples, in both languages', () => {
    const broken = found(({ audit }) => void audit.broken.push({ chain: '004', seq: 2, at, problem: 'edited' }));
    for (const locale of ['vi', 'en'] as const) {
      const lines = reportLines(broken, judge(broken), pace, 5, locale);
      expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(2);
      expect(lines).toContain('    004 2: edited');
    }
    expect(reportData(broken, judge(broken), pace)).toMatchObject({
      ok: false,
      plan: plan.hash,
      rows: [{ row: '2.6', received: 1, individual: 1 }],
    });
  });
});
