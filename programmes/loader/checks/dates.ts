import { notStated } from '../../../contract/programme.ts';
import { programmeSpan, withinPhases } from '../../phases.ts';
import { daysIn } from '../documents.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { Check } from './context.ts';

/** Phases run forwards and do not overlap (contiguous ones and gaps are fine); stated ones have their days in the quote. */
export const checkPhases: Check = ({ programme, source }) => {
  const problems: Problem[] = [];
  const numbered = programme.phases.map((phase, index) => ({ phase, path: ['phases', index] }));
  for (const { phase, path } of numbered) {
    const { from, to, stated } = phase;
    if (to < from) problems.push(problemAt(source.place([...path, 'to']), 'DATES_REVERSED', { from, to }));
    if (stated === notStated) continue;
    for (const key of ['from', 'to'] as const) {
      if (daysIn(stated.quote).includes(phase[key])) continue;
      problems.push(problemAt(source.place([...path, key]), 'NOT_IN_QUOTE', { value: phase[key] }));
    }
  }
  const ordered = numbered.toSorted((a, b) => a.phase.from.localeCompare(b.phase.from));
  for (const [index, { phase, path }] of ordered.entries()) {
    const before = ordered[index - 1]?.phase;
    if (!before || before.to < before.from || phase.from > before.to) continue;
    const values = { first: before.id, second: phase.id, from: phase.from, to: before.to };
    problems.push(problemAt(source.place([...path, 'from']), 'PHASES_OVERLAP', values));
  }
  return problems;
};

/** Review windows run forwards and stay inside the phases, unless the definition says why not. */
export const checkWindows: Check = ({ programme, source }) => {
  const span = programmeSpan(programme);
  return programme.movements.flatMap(({ reviewTime: { window } }, index) => {
    const path = ['movements', index, 'reviewTime', 'window'];
    const { from, to } = window;
    if (to < from) return [problemAt(source.place([...path, 'to']), 'DATES_REVERSED', { from, to })];
    const outside = !withinPhases(programme, window);
    if (outside && window.outsideSpan === undefined) {
      return [problemAt(source.place(path), 'WINDOW_OUTSIDE_SPAN', { from, to, spanFrom: span.from, spanTo: span.to })];
    }
    if (!outside && window.outsideSpan !== undefined) {
      return [problemAt(source.place([...path, 'outsideSpan']), 'WINDOW_INSIDE_SPAN')];
    }
    return [];
  });
};
