import type { z } from 'zod';
import type { Problem } from './problems.ts';
import { problemAt } from './problems.ts';
import type { YamlSource } from './yamlSource.ts';

type Issue = z.core.$ZodIssue;

/** Checks the file's shape. Gives the typed value, or the problems with lines and allowed values. */
export function checkShape<T>(source: YamlSource, schema: z.ZodType<T>): { value: T | null; problems: Problem[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, problems: [] };
  return { value: null, problems: result.error.issues.flatMap((issue) => translate(source, issue, [])) };
}

function translate(source: YamlSource, issue: Issue, base: readonly PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path];
  const place = source.place(path);
  const found = shown(valueAt(source.value, path));
  switch (issue.code) {
    case 'unrecognized_keys':
      // The schema's own error text for this code is its list of keys (`strict` in contract/programme.ts).
      return issue.keys.map((key) =>
        problemAt(source.place([...path, key]), 'UNKNOWN_KEY', { key }, issue.message.split(', ')),
      );
    case 'invalid_type':
    case 'invalid_value':
      if (isMissing(source.value, path)) {
        const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
        return [problemAt(source.place(path.slice(0, -1)), 'MISSING_KEY', { key: String(path.at(-1)) }, allowed)];
      }
      if (issue.code === 'invalid_value') return [problemAt(place, 'BAD_VALUE', { found }, issue.values.map(String))];
      return [
        problemAt(place, 'WRONG_TYPE', {
          ...typeWords(issue.expected),
          found: shownExactly(valueAt(source.value, path)),
        }),
      ];
    case 'invalid_format':
      if (found.trim() === '') return [problemAt(place, 'EMPTY_TEXT')];
      if (issue.format === 'date') return [problemAt(place, 'BAD_DATE', { found })];
      return [
        problemAt(place, 'BAD_FORM', { found, form: String(issue.format === 'regex' ? issue.pattern : issue.format) }),
      ];
    case 'too_small':
      if (issue.origin === 'array') return [problemAt(place, 'EMPTY_LIST')];
      return [problemAt(place, 'TOO_SMALL', { minimum: String(issue.minimum), found })];
    case 'too_big':
      return [problemAt(place, 'TOO_BIG', { maximum: String(issue.maximum), found })];
    case 'invalid_union':
      return translateUnion(source, issue, path, found);
    case 'custom':
      return [problemAt(place, 'BAD_VALUE', { found }, accepts(issue))];
    default:
      return [problemAt(place, 'BAD_VALUE', { found })];
  }
}

/** Of a union's branches, reports the one whose kind of value (word or mapping) the author chose. */
function translateUnion(
  source: YamlSource,
  issue: Issue & { code: 'invalid_union' },
  path: PropertyKey[],
  found: string,
): Problem[] {
  if (issue.discriminator !== undefined) {
    const allowed = (issue as unknown as { options?: unknown[] }).options?.map(String) ?? [];
    if (isMissing(source.value, path)) {
      return [problemAt(source.place(path.slice(0, -1)), 'MISSING_KEY', { key: String(path.at(-1)) }, allowed)];
    }
    return [problemAt(source.place(path), 'BAD_VALUE', { found }, allowed)];
  }
  if (isMissing(source.value, path)) {
    return [problemAt(source.place(path.slice(0, -1)), 'MISSING_KEY', { key: String(path.at(-1)) })];
  }
  const inside = issue.errors.find((branch) =>
    branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
  if (inside) return inside.flatMap((one) => translate(source, one, path));
  return [problemAt(source.place(path), 'BAD_VALUE', { found }, issue.errors.flat().flatMap(accepts))];
}

/** Words for zod's names of types, as an author of YAML knows them. */
function typeWords(expected: string): { expectedVi: string; expectedEn: string } {
  const words: Record<string, [string, string]> = {
    object: ['một nhóm khóa', 'a mapping'],
    array: ['một danh sách', 'a list'],
    int: ['số nguyên', 'a whole number'],
    number: ['số', 'a number'],
    string: ['chữ (đặt trong dấu nháy)', 'text (in quotes)'],
    boolean: ['true hoặc false', 'true or false'],
  };
  const [expectedVi, expectedEn] = words[expected] ?? [expected, expected];
  return { expectedVi, expectedEn };
}

function accepts(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_type') return [issue.expected === 'object' ? '{…}' : issue.expected];
  if (issue.code === 'invalid_format') return [issue.format === 'date' ? 'YYYY-MM-DD' : String(issue.pattern)];
  // A day outside the years that may be named (`day` in contract/formParts.ts).
  if (issue.code === 'custom' && issue.params?.problem === 'dayOutside')
    return [`${String(issue.params.earliest)} – ${String(issue.params.latest)}`];
  return [];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    root,
  );
}

function isMissing(root: unknown, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && valueAt(root, path) === undefined;
}

/** As `shown`, but a text in quotes: '1' is not 1. */
function shownExactly(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : shown(value);
}

function shown(value: unknown): string {
  if (value !== null && typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  return String(value);
}
