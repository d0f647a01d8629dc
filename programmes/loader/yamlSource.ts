import { readFileSync } from 'node:fs';
import type { Document, Node } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Place, Problem } from './problems.ts';
import { problemAt } from './problems.ts';

/** A parsed YAML file that knows the line of every path in it. */
export type YamlSource = {
  file: string;
  value: unknown;
  problems: Problem[];
  place: (path: readonly PropertyKey[]) => Place;
};

/** Reads the file; a missing one is a problem like any other. */
export function readYaml(path: string, file: string): YamlSource {
  try {
    return parseYaml(readFileSync(path, 'utf8'), file);
  } catch {
    const place = { file, line: 1, path: '' };
    return { file, value: undefined, problems: [problemAt(place, 'FILE_MISSING')], place: () => place };
  }
}

/** Parses the text. Syntax errors, duplicate keys and text that is not NFC are found here. */
export function parseYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = notNfc(text, file);
  for (const error of [...document.errors, ...document.warnings]) {
    const place = { file, line: lines.linePos(error.pos[0]).line, path: '' };
    if (error.code === 'DUPLICATE_KEY') {
      problems.push(problemAt(place, 'DUPLICATE_KEY', { key: text.slice(error.pos[0]).match(/^[^\s:]+/)?.[0] ?? '' }));
    } else {
      problems.push(problemAt(place, 'YAML_SYNTAX', { detail: error.message }));
    }
  }
  // Every fact stands in its own place; and an alias that leads nowhere would throw.
  visit(document, {
    Alias: (_key, { source: name, range }) => {
      problems.push(problemAt({ file, line: lines.linePos(range?.[0] ?? 0).line, path: '' }, 'NO_ALIAS', { name }));
    },
  });
  const unreadable = problems.some(({ code }) => code === 'YAML_SYNTAX' || code === 'NO_ALIAS');
  const value: unknown = unreadable ? undefined : document.toJS();
  const place = (path: readonly PropertyKey[]) => ({
    file,
    line: lineOf(document, lines, path),
    path: pathText(value, path),
  });
  return { file, value, problems, place };
}

function notNfc(text: string, file: string): Problem[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      line === line.normalize('NFC') ? [] : [problemAt({ file, line: index + 1, path: '' }, 'NOT_NFC')],
    );
}

/** The line of the deepest part of the path that exists: of a key where there is one, else of the list's item. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] ?? null) as Node | null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

/** Writes a path with the ids of list items instead of their indices, where they have one. */
function pathText(root: unknown, path: readonly PropertyKey[]): string {
  let text = '';
  let value = root;
  for (const step of path) {
    const next = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
    if (typeof step === 'number') {
      const id = (next as { id?: unknown } | null | undefined)?.id;
      text += `[${typeof id === 'string' ? id : step}]`;
    } else text += `${text ? '.' : ''}${String(step)}`;
    value = next;
  }
  return text;
}
