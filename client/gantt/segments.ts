import { addDays } from '../../contract/calendar.ts';
import type { BarState, GanttBar, Standpoint } from './types.ts';

/** One stretch of a bar, both days inclusive. */
type Segment = { from: string; to: string; state: BarState };

/**
 * Gives what of the bar is drawn how: of a stage that should have begun, the days before the record are not on record, those
 * up to today are late, the others are to come.
 */
export function segmentsOf({ from, to, mark, state }: GanttBar, { today, begunOn }: Standpoint): Segment[] {
  if (mark || (state !== 'late' && state !== 'coming')) return [{ from, to, state }];
  const known = begunOn !== null && begunOn > from && begunOn <= to ? begunOn : from;
  const next = addDays(today, 1);
  const ahead = state === 'coming' ? known : next < known ? known : next;
  const pieces: Segment[] = [
    { from, to: addDays(known, -1), state: 'unknown' },
    { from: known, to: addDays(ahead, -1) < to ? addDays(ahead, -1) : to, state: 'late' },
    { from: ahead, to, state: 'coming' },
  ];
  return pieces.filter((piece) => piece.from <= piece.to);
}

/**
 * Gives the bars in the order they are drawn. One that lasts too long runs into those after it, which it holds up: it stands
 * on them, and signs stand on all.
 */
export function paintOrder(bars: readonly GanttBar[]): GanttBar[] {
  return [...bars.filter(({ mark }) => !mark).toReversed(), ...bars.filter(({ mark }) => mark)];
}
