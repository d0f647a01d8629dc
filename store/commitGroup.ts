/**
 * Lets writes wait for the disk together. An audit chain's head is locked until its transaction ends; if the end waits for
 * the disk, all writes of a programme queue up behind one disk write each. So while several writes are under way, each
 * commits without that wait (`synchronous_commit = off`), and none is answered before one shared, waiting commit behind
 * it: the log is written in order, so that commit makes all before it durable. A single write commits as usual.
 */
export type CommitGroup = {
  /** Runs one write; `work` is told whether to commit without waiting. Resolves when what it wrote or read is durable. */
  run<T>(work: (async: boolean) => Promise<{ value: T; wrote: boolean }>): Promise<T>;
};

/** Makes a group; `flush` must wait until everything committed before it is on disk. */
export function createCommitGroup(flush: () => Promise<unknown>): CommitGroup {
  let underWay = 0;
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<unknown> | null = null;

  /** A flush that has started may miss a commit made since: join only one that has not. */
  function flushed(): Promise<unknown> {
    next ??= running.then(() => {
      next = null;
      const flushing = flush();
      running = flushing.catch(() => undefined);
      return flushing;
    });
    return next;
  }

  return {
    async run(work) {
      const async = ++underWay > 1;
      try {
        const { value, wrote } = await work(async);
        // A repeated call read what another process may have written a moment ago, without waiting: wait for it too.
        if (async || !wrote) await flushed();
        return value;
      } finally {
        underWay--;
      }
    },
  };
}
