import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody else can take until `release` resolves; then its part must listen at once. */
export type HeldPort = { port: number; release(): Promise<void> };

const host = '127.0.0.1';
const FIRST_UNPRIVILEGED = 1_024;
// What Linux hands to outgoing connections when nothing is said; other systems begin higher.
const USUAL_FIRST_OUTGOING = 32_768;
const CHOICE = 12_000;
const TRIES = 50;

/**
 * Takes the port (0: one the system chooses) until it is released; null when somebody has it. Holding keeps no process
 * alive; whoever connects meanwhile is turned away.
 */
export function holdPort(port: number): Promise<HeldPort | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      server.unref();
      const held = (server.address() as AddressInfo).port;
      let released: Promise<void> | undefined;
      const close = () => new Promise<void>((closed) => server.close(() => closed()));
      resolve({ port: held, release: () => (released ??= close()) });
    });
  });
}

/**
 * Takes any free port below those the system hands to outgoing connections: one of these can be gone at any moment a
 * server of ours is down, and a client that keeps knocking at it can end up connected to itself. Null when all are taken.
 */
export async function holdAnyPort(): Promise<HeldPort | null> {
  const end = firstOutgoingPort();
  const first = Math.max(FIRST_UNPRIVILEGED, end - CHOICE);
  if (end - first < TRIES) return holdPort(0);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const held = await holdPort(randomInt(first, end));
    if (held !== null) return held;
  }
  return null;
}

/** The lowest port the system gives an outgoing connection. */
export function firstOutgoingPort(): number {
  try {
    const first = Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
    return Number.isInteger(first) && first > 0 ? first : USUAL_FIRST_OUTGOING;
  } catch {
    return USUAL_FIRST_OUTGOING;
  }
}
