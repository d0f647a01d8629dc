import { planRehearsal } from '../../../../client/rehearsal/plan/plan.ts';
import type { Row } from '../../../../client/rehearsal/plan/rows.ts';
import { rowsOf } from '../../../../client/rehearsal/plan/rows.ts';
import { findProgramme } from '../../../../programmes/find.ts';
import { loadProgrammes } from '../../../../programmes/loader/load.ts';

const loaded = loadProgrammes();

/** The plan of a rehearsal of one row of programme 004, with as few nominations as there can be. */
export const plan = planRehearsal(loaded, { programmeId: '004', seed: 1, nominations: 1, rows: ['2.6'] });
export const { programme } = findProgramme(loaded, '004');
export const [row] = rowsOf({ programme, directory: loaded.directory }, ['2.6']) as [Row];
export const { roundId } = row;

/** The one nomination, and when whatever happens to it happened. */
export const nominationId = '004-0001';
export const at = '2021-05-01T00:00:00.000Z';
