/** What a server says while it starts, stops or recovers, and what the network says while it is away. */
const passingCodes = new Set([
  '57P03',
  '57P01',
  '57P02',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'DATABASE_RESTARTED',
  'ENOENT',
  'CONNECTION_CLOSED',
  'CONNECT_TIMEOUT',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/** Gives whether the failure is the server's or the network's passing state, so that the same call may succeed later. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && passingCodes.has(String(error.code));
}
