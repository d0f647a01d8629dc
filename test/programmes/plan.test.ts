import { describe, expect, test } from 'vitest';
import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { Programme } from '../../contract/programme.ts';
import { deadlineNames } from '../../contract/states.ts';
import { workingCalendar } from '../../programmes/calendar/build.ts';
import { findMovement, findProgramme } from '../../programmes/find.ts';
import { programmeHash, programmeRef } from '../../programmes/hash.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { noticeRecipients } from '../../programmes/movements.ts';
import type { NominationRound, PlanRequest } from '../../programmes/plan.ts';
import { isOpen, planNomination, planStages } from '../../programmes/plan.ts';
import { PlanningError } from '../../programmes/planningError.ts';
import { roundsOf } from '../../programmes/rounds.ts';
import { unitsOf } from '../../programmes/units.ts';

const loaded = loadProgrammes();
const { programme, ref } = findProgramme(loaded, '004');

/** The movement's round with the definition's own window and no rules of its own. */
function roundFor(movementId: string): NominationRound {
  const round = roundsOf(programme).find((one) => one.movementId === movementId);
  const { from, to } = round?.window ?? { from: '2021-01-01', to: '2021-12-31' };
  return { roundId: round?.roundId ?? '?', from: startOfDay(from), to: endOfDay(to), stages: {} };
}

function request(change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    programme,
    directory: loaded.directory,
    movementId: '2.2',
    round: roundFor(change.movementId ?? '2.2'),
    unitId: 'benhVienBaRia',
    nominee: { kind: 'individual', id: 'bvbr.bs1' },
    nominationId: 'n1',
    openedAt: '2021-11-10T02:00:00.000Z',
    openedBy: 'bvbr.clerk',
    dossierHash: 'h',
    machine: 'nomination@1',
    ...change,
  };
}

function refusal(change: Partial<PlanRequest>): Pick<PlanningError, 'code' | 'detail' | 'allowed'> {
  try {
    planNomination(request(change));
  } catch (error) {
    if (error instanceof PlanningError) return { code: error.code, detail: error.detail, allowed: error.allowed };
    throw error;
  }
  throw new Error('Planned');
}

test('a nomination keeps everything it needs from the definition in force', () => {
  expect(planNomination(request())).toEqual({
    nominationId: 'n1',
    openedAt: '2021-11-10T02:00:00.000Z',
    openedBy: 'bvbr.clerk',
    programme: ref,
    machine: 'nomination@1',
    movementId: '2.2',
    roundId: '004/2.2/nam2021',
    road: 'standard',
    guards: ['notFromNomineesBody'],
    nominee: { kind: 'individual', id: 'bvbr.bs1' },
    dossierHash: 'h',
    bodies: {
      unit: 'benhVienBaRia',
      inCharge: 'phongKeHoachTaiChinh',
      standingBody: 'vanPhongSo',
      council: 'hoiDongNganhYTe',
      authorities: ['soYTe', 'ubndTinh'],
      divisions: ['phongNghiepVu'],
    },
    plan: {
      draft: { on: '2021-12-31T16:59:59.999Z', remindBefore: [7, 3, 1] },
      supplement: { count: { days: 10, kind: 'calendar' }, remindBefore: [3, 1] },
      revival: { count: { days: 15, kind: 'calendar' }, remindBefore: [3] },
      review: { count: { days: 20, kind: 'calendar' }, remindBefore: [7, 3, 1], pausesWhileReturned: true },
      appraisal: { count: { days: 10, kind: 'calendar' }, remindBefore: [3, 1] },
      council: { count: { days: 30, kind: 'calendar' }, remindBefore: [7, 3, 1] },
      decision: { count: { days: 15, kind: 'calendar' }, remindBefore: [5, 1] },
      higherDecision: { count: { days: 25, kind: 'calendar' }, remindBefore: [7, 3, 1] },
      publication: { count: { days: 10, kind: 'calendar' }, remindBefore: [3, 1] },
      closing: { count: { days: 30, kind: 'calendar' } },
      hold: { count: { days: 90, kind: 'calendar' }, remindBefore: [14, 7] },
    },
    escalation: {
      everyDays: 3,
      chain: ['councilSecretary@vanPhongSo', 'approvingAuthority@soYTe', 'administrator@soYTe'],
    },
    maxReturns: 2,
    calendar: workingCalendar(2020, 2023),
  });
});

