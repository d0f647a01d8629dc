import { dayOf } from '../../contract/texts/dates.ts';
import { changeKindTexts } from '../../contract/texts/rehearsal/changes.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { AppliedChange } from './play/roundLife.ts';

/** Gives one line for each change of the season: what it was, and what it touched. */
export function changeLines(changes: readonly AppliedChange[], locale: Locale): string[] {
  if (changes.length === 0) return [];
  return [
    say(rehearsalTexts.changes, locale),
    ...changes.map(({ roundId, spec, preview: { totals }, progress: { appliedAt } }) => {
      const what =
        spec.kind !== 'deadline' ? spec.kind : 'unitId' in spec.scope && spec.scope.unitId ? 'extendUnit' : 'extend';
      const to = spec.kind === 'deadline' && 'on' in spec.to ? spec.to.on : '';
      const kind = say(changeKindTexts[what], locale, { day: to === '' ? '' : dayOf(`${to}T12:00:00.000Z`) });
      return `  ${say(rehearsalTexts.change, locale, { day: dayOf(appliedAt), round: roundId, kind, ...totals })}`;
    }),
  ];
}
