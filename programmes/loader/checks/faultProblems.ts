import type { RuleFault } from '../../ruleFaults.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { YamlSource } from '../yamlSource.ts';

/** Gives the faults of the rule at the path as problems of the file. */
export function faultProblems(
  faults: readonly RuleFault[],
  path: readonly PropertyKey[],
  place: YamlSource['place'],
): Problem[] {
  return faults.map(({ code, key, values }) =>
    // A fault's values are no misspelt name: nothing else would have been allowed in its place.
    problemAt(place(key === null ? path : [...path, key]), code, values),
  );
}
