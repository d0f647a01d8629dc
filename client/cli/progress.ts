import { cliTexts } from '../../contract/texts/cli.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { World } from './world.ts';

// Nobody minds two seconds; after that silence looks like a fault.
const silentMs = 2_000;
const againMs = 5_000;

/** Runs the work; when it takes longer than two seconds, says so on stderr, again every five. */
export async function withProgress<T>(world: World, locale: Locale, work: () => Promise<T>): Promise<T> {
  const sinceMs = Date.now();
  const tell = () => world.err(say(cliTexts.waiting, locale, { seconds: Math.round((Date.now() - sinceMs) / 1000) }));
  let interval: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    interval = setInterval(tell, againMs);
  }, silentMs);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(interval);
  }
}
