import { describe, expect, it } from 'vitest';
import type { Boundary, Check, Findings } from '../../../client/rehearsal/checks/check.ts';
import { particularChecks } from '../../../client/rehearsal/checks/particulars/particulars.ts';
import type { Recorded } from '../../../client/rehearsal/evidence.ts';
import { planRehearsal } from '../../../client/rehearsal/plan/plan.ts';
import { rowsOf } from '../../../client/rehearsal/plan/rows.ts';
import { rehearsable } from '../../../client/rehearsal/plan/season.ts';
import { newLife } from '../../../client/rehearsal/play/life.ts';
import type { RecordedRound, RoundTransition } from '../../../client/rehearsal/roundEvidence.ts';
import type { CheckName } from '../../../contract/texts/rehearsal/checks.ts';
import { findProgramme } from '../../../programmes/find.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';
import { planFacts, planHash } from '../../../programmes/rounds.ts';
import type { KindCounts } from '../../../store/queries/figures.ts';

const loaded = loadProgrammes();

/** A season of the programme as far as its own particularities ask of it, with nothing wrong. */
function season(programmeId: string): Findings {
  const { programme } = findProgramme(loaded, programmeId);
  const rows = rowsOf({ programme, directory: loaded.directory });
  const plan = planRehearsal(loaded, { programmeId, seed: 1, nominations: 40, rows: [] });
  const facts = (row: (typeof rows)[number]) => planFacts(row.plan, planHash(row.plan));
  const rounds = rows.map(
    (row) =>
      ({
        id: row.roundId,
        movementId: row.movementId,
        phaseId: row.phaseId,
        openedAt: row.timetable.launchAt,
        snapshot: { context: { approved: facts(row), unitWindows: {} } },
      }) as unknown as RecordedRound,
  );
  const left = rows.map(
    (row) =>
      ({
        roundId: row.roundId,
        from: 'open',
        to: 'appraisal',
        type: 'deadline.pass',
        at: after(facts(row).closesAt),
      }) as RoundTransition,
  );
  const stalls = rows
    .filter(({ incidents }) => incidents.includes('leftAlone'))
    .map(
      (row) =>
        ({
          roundId: row.roundId,
          from: 'open',
          to: 'open',
          type: 'movement.stall',
          at: row.timetable.launchAt,
        }) as RoundTransition,
    );
  const lives = plan.nominations.map((each, index) => ({ ...newLife(each), nominationId: `${programmeId}-${index}` }));
  const nominations = lives.map(
    ({ plan: { story, movementId, rowId, nominee, ends }, nominationId }) =>
      ({
        id: nominationId,
        movementId,
        roundId: rows.find(({ id }) => id === rowId)?.roundId,
        road: rows.find(({ id }) => id === rowId)?.road,
        nominee,
        state: story === 'yearsAhead' ? 'expired' : (ends ?? 'expired'),
        decisionNumber: ends === 'closed' ? '1/QĐ' : null,
      }) as unknown as Recorded,
  );
  const awarded = nominations.filter(({ decisionNumber }) => decisionNumber !== null);
  const count = (those: readonly Recorded[]): KindCounts => ({
    collective: those.filter(({ nominee }) => nominee.kind === 'collective').length,
    individual: those.filter(({ nominee }) => nominee.kind === 'individual').length,
  });
  const direct = awarded.filter(
    ({ id, nominee }) =>
      nominee.kind === 'individual' && lives.some((life) => life.nominationId === id && life.plan.nominee.directWorker),
  );
  return {
    programme,
    rows,
    plan,
    lives,
    boundaries: rows.flatMap(({ movementId, roundId, continuesIn, plan: { window } }): Boundary[] => {
      if (continuesIn === null) return [];
      const first = rounds.find(({ id }) => id === continuesIn)?.snapshot.context.approved?.nominationsFrom ?? '';
      const last = new Date(Date.parse(first) - 1).toISOString();
      expect(window.to < first).toBe(true);
      return [
        {
          movementId,
          before: roundId,
          after: continuesIn,
          lastInstant: { at: last, round: roundId },
          firstInstant: { at: first, round: continuesIn },
        },
      ];
    }),
    restarts: plan.restartAt === null ? 0 : 1,
    figures: {
      total: {
        awarded: count(awarded),
        adHocAwarded: count(awarded.filter(({ road }) => road === 'simplified')),
        directAwarded: { collective: 0, individual: direct.length },
      },
    },
    evidence: {
      nominations,
      rounds,
      roundTransitions: [...left, ...stalls],
      transitions: [{ type: 'authority.refuse' }],
      matters: [],
    },
  } as unknown as Findings;
}

