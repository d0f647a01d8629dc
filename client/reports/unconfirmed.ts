import type { Programme } from '../../contract/programme.ts';
import { notStated } from '../../contract/programme.ts';
import { day } from '../../contract/texts/dates.ts';
import { quotaOf } from '../../programmes/quota.ts';
import type { ReportData } from './schema.ts';

type Unconfirmed = ReportData['unconfirmed'][number];

/**
 * Gives what a reader must know before relying on the numbers: settings that no document gives, with their own reason, and
 * what was still under way. `dueOn` is null for figures nobody is owed.
 */
export function unconfirmedOf(
  programme: Programme,
  { dueOn, undelivered, provisional }: { dueOn: string | null; undelivered: number; provisional: number },
): Unconfirmed[] {
  return [
    ...dueDay(programme, dueOn),
    ...programme.phases.flatMap(({ name, stated, configured }) =>
      stated === notStated ? [item('phases', { phase: name }, configured?.why ?? null)] : [],
    ),
    item('windows'),
    ...openQuotas(programme),
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
