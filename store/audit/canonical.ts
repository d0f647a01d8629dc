import { hash, randomBytes } from 'node:crypto';
import { UncanonicalValue } from '../errors.ts';

/**
 * Gives the one JSON text of a value (as RFC 8785: keys sorted by UTF-16 code units, no space), all strings in NFC.
 * Members that are undefined are left out. Throws UncanonicalValue for what PostgreSQL's jsonb could not hold either.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new UncanonicalValue('a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new UncanonicalValue(`a ${typeof value}`);
}

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

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new UncanonicalValue('a text with half a surrogate pair');
  if (text.includes('\0')) throw new UncanonicalValue('a text with a NUL character');
  return JSON.stringify(text.normalize('NFC'));
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new UncanonicalValue('an object that is not plain');
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const named = members.map(([key, member]) => [key.normalize('NFC'), member] as const);
  named.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  if (new Set(named.map(([key]) => key)).size < named.length)
    throw new UncanonicalValue('two keys that are the same letters');
  return `{${named.map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`).join(',')}}`;
}
