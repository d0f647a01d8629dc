import { bodyOf } from '../../../contract/programme.ts';
import type { Queue } from '../../../contract/roles.ts';
import { queueOf } from '../../../contract/roles.ts';
import type { Directory } from '../../directorySchema.ts';
import { escalationOf, movementBodies } from '../../movements.ts';
import { roundsOf } from '../../rounds.ts';
import { unitsOf } from '../../units.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { Check } from './context.ts';

/** Gives the people who hold the queue at some time between the two days. */
export function holders(directory: Directory, queue: Queue, from: string, to: string): string[] {
  return directory.people
    .filter((person) =>
      person.roles.some(
        (held) => queueOf(held.role, held.body) === queue && (held.from ?? from) <= to && (held.to ?? to) >= from,
      ),
    )
    .map(({ id }) => id);
}

/** For every movement there are people, on the days on which a round of it takes nominations, in every capacity, and enough of them that nobody has to act in two. */
export const checkStaffing: Check = ({ programme, source, directory }) => {
  const issuer = bodyOf(programme.issuer.body);
  const units = unitsOf(programme, directory);
  if (units.length === 0) return [problemAt(source.place(['issuer', 'body']), 'NO_UNITS', { body: issuer })];
  return roundsOf(programme).flatMap(({ movement, window: { from, to } }) => {
    const place = source.place(['movements', programme.movements.indexOf(movement)]);
    const bodies = movementBodies(programme, movement);
    const official: Queue[] = [
      queueOf('reviewer', bodies.inCharge),
      ...bodies.divisions.map((division) => queueOf('appraiser', division)),
      ...(movement.configured.road === 'standard' ? [queueOf('councilSecretary', bodies.standingBody)] : []),
      ...bodies.authorities.map((authority) => queueOf('approvingAuthority', authority)),
    ];
    const { chain } = escalationOf(programme, movement, units[0]?.id);
    const nobody: Problem[] = [...new Set([...official, ...chain])]
      .filter((queue) => holders(directory, queue, from, to).length === 0)
      .map((queue) => problemAt(place, 'NOBODY_HOLDS', { queue, from, to }));
    if (nobody.length > 0) return nobody;
    const people = official.map((queue) => holders(directory, queue, from, to));
    return units.flatMap(({ id }) => {
      const own = [queueOf('unitClerk', id), queueOf('unitHead', id)];
      const all = [...own.map((queue) => holders(directory, queue, from, to)), ...people];
      if (separable(all)) return [];
      return [problemAt(place, 'NOT_SEPARATE', { unit: id, queues: [...own, ...official].join(', ') })];
    });
  });
};

/** Gives whether each group can be given a person of its own. */
function separable(groups: readonly string[][], taken: ReadonlySet<string> = new Set()): boolean {
  const [group, ...rest] = groups;
  if (!group) return true;
  return group.some((person) => !taken.has(person) && separable(rest, new Set([...taken, person])));
}
