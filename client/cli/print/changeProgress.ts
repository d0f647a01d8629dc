import { changeSpecSchema } from '../../../contract/changeSpec.ts';
import type { ChangeProgress } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { Answer, Call } from '../session.ts';
import { specText } from './changeWords.ts';
import { table } from './table.ts';

/** Gives an applied change and how far it has got. */
export function changeProgressAnswer(progress: ChangeProgress, call: Call, { applied = false } = {}): Answer {
  const { changeId: id, appliedAt, by, reason, total, waiting, refused } = progress;
  const values = { at: dateTime(appliedAt), by, reason, what: whatText(progress, call) };
  const lines = [
    ...(applied ? [call.say(changePrintTexts.applied, { id })] : [id]),
    call.say(changePrintTexts.progress, values),
    call.say(changePrintTexts.counts, { applied: progress.applied, total, waiting, refused }),
    ...(refused > 0 ? [call.say(changePrintTexts.refusedNote)] : []),
  ];
  return { text: lines.join('\n'), json: progress };
}

/** Gives the applied changes as a table. */
export function changeListText(changes: ChangeProgress[], call: Call): string {
  if (changes.length === 0) return call.say(changePrintTexts.noChanges);
  const { colChange, colAt, colBy, colWhat, colApplied } = changePrintTexts;
  const header = [colChange, colAt, colBy, colWhat, colApplied].map((text) => call.say(text));
  const rows = changes.map((change) => [
    change.changeId,
    dateTime(change.appliedAt),
    change.by,
    whatText(change, call),
    `${change.applied}/${change.total}`,
  ]);
  return table(header, rows, call.world.columns);
}

/** A change kept by another version may no longer be understood; its id is still there. */
function whatText({ spec }: ChangeProgress, call: Call): string {
  const known = changeSpecSchema.safeParse(spec);
  return known.success ? specText(known.data, call) : call.say(changePrintTexts.none);
}
