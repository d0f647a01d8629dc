import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { isLostConnection } from '../../store/lostConnection.ts';

test('only what postgres.js throws on a lost connection is told apart from other errors', () => {
  const lost = new TypeError("Cannot read properties of null (reading 'write')");
  lost.stack = `${lost.message}\n    at nextWrite (file:///x/node_modules/postgres/src/connection.js:258:22)`;
  expect(isLostConnection(lost)).toBe(true);
  const types = 'select b.oid, b.typarray from pg_catalog.pg_type a';
  expect(isLostConnection(Object.assign(new Error('connect ECONNREFUSED'), { query: types }))).toBe(true);
  expect(isLostConnection(Object.assign(new Error('no such table'), { query: 'select 1' }))).toBe(false);
  expect(isLostConnection(new TypeError('x is not a function'))).toBe(false);
  expect(isLostConnection(new Error(lost.stack))).toBe(false);
});

/** Runs a process that throws it from a timer, as postgres.js does; gives what it wrote and how it ended. */
function thrown(error: string): Promise<{ code: number; out: string; err: string }> {
  const module = new URL('../../store/lostConnection.ts', import.meta.url).href;
  const script = `
    const { outliveLostConnections } = await import('${module}');
    outliveLostConnections();
    setTimeout(() => console.log('still here'), 50);
    setImmediate(() => { throw ${error}; });`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module', '-e', script], (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('a process that lost a connection goes on; any other error that nobody caught ends it', async () => {
  const lost =
    "Object.assign(new TypeError('x'), { stack: 'TypeError\\n at Immediate.nextWrite (postgres/src/connection.js)' })";
  expect(await thrown(lost)).toEqual({ code: 0, out: 'still here\n', err: '' });
  const other = await thrown("new RangeError('unforeseen')");
  expect(other).toMatchObject({ code: 1, out: '' });
  expect(other.err).toContain('unforeseen');
});
