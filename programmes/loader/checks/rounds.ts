import type { Movement, Programme } from '../../../contract/programme.ts';
import { isLeftOut, reviewDaysIn, windowIn, withinPhases } from '../../phases.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { YamlSource } from '../yamlSource.ts';
import type { Check } from './context.ts';

/** Every movement has a round in every phase, unless the definition says why not; nothing is taken outside a phase. */
export const checkRounds: Check = ({ programme, source: { place } }) => [
  ...checkExclusions(programme, place),
  ...checkNominations(programme, place),
  ...checkMissing(programme, place),
];

function checkNominations(programme: Programme, place: YamlSource['place']): Problem[] {
  return programme.phases.flatMap((phase, index) => {
    const { nominations, from: phaseFrom, to: phaseTo } = phase;
    if (!nominations) return [];
    const path = ['phases', index, 'nominations'];
    const { from, to } = nominations;
    if (to < from) return [problemAt(place([...path, 'to']), 'DATES_REVERSED', { from, to })];
    if (from < phaseFrom || to > phaseTo)
      return [problemAt(place(path), 'NOMINATIONS_OUTSIDE_PHASE', { from, to, phaseFrom, phaseTo })];
    const needed = programme.movements.some((movement) => reviewDaysIn(programme, movement, phase) === null);
    return needed ? [] : [problemAt(place(path), 'NOMINATIONS_UNUSED')];
  });
}

function checkExclusions(programme: Programme, place: YamlSource['place']): Problem[] {
  const known = programme.phases.map(({ id }) => id);
  return programme.movements.flatMap((movement, index) => {
    const excluded = movement.configured.rounds?.noRoundIn ?? [];
    const path = ['movements', index, 'configured', 'rounds', 'noRoundIn'];
    const problems = excluded.flatMap(({ phase: name }, item) => {
      const phase = programme.phases.find(({ id }) => id === name);
      const at = place([...path, item, 'phase']);
      if (!phase) return [problemAt(at, 'UNKNOWN_PHASE', { name }, known)];
      return reviewDaysIn(programme, movement, phase)
        ? [problemAt(at, 'ROUND_EXCLUDED_AND_OPEN', { phase: name })]
        : [];
    });
    const without = known.every((id) => excluded.some(({ phase }) => phase === id));
    return without ? [...problems, problemAt(place(path), 'MOVEMENT_WITHOUT_ROUND')] : problems;
  });
}

function checkMissing(programme: Programme, place: YamlSource['place']): Problem[] {
  return programme.phases.flatMap((phase, index) => {
    if (phase.to < phase.from) return [];
    const movements = programme.movements
      .filter((movement) => hasSoundWindow(programme, movement) && !isLeftOut(movement, phase))
      .filter((movement) => windowIn(programme, movement, phase) === null)
      .map(({ id }) => id);
    return movements.length === 0
      ? []
      : [problemAt(place(['phases', index]), 'NO_ROUND', { movements: movements.join(', ') })];
  });
}

/** Whatever else is wrong with a window has been reported as such. */
function hasSoundWindow(programme: Programme, { reviewTime: { window } }: Movement): boolean {
  return window.from <= window.to && (window.outsideSpan !== undefined || withinPhases(programme, window));
}