function after(at: string): string {
  return new Date(Date.parse(at) + 60_000).toISOString();
}

const failing = (checks: readonly Check[]): CheckName[] => checks.filter(({ holds }) => !holds).map(({ name }) => name);
const first = <T>(list: readonly T[]): T => list[0] as T;

describe('the particularities of each programme', () => {
  it.each([...rehearsable])('hold for a season of %s in which nothing went wrong', (programmeId) => {
    const checks = particularChecks(season(programmeId));
    expect(checks.length).toBeGreaterThan(0);
    expect(failing(checks)).toEqual([]);
    expect(checks.every(({ skipped }) => !skipped)).toBe(true);
  });

  it('are not asked of a rehearsal of some movements only', () => {
    const some = season('003');
    expect(particularChecks({ ...some, rows: some.rows.slice(0, 1) }).every(({ skipped }) => skipped)).toBe(true);
  });

  it.each<[string, CheckName, (findings: Findings) => void]>([
    ['000', 'signedOnBehalf', ({ programme }) => void Object.assign(programme, { signatory: 'notStated' })],
    ['000', 'specialMovement', ({ evidence }) => void Object.assign(evidence, { nominations: [] })],
    [
      '000',
      'specialMovement',
      ({ evidence }) => {
        const rounds = evidence.rounds.map((round) =>
          round.movementId === '5' ? round : { ...round, openedAt: '2021-09-29T17:00:00.000Z' },
        );
        Object.assign(evidence, { rounds });
      },
    ],
    ['000', 'sharesReported', ({ figures }) => void Object.assign(figures.total.directAwarded, { individual: 99 })],
    ['000', 'sharesReported', ({ rows }) => void Object.assign(first(rows).quotas.collective, { ceiling: 5 })],
    [
      '001',
      'damagedText',
      ({ programme }) =>
        void Object.assign(first(programme.awardPrinciples), { quote: 'đúng thành tích, đúng pháp luật' }),
    ],
    ['001', 'shortDrive', ({ evidence }) => void Object.assign(evidence, { roundTransitions: [] })],
    [
      '001',
      'notOverAwarded',
      ({ evidence: { nominations } }) =>
        void nominations.splice(0, nominations.length, ...nominations.filter(({ state }) => state === 'closed')),
    ],
    ['001', 'refusedWithGround', ({ evidence }) => void Object.assign(evidence, { transitions: [] })],
    [
      '002',
      'fiveYears',
      ({ evidence: { rounds } }) =>
        void Object.assign(first(rounds).snapshot.context.approved ?? {}, { closesAt: '2022-01-01T00:00:00.000Z' }),
    ],
    [
      '002',
      'workingDays',
      ({ evidence }) =>
        void evidence.matters.push({
          subjectId: first(evidence.nominations).id,
          key: 'councilReview',
          dueAt: '2021-09-02T16:59:59.999Z',
          openedRevision: 2,
          closedRevision: 3,
          provisional: true,
        }),
    ],
    [
      '002',
      'yearsAhead',
      ({ evidence: { nominations } }) => {
        for (const each of nominations) Object.assign(each, { state: 'draft' });
      },
    ],
    ['002', 'restarted', (findings) => void Object.assign(findings, { restarts: 0 })],
    [
      '003',
      'begunBeforeItsLetter',
      ({ evidence }) => void Object.assign(first(evidence.rounds), { openedAt: '2020-06-26T00:00:00.000Z' }),
    ],
    [
      '003',
      'phasesMeet',
      ({ boundaries }) => void Object.assign(first(boundaries).firstInstant, { round: first(boundaries).before }),
    ],
    ['003', 'phasesMeet', ({ boundaries }) => void Object.assign(first(boundaries).lastInstant, { round: null })],
    ['003', 'stalledMovement', ({ evidence }) => void evidence.roundTransitions.pop()],
    [
      '004',
      'adHocSimplified',
      ({ evidence: { nominations } }) => {
        for (const each of nominations) Object.assign(each, { road: 'standard' });
      },
    ],
  ])('%s: %s fails when it should (%#)', (programmeId, name, change) => {
    // What is loaded is shared: each case works on its own copy.
    const findings = structuredClone(season(programmeId));
    change(findings);
    expect(failing(particularChecks(findings))).toContain(name);
  });
});
