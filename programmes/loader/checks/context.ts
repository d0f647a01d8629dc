import type { Programme } from '../../../contract/programme.ts';
import type { Directory } from '../../directorySchema.ts';
import type { Problem } from '../problems.ts';
import type { YamlSource } from '../yamlSource.ts';

/** What the checks beyond the schema look at. */
export type CheckContext = {
  programme: Programme;
  source: YamlSource;
  /** The source document, folded, and the name it is reported under. */
  document: { name: string; text: string };
  directory: Directory;
};
export type Check = (context: CheckContext) => Problem[];

/** Calls `visit` for every mapping of the tree, with its path. */
export function walkMappings(
  root: unknown,
  visit: (mapping: Record<string, unknown>, path: PropertyKey[]) => void,
): void {
  const step = (value: unknown, path: PropertyKey[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) step(item, [...path, index]);
    } else if (value !== null && typeof value === 'object') {
      const mapping = value as Record<string, unknown>;
      visit(mapping, path);
      for (const [key, item] of Object.entries(mapping)) step(item, [...path, key]);
    }
  };
  step(root, []);
}

/** Reports every id after the first of its kind, naming the line of the first. */
export function duplicates(
  source: YamlSource,
  ids: readonly string[],
  pathOf: (index: number) => PropertyKey[],
  report: (path: PropertyKey[], values: { id: string; first: number }) => Problem,
): Problem[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    return first === index ? [] : [report(pathOf(index), { id, first: source.place(pathOf(first)).line })];
  });
}
