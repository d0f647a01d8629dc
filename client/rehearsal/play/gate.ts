/** Lets only so many calls through at a time; the others wait in the order they came. */
export type Gate = <T>(call: () => Promise<T>) => Promise<T>;

/** Gives a gate of a width. */
export function gateOf(width: number): Gate {
  let free = width;
  const waiting: (() => void)[] = [];

  return async (call) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await call();
    } finally {
      // The place passes straight to the next: nobody can slip in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
