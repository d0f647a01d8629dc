import type { RecipientKind } from '../../../contract/states.ts';
import type { Directory, Nominee } from '../../../programmes/directorySchema.ts';
import { stories, storyNames } from '../stories/catalogue.ts';
import type { Place } from './allocate.ts';
import type { Row } from './rows.ts';
import type { Chance } from './seeded.ts';

/** Gives a nominee for each place: nobody twice in one row, and the units in turn. */
export type ChooseNominee = (place: Place) => Nominee;

/** Throws RangeError where a story names somebody who is not in the directory. */
export function nomineesFor(directory: Directory, units: readonly string[], chance: Chance): ChooseNominee {
  const named = storyNames.flatMap((name) => stories[name].nominee ?? []);
  const used = new Set<string>();
  const order = chance.shuffled(units);
  let turn = 0;

  /** Officials of the nominating unit take no part, so the unit in charge nominates nobody in its own row. */
  const mayNominate = (row: Row, unit: string): boolean => unit !== row.bodies.inCharge;
  const free = (row: Row, kind: RecipientKind, unit: string): Nominee[] =>
    directory.nominees.filter(
      (each) =>
        each.kind === kind && each.unit === unit && !named.includes(each.id) && !used.has(`${row.id} ${each.id}`),
    );

  return ({ row, story, kind }) => {
    const { nominee: wanted, wrongKind } = stories[story];
    if (wanted !== undefined) {
      const nominee = directory.nominees.find(({ id }) => id === wanted);
      if (!nominee) throw new RangeError(`Not in the directory: ${wanted}`);
      return nominee;
    }
    const allowed = row.kinds[0] === 'collective' ? 'individual' : 'collective';
    const kindAsked = wrongKind ? allowed : row.kinds.includes(kind) ? kind : (row.kinds[0] as RecipientKind);
    for (let tried = 0; tried < order.length; tried++) {
      const unit = order[turn++ % order.length] as string;
      const nominees = mayNominate(row, unit) ? free(row, kindAsked, unit) : [];
      if (nominees.length === 0) continue;
      const nominee = chance.pick(nominees);
      used.add(`${row.id} ${nominee.id}`);
      return nominee;
    }
    throw new RangeError(`Row ${row.id} has more nominations than the demonstration has nominees`);
  };
}
