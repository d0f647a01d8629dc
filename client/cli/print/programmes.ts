import { quotaTexts, roadLabels } from '../../../contract/texts/cli/names.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dayOf } from '../../../contract/texts/dates.ts';
import type { MovementSummary, ProgrammeSummary } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { bodyName } from './names.ts';
import { table } from './table.ts';

/** Gives programmes with their movements. */
export function programmesText(programmes: ProgrammeSummary[], names: Names, call: Call): string {
  if (programmes.length === 0) return call.say(printTexts.noProgrammes);
  const { colMovement, colTitle, colInCharge, colRoad, colWindow, colOpen, colQuota } = printTexts;
  const header = [colMovement, colTitle, colInCharge, colRoad, colWindow, colOpen, colQuota].map((text) =>
    call.say(text),
  );
  return programmes
    .map(({ id, title, issuerName, movements }) => {
      const rows = movements.map((movement) => rowOf(movement, names, call));
      return `${call.say(title.includes(issuerName) ? printTexts.programmeLineAlone : printTexts.programmeLine, { id, title, issuer: issuerName })}\n\n${table(header, rows, call.world.columns)}`;
    })
    .join('\n\n');
}

function rowOf(movement: MovementSummary, names: Names, call: Call): string[] {
  const { id, title, inCharge, road, windowFrom, windowTo, open, quota } = movement;
  const window = `${dayOf(windowFrom)} – ${dayOf(windowTo)}`;
  const quotas = quotasText(quota, call);
  return [
    id,
    title,
    bodyName(inCharge, names),
    call.say(roadLabels[road]),
    window,
    call.say(open ? printTexts.yes : printTexts.no),
    quotas,
  ];
}

/** Where the document says the same in words of both kinds, once is enough. */
function quotasText({ collective, individual }: MovementSummary['quota'], call: Call): string {
  if (collective === individual && isQuotaWord(collective)) return quotaText(collective, call);
  return `${quotaText(collective, call)} / ${quotaText(individual, call)}`;
}

function quotaText(quota: string, call: Call): string {
  const each = /^(\d+) × n$/.exec(quota)?.[1];
  if (each !== undefined) return call.say(quotaTexts.perProgramme, { count: each });
  return isQuotaWord(quota) ? call.say(quotaTexts[quota]) : quota;
}

function isQuotaWord(quota: string): quota is keyof typeof quotaTexts {
  return Object.hasOwn(quotaTexts, quota);
}
