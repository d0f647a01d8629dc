/**
 * Gives one text for one value, whoever writes it: keys sorted by code unit, no white space, strings in NFC
 * (after RFC 8785; `undefined` members are left out as JSON does). Hashes are taken over this text.
 * Throws TypeError for what JSON cannot hold: functions, symbols, bigints, non-finite numbers.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key.normalize('NFC'))}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new TypeError(`Not JSON: ${typeof value}`);
}
