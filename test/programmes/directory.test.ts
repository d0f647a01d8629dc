import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../contract/programme.ts';
import { queueOf } from '../../contract/roles.ts';
import { findProgramme } from '../../programmes/find.ts';
import { loadProgrammeFile, loadProgrammes } from '../../programmes/loader/load.ts';
import { DefinitionError } from '../../programmes/loader/problems.ts';
import { movementBodies } from '../../programmes/movements.ts';
import { PlanningError } from '../../programmes/planningError.ts';
import { holdersAt, rolesAt } from '../../programmes/roles.ts';
import { unitsOf } from '../../programmes/units.ts';

const loaded = loadProgrammes();
const { directory } = loaded;
const { programme } = findProgramme(loaded, '004');
const at = '2021-06-01T00:00:00.000Z';
const held = (queue: Parameters<typeof holdersAt>[1]) => holdersAt(directory, queue, at).map(({ id }) => id);

describe('the demonstration province', () => {
  test('has at least fourteen units, each with clerk, head, six individuals and three collectives', () => {
    const units = unitsOf(programme, directory);
    expect(units.length).toBeGreaterThanOrEqual(14);
    for (const { id } of units) {
      const own = directory.nominees.filter(({ unit }) => unit === id);
      expect(held(queueOf('unitClerk', id)), id).toHaveLength(1);
      expect(held(queueOf('unitHead', id)).length, id).toBeGreaterThanOrEqual(1);
      expect(own.filter(({ kind }) => kind === 'individual').length, id).toBeGreaterThanOrEqual(6);
      expect(own.filter(({ kind }) => kind === 'collective').length, id).toBeGreaterThanOrEqual(3);
    }
  });

  test('has two reviewers in every body in charge, none of them the council’s secretary', () => {
    for (const { inCharge } of programme.movements) {
      const reviewers = held(queueOf('reviewer', bodyOf(inCharge)));
      expect(reviewers).toHaveLength(2);
      expect(reviewers).not.toContain('vps.secretary');
    }
  });

  test('has director and deputy, the provincial chair, and one administrator', () => {
    expect(held('approvingAuthority@soYTe')).toEqual(['syt.director', 'syt.deputy']);
    expect(held('approvingAuthority@ubndTinh')).toEqual(['ubnd.chair']);
    expect(held('administrator@soYTe')).toEqual(['syt.admin']);
  });

  test('is peopled by nobody real: names say so, addresses lead nowhere', () => {
    const invented =
      /(Ví Dụ|Minh Họa|Giả Định|Thử Nghiệm|Thí Điểm|Tưởng Tượng|Hư Cấu|Diễn Tập|Giả Lập|Bản Mẫu|Trình Diễn|Phác Thảo)$/;
    const individuals = directory.nominees.filter(({ kind }) => kind === 'individual');
    for (const { name } of [...directory.people, ...individuals]) expect(name).toMatch(invented);
    for (const { email } of directory.people) expect(email).toMatch(/@vinhdanh\.example$/);
  });

  test('lets a nominee be a person of the directory, under one name', () => {
    const both = directory.nominees.filter(({ id }) => directory.people.some((person) => person.id === id));
    expect(both.map(({ id }) => id)).toEqual(['cdc.reviewer', 'bvbr.head']);
    for (const { id, name } of both) expect(directory.people.find((person) => person.id === id)?.name).toBe(name);
  });
});

