import { expect, test } from 'vitest';
import { createCommitGroup } from '../../store/commitGroup.ts';

/** A disk that finishes when told to, and keeps what was committed before each flush began. */
function slowDisk() {
  const log: string[] = [];
  const durable = new Set<string>();
  const flushes: (() => void)[] = [];
  const flush = () => {
    const covered = [...log];
    return new Promise<void>((resolve) => {
      flushes.push(() => {
        for (const write of covered) durable.add(write);
        resolve();
      });
    });
  };
  const write = (name: string) => async (async: boolean) => {
    log.push(name);
    if (!async) durable.add(name);
    return { value: name, wrote: true };
  };
  return { log, durable, flushes, flush, write };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a write alone commits by itself and needs no flush', async () => {
  const disk = slowDisk();
  expect(await createCommitGroup(disk.flush).run(disk.write('a'))).toBe('a');
  expect([disk.flushes.length, disk.durable.has('a')]).toEqual([0, true]);
});

test('writes at once share flushes, and none is answered before it is durable', async () => {
  const disk = slowDisk();
  const group = createCommitGroup(disk.flush);
  const answers = ['a', 'b', 'c'].map((name) => group.run(disk.write(name)).then((value) => disk.durable.has(value)));
  await settle();
  // Comes while the first flush runs, which does not cover it.
  answers.push(group.run(disk.write('late')).then((value) => disk.durable.has(value)));
  await settle();
  expect(disk.flushes).toHaveLength(1);
  disk.flushes[0]?.();
  await settle();
  expect(disk.flushes).toHaveLength(2);
  disk.flushes[1]?.();
  expect(await Promise.all(answers)).toEqual([true, true, true, true]);
});

test('a repetition that only read waits for a flush: another process may have written a moment ago', async () => {
  const disk = slowDisk();
  const answer = createCommitGroup(disk.flush).run(async () => ({ value: 'read', wrote: false }));
  await settle();
  expect(disk.flushes).toHaveLength(1);
  disk.flushes[0]?.();
  expect(await answer).toBe('read');
});

test('a failed flush fails the writes that waited for it, not the next ones', async () => {
  const disk = slowDisk();
  let broken = true;
  const group = createCommitGroup(() => (broken ? Promise.reject(new Error('server gone')) : Promise.resolve()));
  const pair = () => Promise.allSettled(['a', 'b'].map((name) => group.run(disk.write(name))));
  expect((await pair()).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  broken = false;
  expect((await pair()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});
