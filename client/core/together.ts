/**
 * Gives all results, or throws the first failure once everything has ended: a statement left behind while its pool is
 * being closed would open a connection again, and the process would never end.
 */
export async function together<T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
