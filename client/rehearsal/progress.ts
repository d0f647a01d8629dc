import { dayOf } from '../../contract/texts/dates.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Standing } from './play/watch.ts';

/** Says what is going on, on the error stream: the report alone goes to the output. */
export type Progress = { say(line: string): void; show(now: string, standing: Standing): void; end(): void };

/** A log does not need a line every two seconds. */
const logEveryMs = 10_000;

/** Gives the progress of a terminal, where one line is written over; elsewhere a line now and then. */
export function progressOn(stream: NodeJS.WriteStream, locale: Locale): Progress {
  let open = false;
  let loggedMs = 0;
  const end = (): void => {
    if (open) stream.write('\n');
    open = false;
  };
  return {
    say(line) {
      end();
      stream.write(`${line}\n`);
    },
    show(now, standing) {
      const { toldOut: _, ...figures } = standing;
      const line = say(rehearsalTexts.progress, locale, {
        day: dayOf(now),
        ...figures,
      });
      if (stream.isTTY) {
        stream.write(`\r\x1b[2K${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
        open = true;
      } else if (Date.now() - loggedMs >= logEveryMs) {
        loggedMs = Date.now();
        stream.write(`${line}\n`);
      }
    },
    end,
  };
}
