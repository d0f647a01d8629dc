import type { Programme } from '../../contract/programme.ts';
import { findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import type { Options } from './options.ts';
import { BadUsage } from './options.ts';
import type { PlanRequest } from './plan/plan.ts';
import { planRehearsal } from './plan/plan.ts';
import type { Plan } from './plan/planned.ts';
import type { Row } from './plan/rows.ts';
import { rowsOf } from './plan/rows.ts';

export type Prepared = { plan: Plan; rows: Row[]; programme: Programme; file: string };

/** Gives the plan that the options ask for, with its rows. Throws BadUsage. */
export function prepare(options: PlanRequest & Pick<Options, 'locale'>): Prepared {
  const loaded = loadProgrammes();
  const { programme, file } = findProgramme(loaded, options.programmeId);
  const known = programme.movements.map(({ id }) => id);
  const unknown = options.rows.find((row) => !known.includes(row));
  if (unknown !== undefined)
    throw new BadUsage('unknownRow', { name: unknown, known: known.join(', ') }, options.locale);
  try {
    return {
      plan: planRehearsal(loaded, options),
      rows: rowsOf({ programme, directory: loaded.directory }, options.rows),
      programme,
      file,
    };
  } catch (error) {
    if (error instanceof RangeError) throw new BadUsage('tooMany', { name: options.nominations }, options.locale);
    throw error;
  }
}
