import { expect, test } from 'vitest';
import { createCommitGroup } from '../../store/commitGroup.ts';
import { DatabaseRestarted } from '../../store/errors.ts';

/** A server whose waiting commits finish when told to; a crash forgets what was not durable and ends the session. */
function fakeServer() {
  let session = 1;
  let pending: string[] = [];
  const durable = new Set<string>();
  const flushes: (() => void)[] = [];
  const keep = () => {
    for (const write of pending) durable.add(write);
  };
  const flush = () =>
    new Promise<string>((resolve) => {
      const covered = pending;
      flushes.push(() => {
        for (const write of covered) durable.add(write);
        resolve(`session ${session}`);
      });
    });
  return {
    durable,
    flush,
    /** How many commits were waited for so far. */
    asked: () => flushes.length,
    async finishNextFlush() {
      await settle();
      flushes.shift()?.();
      await settle();
    },
    crash() {
      pending = [];
      session++;
    },
    write: (name: string) => async (async: boolean) => {
      if (!durable.has(name)) pending = [...pending, name];
      if (!async) keep();
      return { value: name, wrote: true };
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A group whose session is open, as after a first burst. */
async function openGroup() {
  const server = fakeServer();
  const group = createCommitGroup(server.flush);
  const warm = [group.run(server.write('warm 1')), group.run(server.write('warm 2'))];
  await server.finishNextFlush();
  await Promise.all(warm);
  return { server, group };
}

test('a write alone commits by itself and needs no flush', async () => {
  const server = fakeServer();
  expect(await createCommitGroup(server.flush).run(server.write('a'))).toBe('a');
  expect([server.asked(), server.durable.has('a')]).toEqual([0, true]);
});

test('writes at once share flushes, and none is answered before it is durable', async () => {
  const { server, group } = await openGroup();
  const answer = (name: string) => group.run(server.write(name)).then((value) => server.durable.has(value));
  const answers = ['a', 'b', 'c'].map(answer);
  await settle();
  // Comes while the first flush runs, which does not cover it.
  answers.push(answer('late'));
  await settle();
  expect(server.asked()).toBe(1);
  await server.finishNextFlush();
  await server.finishNextFlush();
  expect(await Promise.all(answers)).toEqual([true, true, true, true]);
});

test('a write forgotten in a crash is made again, though the restarted server answers the flush', async () => {
  const { server, group } = await openGroup();
  const answers = ['a', 'b'].map((name) => group.run(server.write(name)).then((value) => server.durable.has(value)));
  await settle();
  server.crash();
  await server.finishNextFlush();
  await server.finishNextFlush();
  expect(await Promise.all(answers)).toEqual([true, true]);
});

test('a repetition that only read waits for a flush: another process may have written a moment ago', async () => {
  const { server, group } = await openGroup();
  let answered = false;
  const answer = group
    .run(async () => ({ value: 'read', wrote: false }))
    .then(() => {
      answered = true;
    });
  await settle();
  expect(answered).toBe(false);
  await server.finishNextFlush();
  await answer;
});

test('a server that restarts at every attempt is named', async () => {
  let session = 0;
  const group = createCommitGroup(async () => `session ${session++}`);
  await expect(group.run(async () => ({ value: 0, wrote: false }))).rejects.toThrow(DatabaseRestarted);
});

test('a failed flush fails the writes that waited for it, not the next ones', async () => {
  let broken = false;
  const group = createCommitGroup(() =>
    broken ? Promise.reject(new Error('server gone')) : Promise.resolve('session'),
  );
  const write = async () => ({ value: 0, wrote: true });
  const pair = async () => (await Promise.allSettled([group.run(write), group.run(write)])).map(({ status }) => status);
  expect(await pair()).toEqual(['fulfilled', 'fulfilled']);
  broken = true;
  expect(await pair()).toEqual(['fulfilled', 'rejected']);
  broken = false;
  expect(await pair()).toEqual(['fulfilled', 'fulfilled']);
});
