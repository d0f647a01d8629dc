/**
 * Has the process outlive what postgres.js throws where nobody can catch it when a connection is lost (see
 * `isLostConnection`). Whatever else nobody caught ends the process, as it does without this.
 */
export function outliveLostConnections(): void {
  process.on('uncaughtException', (error) => {
    if (isLostConnection(error)) return;
    console.error(error);
    process.exit(1);
  });
}

/**
 * Gives whether an error nobody caught is postgres.js 3.4.9 on a connection that has just been lost: its `nextWrite` runs from
 * a timer and finds no socket, and its own question for array types is awaited by nobody. The pool learns of the loss by
 * itself and answers what was under way; the process need not end for it.
 */
export function isLostConnection(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, stack, query } = error as { name?: unknown; stack?: unknown; query?: unknown };
  if (name === 'TypeError') return /\bnextWrite\b[\s\S]*\bpostgres\b/.test(String(stack));
  return typeof query === 'string' && query.includes('pg_catalog.pg_type') && query.includes('typarray');
}
