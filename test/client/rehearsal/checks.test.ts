import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../client/rehearsal/checks/check.ts';
import { judge } from '../../../client/rehearsal/checks/judge.ts';
import type { Received, Recorded, Transition } from '../../../client/rehearsal/evidence.ts';
import { planRehearsal } from '../../../client/rehearsal/plan/plan.ts';
import { rowsOf } from '../../../client/rehearsal/plan/rows.ts';
import { newLife } from '../../../client/rehearsal/play/life.ts';
import { reportData, reportLines } from '../../../client/rehearsal/report.ts';
import type { PersistedNomination } from '../../../contract/nomination.ts';
import type { CheckName } from '../../../contract/texts/rehearsal.ts';
import { findProgramme } from '../../../programmes/find.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';

const loaded = loadProgrammes();
const plan = planRehearsal(loaded, { programmeId: '004', seed: 1, nominations: 1, rows: ['2.6'] });
const at = '2021-05-01T00:00:00.000Z';
const id = '004-0001';

/** One nomination, opened and awarded, and nothing wrong with it. */
function found(change: (findings: Findings) => void = () => {}): Findings {
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
    nominationId: id,
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
    nominationId: id,
    inboxId: `i${revision}`,
    type: 'nomination.open' as const,
    by: 'bvbr.clerk',
    allowed: true,
    lateMs: 0,
    tookMs: 5,
    outcome: { kind: 'applied' as const, state: 'draft' as const, revision },
  });
  const findings: Findings = {
    plan: { ...plan, nominations: [planned] },
    rows: rowsOf(findProgramme(loaded, '004').programme, ['2.6']),
    endedAt: '2022-01-01T00:00:00.000Z',
    lives: [life],
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
      inbox: [kept(1, {}), kept(2, { type: 'authority.award' })],
      open: [],
    },
    audit: { chains: [{ chain: '004', entries: 2, head: 'a' }], broken: [] },
    engine: [{ nominationId: id, running: false, same: true }],
    mail: { waiting: 0, dead: 0, sent: 3, delivered: 3, repeated: 0 },
    ownerless: [],
    samePlanHash: plan.hash,
  };
  change(findings);
  return findings;
}

const failing = (change?: (findings: Findings) => void): CheckName[] =>
  judge(found(change))
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
    ['auditWhole', ({ audit }) => void audit.broken.push({ chain: '004', seq: 2, at, problem: 'edited' })],
    ['samePlan', (findings) => void Object.assign(findings, { samePlanHash: 'other' })],
    ['engineAgrees', ({ engine }) => void Object.assign(first(engine), { same: false })],
    ['noticesSent', ({ mail }) => void Object.assign(mail, { delivered: 2 })],
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
  ])('%s fails when it should (%#)', (name, change) => expect(failing(change)).toContain(name));

  it('are asked in full of a whole season only, and say so', () => {
    const checks = judge(found());
    expect(checks.filter(({ skipped }) => skipped).map(({ name }) => name)).toEqual([
      'enoughNominations',
      'enoughUnits',
      'everyRow',
      'everyStory',
    ]);
  });
});

describe('the report', () => {
  const pace = { seconds: 10, acts: 2, perSecond: 0.2, p50: 5, p95: 5, lateDays: 0 };

  it('is an aligned table with the quota behind the awards, and a line for each check', () => {
    const lines = reportLines(found(), judge(found()), pace, 5, 'vi');
    const row = lines.find((line) => line.startsWith('2.6 '));
    expect(row).toMatch(/0\/không xét\s+1\/10$/);
    expect(lines.find((line) => line.startsWith('Dòng'))?.indexOf('Khen T')).toBe(row?.indexOf('0/không xét'));
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(judge(found()).length - 4 + 1);
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
