import { expect, test } from 'vitest';
import { actorAt, holdersOf } from '../../store/directory.ts';
import { ProgrammeVersionConflict } from '../../store/errors.ts';
import { installationFact, putInstallationFact, settleInstallationFact } from '../../store/installation.ts';
import { latestProgrammeVersion, programmeList, putProgrammeVersion } from '../../store/programmes.ts';
import { putDirectory } from '../../store/putDirectory.ts';
import { at, directory, useStore } from './fixture.ts';

const getStore = useStore();

test('the same directory again changes nothing and writes no audit entry', async () => {
  const store = getStore();
  const changes = await putDirectory(store, directory, { actorId: null, at });
  expect(Object.values(changes).flat()).toEqual([]);
  expect(await store.sql`select count(*)::int from audit_entries where kind = 'configuration'`).toEqual([{ count: 1 }]);
});

test('a role taken away ends; what was held before stays so', async () => {
  const store = getStore();
  const later = '2020-12-01T00:00:00.000Z';
  const roles = [{ role: 'unitHead' as const, body: 'hospital', validFrom: later }];
  const moved = directory.people.filter(({ id }) => id === 'clerk').map((person) => ({ ...person, roles }));
  const changes = await putDirectory(
    store,
    { bodies: [], people: moved, nominees: [] },
    { actorId: 'head', at: later },
  );
  expect(changes).toMatchObject({
    people: [],
    rolesGiven: ['clerk unitHead@hospital'],
    rolesEnded: ['clerk unitClerk@hospital'],
  });
  expect(await actorAt(store, 'clerk', at)).toEqual({
    personId: 'clerk',
    homeBody: 'hospital',
    roles: [{ role: 'unitClerk', body: 'hospital' }],
  });
  expect((await actorAt(store, 'clerk', '2020-11-30T23:59:59.999Z'))?.roles).toEqual([
    { role: 'unitClerk', body: 'hospital' },
  ]);
  expect((await actorAt(store, 'clerk', later))?.roles).toEqual([{ role: 'unitHead', body: 'hospital' }]);
  expect(await holdersOf(store, 'unitHead@hospital', later)).toMatchObject([{ id: 'clerk' }, { id: 'head' }]);
  expect(await actorAt(store, 'nobody', at)).toBeNull();
});

test('a programme version is stored once and never replaced', async () => {
  const store = getStore();
  const version = { ref: 'p@1#aa', id: 'p', version: '1', hash: 'aa', definition: { movements: [] } };
  expect(await putProgrammeVersion(store, version, 'admin')).toBe(true);
  expect(await putProgrammeVersion(store, version, 'admin')).toBe(false);
  await expect(putProgrammeVersion(store, { ...version, ref: 'p@1#bb', hash: 'bb' }, 'admin')).rejects.toThrow(
    ProgrammeVersionConflict,
  );
  await putProgrammeVersion(store, { ...version, ref: 'p@2#cc', version: '2', hash: 'cc' }, 'admin');
  expect(await latestProgrammeVersion(store, 'p', '1')).toMatchObject(version);
  expect((await latestProgrammeVersion(store, 'p'))?.version).toBe('2');
  expect((await latestProgrammeVersion(store, 'p', '1'))?.version).toBe('1');
  expect((await programmeList(store)).map(({ ref }) => ref)).toEqual(['p@2#cc']);
});

test('of two processes that settle a fact the first wins; it can be replaced on purpose', async () => {
  const store = getStore();
  const settled = await Promise.all([1, 2, 3].map((speed) => settleInstallationFact(store, 'clock', { speed })));
  expect(new Set(settled.map(({ speed }) => speed)).size).toBe(1);
  await putInstallationFact(store, 'clock', { speed: 9 });
  expect(await installationFact(store, 'clock')).toEqual({ speed: 9 });
});
