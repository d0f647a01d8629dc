import { isDeepStrictEqual } from 'node:util';
import type { Programme } from '../../contract/programme.ts';
import { notStated } from '../../contract/programme.ts';
import { day, dayOf } from '../../contract/texts/dates.ts';
import { quotaOf } from '../../programmes/quota.ts';
import type { ReportData } from './schema.ts';

type Unconfirmed = ReportData['unconfirmed'][number];

/**
 * Gives what a reader must know before relying on the numbers: settings that no document gives, with their own reason, and
 * what was still under way. `dueOn` is null for figures nobody is owed, `begunAt` where the record holds the whole period.
 */
export function unconfirmedOf(
  programme: Programme,
  {
    begunAt,
    dueOn,
    undelivered,
    provisional,
  }: { begunAt: string | null; dueOn: string | null; undelivered: number; provisional: number },
): Unconfirmed[] {
  return [
    ...(begunAt === null ? [] : [item('recordBegun', { day: dayOf(begunAt) })]),
    ...dueDay(programme, dueOn),
    ...programme.phases.flatMap(({ name, stated, configured }) =>
      stated === notStated ? [item('phases', { phase: name }, configured?.why ?? null)] : [],
    ),
    item('windows'),
    ...openQuotas(programme),
    ...programmeLists(programme),
    item('deadlines', {}, programme.configured.why),
    item('shareTargets'),
    ...(undelivered > 0 ? [item('undelivered', { count: undelivered })] : []),
    ...(provisional > 0 ? [item('provisional', { count: provisional })] : []),
  ];
}

function item(code: Unconfirmed['code'], values: Unconfirmed['values'] = {}, why: string | null = null): Unconfirmed {
  return { code, values, why };
}

function dueDay({ reporting }: Programme, dueOn: string | null): Unconfirmed[] {
  if (reporting === notStated || dueOn === null) return [];
  const duty = reporting.find((one) => one.dueOn.value.includes(dueOn));
  return duty ? [item('dueOn', { day: day(dueOn) }, duty.dueOn.why)] : [];
}

function openQuotas({ movements }: Programme): Unconfirmed[] {
  const open = movements.filter((movement) =>
    (['collective', 'individual'] as const).some((kind) => {
      const { stated } = quotaOf(movement, kind);
      return stated === notStated || stated === 'delegated';
    }),
  );
  return open.length > 0 ? [item('quota', { movements: open.map(({ id }) => id).join(', ') })] : [];
}

/** “For each programme” of which the document lists none: the sum rests on the list that is configured. */
function programmeLists({ movements }: Programme): Unconfirmed[] {
  return movements.flatMap((movement) => {
    const lists = Object.values(movement.quota).flatMap(({ stated }) =>
      stated !== notStated && stated.kind === 'perProgramme' && stated.programmes.stated === notStated
        ? [stated.programmes.configured]
        : [],
    );
    const said = lists.map(({ value, why }) => {
      const programmes = value.map(({ name }) => name).join('; ');
      return item('programmeList', { movement: movement.id, count: value.length, programmes }, why);
    });
    // Collectives and individuals mostly have the same list.
    return said.filter((one, index) => said.findIndex((other) => isDeepStrictEqual(other, one)) === index);
  });
}
