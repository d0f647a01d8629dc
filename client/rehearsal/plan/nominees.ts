import type { RecipientKind } from '../../../contract/states.ts';
import type { Directory, Nominee } from '../../../programmes/directorySchema.ts';
import { stories, storyNames } from '../stories/catalogue.ts';
import type { Place } from './allocate.ts';
import type { PlannedRound } from './roundBeats.ts';
import type { Row } from './rows.ts';
import type { Chance } from './seeded.ts';

/** Gives a nominee for each place: nobody twice in one movement, and the units in turn. */
export type ChooseNominee = (place: Place) => Nominee;

/** Throws RangeError where a story names somebody who is not in the directory, or where there are too few people. */
export function nomineesFor(directory: Directory, rounds: readonly PlannedRound[], chance: Chance): ChooseNominee {
  const named = storyNames.flatMap((name) => stories[name].nominee?.id ?? []);
  const used = new Set<string>();
  const byRound = new Map(rounds.map((round) => [round.roundId, round]));
  const order = new Map<string, string[]>();
  let turn = 0;

  const free = (row: Row, kind: RecipientKind, unit: string): Nominee[] =>
    directory.nominees.filter(
      (each) =>
        each.kind === kind &&
        each.unit === unit &&
        !named.includes(each.id) &&
        !used.has(`${row.movementId} ${each.id}`),
    );

  /** Units that nominate in the row. Officials of the nominating unit take no part, so the unit in charge nominates nobody in its own row. */
  function unitsFor(row: Row, onlyExtended: boolean): string[] {
    const round = byRound.get(row.roundId);
    if (onlyExtended) return round?.extendedUnit ? [round.extendedUnit] : [];
    const key = row.units.join();
    const units = order.get(key) ?? chance.shuffled(row.units);
    order.set(key, units);
    return units.filter((unit) => unit !== row.bodies.inCharge && !round?.reserved.includes(unit));
  }

  return ({ row, story, kind }) => {
    const { nominee: wanted, wrongKind, opens } = stories[story];
    if (wanted !== undefined) {
      const nominee = directory.nominees.find(({ id }) => id === wanted.id);
      if (!nominee) throw new RangeError(`Not in the directory: ${wanted.id}`);
      return nominee;
    }
    const allowed = row.kinds[0] === 'collective' ? 'individual' : 'collective';
    const kindAsked = wrongKind ? allowed : row.kinds.includes(kind) ? kind : (row.kinds[0] as RecipientKind);
    const units = unitsFor(row, opens === 'unitExtension');
    for (let tried = 0; tried < units.length; tried++) {
      const unit = units[turn++ % units.length] as string;
      const nominees = free(row, kindAsked, unit);
      if (nominees.length === 0) continue;
      const nominee = chance.pick(nominees);
      used.add(`${row.movementId} ${nominee.id}`);
      return nominee;
    }
    throw new RangeError(`Row ${row.id} has more nominations than the demonstration has nominees`);
  };
}
