import type { UntouchedSubject } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { namesFor } from './names.ts';
import { indent } from './table.ts';

/** As many are named of those that stay for one reason. */
const named = 5;

/** Gives what stays as it is and why, one line a reason. */
export function untouchedLines(untouched: UntouchedSubject[], names: Names, call: Call): string[] {
  if (untouched.length === 0) return [];
  const reasons = Map.groupBy(untouched, ({ because }) =>
    because.map((refusal) => sayRefusal(refusal, call.locale, namesFor(refusal, names)).message).join(' '),
  );
  const lines = [...reasons].map(([because, left]) =>
    call.say(changePrintTexts.untouchedLine, { subject: subjectsText(left, call), because }),
  );
  return ['', call.say(changePrintTexts.untouched, { count: untouched.length }), ...lines.map((line) => indent(line))];
}

function subjectsText(left: UntouchedSubject[], call: Call): string {
  const ids = left.slice(0, named).map(({ id }) => id);
  if (left.length === 1) return ids.join();
  const list = [...ids, ...(left.length > named ? ['…'] : [])].join(', ');
  return call.say(changePrintTexts.untouchedMany, { count: left.length, ids: list });
}
