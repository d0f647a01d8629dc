import { hash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../contract/canonicalJson.ts';

/** Gives SHA-256 of the canonical JSON. Throws UncanonicalValue. */
export function canonicalHash(value: unknown): Buffer {
  return hash('sha256', canonicalJson(value), 'buffer');
}

/** A payload's commitment: what the chain keeps of it. Without the salt a short payload could be guessed from its hash. */
export type Commitment = { salt: Buffer; commitment: string };

/** Commits to a payload under a fresh salt. Throws UncanonicalValue. */
export function commit(payload: unknown): Commitment {
  const salt = randomBytes(16);
  return { salt, commitment: commitmentOf(salt, canonicalJson(payload)) };
}

/** Gives `sha256(salt ‖ canonical payload)` in hex. */
export function commitmentOf(salt: Uint8Array, canonicalPayload: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalPayload)]), 'hex');
}
