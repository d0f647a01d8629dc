import { roadLabels } from '../../../contract/texts/cli/names.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import type { MovementSummary, ProgrammeSummary } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { dayOf } from './dates.ts';
import { table } from './table.ts';

/** Gives programmes with their movements. */
export function programmesText(programmes: ProgrammeSummary[], call: Call): string {
  if (programmes.length === 0) return call.say(printTexts.noProgrammes);
  const { colMovement, colTitle, colInCharge, colRoad, colWindow, colOpen, colQuota } = printTexts;
  const header = [colMovement, colTitle, colInCharge, colRoad, colWindow, colOpen, colQuota].map((text) =>
    call.say(text),
  );
  return programmes
    .map(({ id, title, issuer, movements }) => {
      const rows = movements.map((movement) => rowOf(movement, call));
      return `${call.say(printTexts.programmeLine, { id, title, issuer })}\n\n${table(header, rows, call.world.columns)}`;
    })
    .join('\n\n');
}

function rowOf(movement: MovementSummary, call: Call): string[] {
  const { id, title, inCharge, road, windowFrom, windowTo, open, quota } = movement;
  const window = `${dayOf(windowFrom)} – ${dayOf(windowTo)}`;
  const quotas = `${quota.collective} / ${quota.individual}`;
  return [
    id,
    title,
    inCharge,
    call.say(roadLabels[road]),
    window,
    call.say(open ? printTexts.yes : printTexts.no),
    quotas,
  ];
}
