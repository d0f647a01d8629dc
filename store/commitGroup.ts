import { DatabaseRestarted } from './errors.ts';

/**
 * Lets writes wait for the disk together. An audit chain's head is locked until its transaction ends; if the end waits for
 * the disk, all writes of a programme queue up behind one disk write each. So while several writes are under way, each
 * commits without that wait (`synchronous_commit = off`), and none is answered before one shared, waiting commit behind
 * it: the log is written in order, so that commit makes all before it durable. A single write commits as usual.
 *
 * A server that crashed in between has forgotten the write, and would still answer the waiting commit after its restart.
 * Therefore that commit is made in one lasting session, which no crash survives: a write counts only when the session
 * that existed before it has waited after it.
 */
export type CommitGroup = {
  /**
   * Runs one write, which must be safe to repeat; `work` is told whether to commit without waiting. Resolves when what it
   * wrote or read is durable. Throws DatabaseRestarted when the server keeps coming and going.
   */
  run<T>(work: (async: boolean) => Promise<{ value: T; wrote: boolean }>): Promise<T>;
};

/** Waits until all that was committed before is on disk; gives the name of the server session that waited. */
export type Flush = () => Promise<string>;

const mostAttempts = 3;

/** Makes the group of one process. */
export function createCommitGroup(flush: Flush): CommitGroup {
  let underWay = 0;
  let session: string | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<string> | null = null;

  /** A flush that has started may miss a commit made since: join only one that has not. */
  function flushed(): Promise<string> {
    next ??= running.then(async () => {
      next = null;
      const flushing = flush();
      running = flushing.catch(() => undefined);
      session = await flushing;
      return session;
    });
    return next;
  }

  async function attempt<T>(work: (async: boolean) => Promise<{ value: T; wrote: boolean }>, last: boolean) {
    const before = session;
    const together = underWay > 1 && !last;
    // The first ones together have no session yet: they commit as usual while it opens.
    if (together && before === null) flushed().catch(() => undefined);
    const async = together && before !== null;
    const { value, wrote } = await work(async);
    // A repeated call read what another process may have written a moment ago, without waiting: wait for it too.
    const durable = (wrote && !async) || (await flushed()) === before;
    return { value, durable };
  }

  return {
    async run(work) {
      underWay++;
      try {
        for (let number = 1; number <= mostAttempts; number++) {
          const { value, durable } = await attempt(work, number === mostAttempts);
          if (durable) return value;
        }
        throw new DatabaseRestarted();
      } finally {
        underWay--;
      }
    },
  };
}
