import { createHash } from 'node:crypto';
import { canonicalJson } from '../contract/canonicalJson.ts';
import type { Programme } from '../contract/programme.ts';

/** Gives the SHA-256 (hex) of the definition's content; comments and layout of the file do not count. */
export function programmeHash(programme: Programme): string {
  return createHash('sha256').update(canonicalJson(programme)).digest('hex');
}

// A loaded definition does not change, and every nomination asks for its reference.
const refs = new WeakMap<Programme, string>();

/** Gives `id@version#hash`, by which a nomination keeps the definition it started under. */
export function programmeRef(programme: Programme): string {
  const known = refs.get(programme);
  if (known) return known;
  const ref = `${programme.id}@${programme.version}#${programmeHash(programme).slice(0, 12)}`;
  refs.set(programme, ref);
  return ref;
}