test('the ad-hoc award is faster and has no council, yet every deadline is filled', () => {
  const { road, plan } = planNomination(request({ movementId: '2.11' }));
  expect(road).toBe('simplified');
  expect(plan).toMatchObject({ review: { count: { days: 5 } }, decision: { count: { days: 5 } } });
  for (const name of deadlineNames) expect(plan[name].on ?? plan[name].count, name).toBeDefined();
});

test('row 1 is decided by the province, through its own council', () => {
  const { bodies, escalation } = planNomination(request({ movementId: '1' }));
  expect(bodies).toMatchObject({
    council: 'hoiDongTDKTTinh',
    standingBody: 'banThiDuaKhenThuongTinh',
    authorities: ['ubndTinh'],
  });
  expect(escalation.chain[0]).toBe('councilSecretary@banThiDuaKhenThuongTinh');
});

test('every round of every programme takes nominations from its window’s first instant to its last', () => {
  for (const { programme: one } of loaded.programmes.values()) {
    const [unit] = unitsOf(one, loaded.directory);
    for (const { roundId, movement, window } of roundsOf(one)) {
      const { from, to } = { from: startOfDay(window.from), to: endOfDay(window.to) };
      const kind = movement.quota.individual.configured?.value.kind === 'none' ? 'collective' : 'individual';
      const change = {
        programme: one,
        movementId: movement.id,
        unitId: unit?.id ?? '',
        round: { roundId, from, to, stages: {} },
        nominee: { kind, id: 'x' },
      } as const;
      for (const openedAt of [from, to]) {
        expect(planNomination(request({ ...change, openedAt })).plan.draft.on).toBe(to);
      }
      for (const outside of [Date.parse(from) - 1, Date.parse(to) + 1]) {
        expect(refusal({ ...change, openedAt: new Date(outside).toISOString() }).code).toBe('WINDOW_NOT_OPEN');
      }
    }
  }
});

describe('the round’s plan and the unit’s own window', () => {
  test('a unit’s extension moves the end of its draft, and with it the last opening', () => {
    const round = { ...roundFor('2.2'), to: endOfDay('2022-01-05') };
    const { plan } = planNomination(request({ round, openedAt: '2022-01-03T02:00:00.000Z' }));
    expect(plan.draft.on).toBe('2022-01-05T16:59:59.999Z');
    expect(refusal({ round, openedAt: '2022-01-05T17:00:00.000Z' })).toMatchObject({ detail: { to: '2022-01-05' } });
  });

  test('what ends with a window that was counted over days not announced is as provisional', () => {
    const round = { ...roundFor('2.2'), provisional: true as const };
    const draftOf = (change: Partial<typeof round>) =>
      planNomination(request({ round: { ...round, ...change } })).plan.draft;
    expect(draftOf({})).toMatchObject({ on: round.to, provisional: true });
    const own = { draft: { on: endOfDay('2022-01-02') } };
    expect(draftOf({ stages: own })).toEqual(own.draft);
    expect(planNomination(request({ round: roundFor('2.2') })).plan.draft).not.toHaveProperty('provisional');
  });

  test('the extension also holds against a day that the plan gives the draft', () => {
    const stages = { draft: { on: endOfDay('2022-01-02'), remindBefore: [1] } };
    const draftOf = (to: string) =>
      planNomination(request({ round: { ...roundFor('2.2'), to: endOfDay(to), stages } })).plan.draft;
    expect(draftOf('2021-12-31')).toEqual(stages.draft);
    expect(draftOf('2022-01-05')).toEqual({ on: endOfDay('2022-01-05'), remindBefore: [1] });
  });

  test('rules of the approved plan stand over the programme’s', () => {
    const stages = { review: { count: { days: 25, kind: 'working' } } } as const;
    const { plan } = planNomination(request({ round: { ...roundFor('2.2'), stages } }));
    expect(plan.review).toEqual({ count: { days: 25, kind: 'working' } });
    expect(plan.council).toMatchObject({ count: { days: 30, kind: 'calendar' } });
  });

  test('without a round the stages are those of the review window', () => {
    expect(planStages(programme, findMovement(programme, '2.2')).draft.on).toBe('2021-12-31T16:59:59.999Z');
  });
});