describe.each([...loaded.programmes.keys()])('the people of programme %s', (id) => {
  const { programme: own } = findProgramme(loaded, id);
  const units = unitsOf(own, directory);
  const instants = [own.phases[0]?.from, own.phases.at(-1)?.to].map((day) => `${day}T05:00:00.000Z`);

  test('are enough for a season: six units or more, each with clerk, head, six individuals and three collectives', () => {
    expect(units.length).toBeGreaterThanOrEqual(6);
    for (const { id: unit } of units) {
      const nominees = directory.nominees.filter((each) => each.unit === unit);
      for (const instant of instants) {
        expect(holdersAt(directory, queueOf('unitClerk', unit), instant), unit).toHaveLength(1);
        expect(holdersAt(directory, queueOf('unitHead', unit), instant).length, unit).toBeGreaterThanOrEqual(1);
      }
      expect(nominees.filter(({ kind }) => kind === 'individual').length, unit).toBeGreaterThanOrEqual(6);
      expect(nominees.filter(({ kind }) => kind === 'collective').length, unit).toBeGreaterThanOrEqual(3);
    }
  });

  test('fill every office of every movement, from the first day to the last', () => {
    for (const movement of own.movements) {
      const { inCharge, standingBody, authorities, divisions } = movementBodies(own, movement);
      for (const instant of instants) {
        const count = (queue: Parameters<typeof holdersAt>[1]) => holdersAt(directory, queue, instant).length;
        expect(count(queueOf('reviewer', inCharge)), movement.id).toBe(2);
        expect(count(queueOf('councilSecretary', standingBody)), movement.id).toBeGreaterThanOrEqual(1);
        for (const body of authorities)
          expect(count(queueOf('approvingAuthority', body)), body).toBeGreaterThanOrEqual(1);
        for (const body of divisions) expect(count(queueOf('appraiser', body)), body).toBeGreaterThanOrEqual(1);
      }
    }
    const issuer = bodyOf(own.issuer.body);
    expect(held(queueOf('administrator', issuer))).toHaveLength(1);
    // A head and somebody who signs on behalf (KT.).
    expect(held(queueOf('approvingAuthority', issuer)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('roles at an instant', () => {
  test('an actor carries home body and roles', () => {
    expect(rolesAt(directory, 'bvbr.clerk', at)).toEqual({
      personId: 'bvbr.clerk',
      homeBody: 'benhVienBaRia',
      roles: [{ role: 'unitClerk', body: 'benhVienBaRia' }],
    });
  });

  test('a role is held from the first to the last instant of its local days', () => {
    const person = {
      id: 'x',
      name: 'X',
      title: 'x',
      email: 'x@v.example',
      locale: 'vi',
      homeBody: 'soYTe',
      roles: [{ role: 'approvingAuthority', body: 'soYTe', from: '2021-03-01', to: '2021-03-31' }],
    } as const;
    const one = { ...directory, people: [{ ...person, roles: [...person.roles] }] };
    const count = (instant: string) => rolesAt(one, 'x', instant).roles.length;
    expect(
      [
        '2021-02-28T16:59:59.999Z',
        '2021-02-28T17:00:00.000Z',
        '2021-03-31T16:59:59.999Z',
        '2021-03-31T17:00:00.000Z',
      ].map(count),
    ).toEqual([0, 1, 1, 0]);
  });

  test('an unknown person is an error that says so', () => {
    expect(() => rolesAt(directory, 'bvbr.clerc', at)).toThrow(PlanningError);
  });
});

describe('loading files', () => {
  test('one file alone is checked like all of them', () => {
    const one = loadProgrammeFile('programmes/definitions/003-thanh-hoa-2020.yaml');
    expect([one.programme.id, one.file, one.ref]).toEqual([
      '003',
      'programmes/definitions/003-thanh-hoa-2020.yaml',
      findProgramme(loaded, '003').ref,
    ]);
  });

  test('a wrong file is refused with every problem, a missing one too', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vinhdanh-')), 'x.yaml');
    writeFileSync(path, 'id: 5\n');
    const problems = (file: string) => {
      try {
        loadProgrammeFile(file);
      } catch (error) {
        if (error instanceof DefinitionError) return error.problems.map(({ code }) => code);
      }
      return [];
    };
    expect(problems(path)[0]).toBe('WRONG_TYPE');
    expect(problems(path).filter((code) => code === 'MISSING_KEY').length).toBeGreaterThan(20);
    expect(problems('nowhere.yaml')).toEqual(['FILE_MISSING']);
  });

  test('an unknown programme is an error that names those there are', () => {
    expect(() => findProgramme(loaded, '005')).toThrow(
      'There is no programme "005". Allowed: 000, 001, 002, 003, 004.',
    );
  });
});
