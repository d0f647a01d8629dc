import { describe, expect, test } from 'vitest';
import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Movement, Programme } from '../../contract/programme.ts';
import { roundParts } from '../../contract/round.ts';
import { roundDeadlineNames } from '../../contract/roundStates.ts';
import { findMovement, findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { reviewDaysIn } from '../../programmes/phases.ts';
import { PlanningError } from '../../programmes/planningError.ts';
import { findRound, planRound, roundsOf } from '../../programmes/rounds.ts';

const loaded = loadProgrammes();
const { directory } = loaded;
const programmeOf = (id: string): Programme => findProgramme(loaded, id).programme;
const begin = (id: string, roundId: string, begunAt: string) =>
  planRound({ programme: programmeOf(id), directory, roundId, begunAt, machine: 'round@1' });

/** The movement with another review window, in a programme with the phases. */
function withWindow(
  window: Partial<Movement['reviewTime']['window']>,
  phases: [id: string, from: string, to: string][],
) {
  const base = programmeOf('004');
  const movement = findMovement(base, '2.2');
  const reviewTime = { ...movement.reviewTime, window: { ...movement.reviewTime.window, ...window } };
  const moved = { ...movement, reviewTime };
  const bare = phases.map(([id, from, to]) => ({ id, name: id, from, to, stated: 'notStated' as const }));
  return { ...base, phases: bare, movements: [moved] };
}

const windows = (programme: Programme) =>
  roundsOf(programme).map(({ phaseId, window: { from, to } }) => [phaseId, from, to]);

describe('rounds of the five programmes', () => {
  test('there is one per movement and phase', () => {
    const counts = [...loaded.programmes.values()].map(({ programme }) => [programme.id, roundsOf(programme).length]);
    expect(counts).toEqual([
      ['000', 13],
      ['001', 7],
      ['002', 3],
      ['003', 20],
      ['004', 13],
    ]);
  });

  test.each([...loaded.programmes.keys()])('%s: ids are unique and name programme, movement and phase', (id) => {
    const rounds = roundsOf(programmeOf(id));
    expect(new Set(rounds.map(({ roundId }) => roundId)).size).toBe(rounds.length);
    for (const { roundId, movementId, phaseId } of rounds)
      expect(roundParts(roundId)).toEqual({ programmeId: id, movementId, phaseId });
  });

  test('003: phase 2 takes nominations from the instant after phase 1 has taken its last', () => {
    const rounds = roundsOf(programmeOf('003'));
    for (const { movementId, window } of rounds.filter(({ phaseId }) => phaseId === 'dot1')) {
      const next = rounds.find((one) => one.movementId === movementId && one.phaseId === 'dot2');
      expect([window, next?.window]).toEqual([
        { from: '2020-06-26', to: '2020-07-27' },
        { from: '2020-07-28', to: '2020-12-31' },
      ]);
      expect(Date.parse(startOfDay(next?.window.from ?? '')) - Date.parse(endOfDay(window.to))).toBe(1);
    }
  });

  test('002 is one phase of five years; 2.10 of 004 is taken before the plan was made', () => {
    expect(windows(programmeOf('002'))).toEqual(Array(3).fill(['giaiDoan2021Den2025', '2021-04-01', '2025-12-31']));
    const early = findRound(programmeOf('004'), '004/2.10/nam2021');
    expect([early.opensOn, early.window]).toEqual(['2021-01-01', { from: '2021-01-01', to: '2021-02-28' }]);
  });

  test('an unknown round is an error that names those there are', () => {
    const find = () => findRound(programmeOf('002'), '002/2/dot1');
    expect(find).toThrow(PlanningError);
    expect(find).toThrow('Allowed: 002/2/giaiDoan2021Den2025, 002/3/giaiDoan2021Den2025');
  });

  test('a definition kept from before there were rounds has none', () => {
    const { rounds: _, ...configured } = programmeOf('004').configured;
    expect(roundsOf({ ...programmeOf('004'), configured: configured as Programme['configured'] })).toEqual([]);
  });
});

describe('the days of a window in each phase', () => {
  const halves: [string, string, string][] = [
    ['second', '2021-07-01', '2021-12-31'],
    ['first', '2021-01-01', '2021-06-30'],
  ];
  test('a window over two phases is cut at their border, in the order of the days', () => {
    expect(windows(withWindow({ from: '2021-03-01', to: '2021-09-30' }, halves))).toEqual([
      ['first', '2021-03-01', '2021-06-30'],
      ['second', '2021-07-01', '2021-09-30'],
    ]);
  });
  test('days outside the phases go to the nearest round when the definition says why', () => {
    const programme = withWindow({ from: '2020-12-01', to: '2022-01-31', outsideSpan: 'x' }, halves);
    expect(windows(programme)).toEqual([
      ['first', '2020-12-01', '2021-06-30'],
      ['second', '2021-07-01', '2022-01-31'],
    ]);
    expect(roundsOf(programme)[0]?.opensOn).toBe('2020-12-01');
  });
  test('days of a gap go to the phase before it', () => {
    const gap = withWindow({ from: '2021-04-10', to: '2021-04-20', outsideSpan: 'x' }, [
      ['first', '2021-01-01', '2021-03-31'],
      ['second', '2021-07-01', '2021-12-31'],
    ]);
    expect(windows(gap)).toEqual([['first', '2021-04-10', '2021-04-20']]);
  });
  test('a phase’s own days serve only movements whose window does not touch it', () => {
    const programme = withWindow({ from: '2021-08-01', to: '2021-08-31' }, halves);
    const own = { from: '2021-02-01', to: '2021-02-28', by: 'demonstration configuration' as const, why: 'x' };
    const phases = programme.phases.map((phase) => ({ ...phase, nominations: own }));
    expect(windows({ ...programme, phases })).toEqual([
      ['first', '2021-02-01', '2021-02-28'],
      ['second', '2021-08-01', '2021-08-31'],
    ]);
    const [movement] = programme.movements;
    const [, first] = programme.phases;
    expect(movement && first && reviewDaysIn(programme, movement, first)).toBeNull();
  });
  test('a movement may be left out of a phase', () => {
    const programme = withWindow({ from: '2021-03-01', to: '2021-09-30' }, halves);
    const movements = programme.movements.map((movement) => ({
      ...movement,
      configured: { ...movement.configured, rounds: { noRoundIn: [{ phase: 'first', why: 'x' }] } },
    }));
    expect(windows({ ...programme, movements })).toEqual([['second', '2021-07-01', '2021-09-30']]);
  });
});

describe('what a round keeps from its beginning', () => {
  test.each([...loaded.programmes.keys()])('%s: every stage has a deadline, and lateness somebody to go to', (id) => {
    for (const { roundId } of roundsOf(programmeOf(id))) {
      const { plan, escalation, bodies } = begin(id, roundId, '2021-01-04T02:00:00.000Z');
      for (const name of roundDeadlineNames)
        expect(plan[name].on ?? plan[name].count, `${roundId} ${name}`).toBeDefined();
      expect(escalation.chain.length, roundId).toBeGreaterThan(0);
      expect(bodies.units.length, roundId).toBeGreaterThanOrEqual(2);
    }
  });

  test('003, 2.3 in phase 2', () => {
    const input = begin('003', '003/2.3/dot2', '2020-07-01T01:00:00.000Z');
    expect(input).toMatchObject({
      roundId: '003/2.3/dot2',
      begunAt: '2020-07-01T01:00:00.000Z',
      programme: findProgramme(loaded, '003').ref,
      machine: 'round@1',
      movementId: '2.3',
      phaseId: 'dot2',
      bodies: {
        inCharge: 'vanPhongSoThanhHoa',
        standingBody: 'vanPhongSoThanhHoa',
        council: 'hoiDongThanhHoa',
        authorities: ['soYTeThanhHoa'],
        units: directory.bodies
          .filter(({ under, nominates }) => under === 'soYTeThanhHoa' && nominates)
          .map(({ id }) => id),
      },
      escalation: {
        everyDays: 3,
        chain: [
          'councilSecretary@vanPhongSoThanhHoa',
          'approvingAuthority@soYTeThanhHoa',
          'administrator@soYTeThanhHoa',
        ],
      },
      stalledAfterDays: 15,
    });
    expect(input.plan).toMatchObject({
      plan: { count: { days: 15, kind: 'calendar' }, remindBefore: [7, 3, 1] },
      opening: { on: '2020-07-27T17:00:00.000Z' },
      closing: { on: '2020-12-31T16:59:59.999Z', remindBefore: [7, 3, 1] },
    });
    // The year before the first there is a calendar for is left out.
    expect(input.calendar).toMatchObject({ from: '2020-01-01' });
  });

  test('row 1 of 004 goes through the province’s own bodies', () => {
    const { bodies, escalation } = begin('004', '004/1/nam2021', '2021-04-01T01:00:00.000Z');
    expect([bodies.council, bodies.authorities, bodies.units.length]).toEqual(['hoiDongTDKTTinh', ['ubndTinh'], 17]);
    expect(escalation.chain[0]).toBe('councilSecretary@banThiDuaKhenThuongTinh');
  });

  test('only 003 says that a launched movement must move; a movement’s own rules stand over its programme’s', () => {
    const stalled = [...loaded.programmes.values()].map(
      ({ programme }) => programme.configured.rounds.stalled?.afterDays,
    );
    expect(stalled).toEqual([undefined, undefined, undefined, 15, undefined]);
    expect(begin('004', '004/2.2/nam2021', '2021-01-01T00:00:00.000Z').stalledAfterDays).toBeNull();
    const base = programmeOf('003');
    const movements = base.movements.map((movement) => ({
      ...movement,
      configured: {
        ...movement.configured,
        escalation: { everyDays: 2, chain: ['unitHead@unit', 'administrator@soYTeThanhHoa'] },
        rounds: {
          deadlines: { plan: { withinDays: 3 } },
          stalled: { afterDays: 5, duty: 'notStated' as const, by: 'demonstration configuration' as const, why: 'x' },
        },
      },
    }));
    const programme = { ...base, movements };
    const input = planRound({
      programme,
      directory,
      roundId: '003/2.1/dot1',
      begunAt: '2020-06-26T00:00:00.000Z',
      machine: 'm',
    });
    expect([input.stalledAfterDays, input.plan.plan, input.plan.approval.count?.days]).toEqual([
      5,
      { count: { days: 3, kind: 'calendar' } },
      7,
    ]);
    expect(input.escalation).toEqual({ everyDays: 2, chain: ['administrator@soYTeThanhHoa'] });
  });
});
