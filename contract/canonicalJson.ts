/** Thrown for a value that no canonical JSON exists for: NUL, lone surrogate, NaN, function, key doubled by normalisation. */
export class UncanonicalValue extends Error {
  readonly code = 'UNCANONICAL_VALUE';

  constructor(what: string) {
    super(`Cannot be stored: ${what}`);
    this.name = 'UncanonicalValue';
  }
}

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
