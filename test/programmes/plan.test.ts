import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { Programme } from '../../contract/programme.ts';
import { deadlineNames } from '../../contract/states.ts';
import { findMovement, findProgramme } from '../../programmes/find.ts';
import { programmeHash, programmeRef } from '../../programmes/hash.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { noticeRecipients } from '../../programmes/movements.ts';
import type { PlanRequest } from '../../programmes/plan.ts';
import { isOpen, planNomination } from '../../programmes/plan.ts';
import { PlanningError } from '../../programmes/planningError.ts';

const loaded = loadProgrammes();
const { programme, ref } = findProgramme(loaded, '004');

function request(change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    programme,
    directory: loaded.directory,
    movementId: '2.2',
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
      draft: { on: '2021-12-31T16:59:59.999Z' },
      supplement: { withinDays: 10 },
      revival: { withinDays: 15 },
      review: { withinDays: 20 },
      appraisal: { withinDays: 10 },
      council: { withinDays: 30 },
      decision: { withinDays: 15 },
      higherDecision: { withinDays: 25 },
      publication: { withinDays: 10 },
      closing: { withinDays: 30 },
      hold: { withinDays: 90 },
    },
    escalation: {
      everyDays: 3,
      chain: ['councilSecretary@vanPhongSo', 'approvingAuthority@soYTe', 'administrator@soYTe'],
    },
    maxReturns: 2,
  });
});

test('the ad-hoc award is faster and has no council, yet every deadline is filled', () => {
  const { road, plan } = planNomination(request({ movementId: '2.11' }));
  expect(road).toBe('simplified');
  expect(plan).toMatchObject({ review: { withinDays: 5 }, decision: { withinDays: 5 } });
  for (const name of deadlineNames) expect(plan[name].on ?? plan[name].withinDays, name).toBeDefined();
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

test('every movement of every programme can be nominated for on its window’s first and last day', () => {
  for (const { programme: one } of loaded.programmes.values()) {
    const unitId =
      loaded.directory.bodies.find(({ nominates, under }) => nominates && under === one.bodies[0])?.id ?? '';
    for (const movement of one.movements) {
      const { from, to } = movement.reviewTime.window;
      const kind = movement.quota.individual.configured?.value.kind === 'none' ? 'collective' : 'individual';
      for (const openedAt of [`${from}T00:00:00.000+07:00`, `${to}T23:59:59.999+07:00`]) {
        const change = {
          programme: one,
          movementId: movement.id,
          unitId,
          openedAt,
          nominee: { kind, id: 'x' },
        } as const;
        expect(planNomination(request(change)).plan.draft.on).toBe(new Date(`${to}T23:59:59.999+07:00`).toISOString());
      }
    }
  }
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
  expect(ref).toMatch(/^004@1#[0-9a-f]{12}$/);
  const turned = Object.fromEntries(Object.entries(programme).toReversed()) as Programme;
  expect(programmeHash(turned)).toBe(programmeHash(programme));
  expect(programmeRef({ ...programme, notes: ['khác'] })).not.toBe(ref);
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});
