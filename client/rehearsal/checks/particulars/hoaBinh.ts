import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../../contract/calendar.ts';
import { dayMs } from '../../../../contract/calendarDay.ts';
import { programmesFolder } from '../../../../programmes/loader/load.ts';
import { isAwarded } from '../awardChecks.ts';
import type { Check, Findings } from '../check.ts';
import { holdsUnless, reaches } from '../check.ts';

/** A short drive lasts no longer than this. */
const shortDays = 31;
/** Words of the document that have lost letters: they are quoted as they stand. */
const damaged = [
  { words: 'đ ng thành tích', meant: 'đúng thành tích' },
  { words: 'đ ng pháp luật', meant: 'đúng pháp luật' },
] as const;

/** Seed 001: a damaged text, a short drive, and no over-awarding. */
export function hoaBinhChecks({ programme, rows, evidence }: Findings): Check[] {
  const text = flowing(readFileSync(join(programmesFolder, 'documents', `${programme.id}.txt`), 'utf8'));
  const quoted = flowing(JSON.stringify(programme.awardPrinciples));
  const mended = damaged.flatMap(({ words, meant }) => [
    ...(text.includes(words) && quoted.includes(words) ? [] : [words]),
    ...(quoted.includes(meant) ? [meant] : []),
  ]);

  const short = rows.filter(({ incidents }) => incidents.includes('short'));
  const long = short.flatMap(({ roundId, plan: { window } }) => {
    const approved = evidence.rounds.find(({ id }) => id === roundId)?.snapshot.context.approved;
    const days = approved ? (Date.parse(approved.closesAt) - Date.parse(approved.nominationsFrom)) / dayMs : null;
    const after = evidence.roundTransitions.find((each) => each.roundId === roundId && each.to === 'appraisal');
    const inTime = after !== undefined && after.at < `${addDays(window.to, 8)}T00:00:00.000Z`;
    return days !== null && days <= shortDays && inTime ? [] : [`${roundId}: ${days}`];
  });

  const { nominations } = evidence;
  const refused = nominations.filter(({ state }) => state === 'refused');
  const grounds = evidence.transitions.filter(({ type }) => type === 'authority.refuse').length;
  const unselected = nominations.filter(({ state }) => state === 'notSelected').length;
  const over = nominations.filter(isAwarded).length >= nominations.length ? ['all awarded'] : [];
  return [
    holdsUnless('damagedText', mended, { count: damaged.length }),
    holdsUnless('shortDrive', long, { count: short.length, days: shortDays }),
    holdsUnless('notOverAwarded', over, {
      awarded: nominations.filter(isAwarded).length,
      of: nominations.length,
      unselected,
    }),
    reaches('refusedWithGround', Math.min(refused.length, grounds), 1),
  ];
}

/** Lines of the document break where its page ends. */
function flowing(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ');
}