test('002 counts working days at the ministry, and keeps the calendar of all its years', () => {
  const { programme: ministry } = findProgramme(loaded, '002');
  const [round] = roundsOf(ministry);
  const { plan, calendar } = planNomination(
    request({
      programme: ministry,
      movementId: '2',
      unitId: 'benhVienTrungUong',
      round: { roundId: round?.roundId ?? '', from: startOfDay('2021-04-01'), to: endOfDay('2025-12-31'), stages: {} },
      openedAt: '2024-05-06T02:00:00.000Z',
    }),
  );
  expect([plan.review.count, plan.council.count, plan.decision.count]).toEqual([
    { days: 25, kind: 'working' },
    { days: 25, kind: 'working' },
    { days: 15, kind: 'working' },
  ]);
  expect(calendar).toEqual(workingCalendar(2023, 2027));
});

describe('what does not fit is refused, with what would', () => {
  test('before the window', () => {
    expect(refusal({ openedAt: '2021-10-31T16:59:59.999Z' })).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      detail: { movement: '2.2', from: '2021-11-01', to: '2021-12-31' },
    });
  });
  test('after the window', () =>
    expect(refusal({ openedAt: '2021-12-31T17:00:00.000Z' }).code).toBe('WINDOW_NOT_OPEN'));
  test('2.10 closes before the plan was made', () => {
    expect(refusal({ movementId: '2.10' })).toMatchObject({ code: 'WINDOW_NOT_OPEN', detail: { to: '2021-02-28' } });
  });
  test('unknown movement', () => {
    const { code, allowed } = refusal({ movementId: '2.13' });
    expect([code, allowed.length, allowed[12]]).toEqual(['UNKNOWN_MOVEMENT', 13, '2.12']);
  });
  test('a body that is no subordinate unit', () => {
    expect(refusal({ unitId: 'vanPhongSo' })).toMatchObject({ code: 'UNKNOWN_UNIT', allowed: { length: 17 } });
  });
  test('a unit of another province', () => expect(refusal({ unitId: 'benhVienDakLak' }).code).toBe('UNKNOWN_UNIT'));
  test('a collective where only individuals are awarded', () => {
    expect(refusal({ movementId: '2.6', nominee: { kind: 'collective', id: 'bvbr.khoa1' } })).toMatchObject({
      code: 'KIND_NOT_AWARDED',
      allowed: ['individual'],
    });
  });
  test('the text is complete in both languages', () => {
    const error = new PlanningError('WINDOW_NOT_OPEN', { movement: '2.2', from: '2021-11-01', to: '2021-12-31' });
    expect(error.text).toEqual({
      vi: 'Phong trào 2.2 nhận đề nghị từ 2021-11-01 đến hết 2021-12-31.',
      en: 'Movement 2.2 takes nominations from 2021-11-01 to the end of 2021-12-31.',
    });
  });
});

test('a window’s days are local days', () => {
  const movement = findMovement(programme, '2.2');
  expect(isOpen(movement, '2021-10-31T17:00:00.000Z')).toBe(true);
  expect(isOpen(movement, '2021-10-31T16:59:59.999Z')).toBe(false);
});

test('a programme may name the recipients of its notices', () => {
  const notices = noticeRecipients(programme, findMovement(programme, '2.2'));
  expect(notices['deadline.expired']).toEqual(['submittingUnit', 'unitHead', 'bodyInCharge']);
  expect(notices['draft.amend']).toBeUndefined();
});

test('the reference pins the content, whatever the order of its keys', () => {
  expect(ref).toMatch(/^004@2#[0-9a-f]{12}$/);
  const turned = Object.fromEntries(Object.entries(programme).toReversed()) as Programme;
  expect(programmeHash(turned)).toBe(programmeHash(programme));
  expect(programmeRef({ ...programme, notes: ['khác'] })).not.toBe(ref);
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});
