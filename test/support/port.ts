import { holdAnyPort } from '../../store/embedded/heldPort.ts';

/** A free port that no outgoing connection can be given, so that a server may come back to it after a while. */
export async function freePort(): Promise<number> {
  const held = await holdAnyPort();
  if (held === null) throw new Error('No free port');
  await held.release();
  return held.port;
}
