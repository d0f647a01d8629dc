import { rehearsalTexts } from '../../contract/texts/rehearsal.ts';
import { say } from '../../contract/texts/text.ts';
import type { Options } from './options.ts';
import { BadUsage, readOptions } from './options.ts';
import type { PlayedInstallation } from './play/installation.ts';
import { NotStarted } from './play/installation.ts';
import { progressOn } from './progress.ts';
import { rehearse, Stopped } from './rehearse.ts';
import { reportData, reportLines } from './report.ts';

const exitCodes = { held: 0, failed: 1, usage: 2, notStarted: 3, stopped: 130 } as const;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// A reader that has seen enough (`| head`), or a terminal that is gone, is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

async function run(options: Options): Promise<number> {
  const progress = progressOn(process.stderr, options.locale);
  const running: PlayedInstallation[] = [];
  try {
    const { findings, checks, pace, minutes, installation } = await rehearse(
      options,
      progress,
      stopping.signal,
      (each) => running.push(each),
    );
    progress.end();
    const lines = options.json
      ? [JSON.stringify(reportData(findings, checks, pace), null, 2)]
      : reportLines(findings, checks, pace, minutes, options.locale);
    for (const line of lines) console.log(line);
    if (options.keep) {
      progress.say(
        say(rehearsalTexts.keeping, options.locale, { page: installation.pageUrl, home: installation.home }),
      );
      await new Promise<void>((resolve) =>
        stopping.signal.aborted ? resolve() : stopping.signal.addEventListener('abort', () => resolve()),
      );
    }
    return checks.every(({ holds }) => holds) ? exitCodes.held : exitCodes.failed;
  } catch (error) {
    progress.end();
    if (error instanceof Stopped || stopping.signal.aborted) {
      progress.say(say(rehearsalTexts.stopped, options.locale));
      return exitCodes.stopped;
    }
    if (!(error instanceof NotStarted)) throw error;
    progress.say(error.message);
    return exitCodes.notStarted;
  } finally {
    await Promise.all(running.map((installation) => installation.stop()));
  }
}

try {
  process.exitCode = await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(
    `✗ ${error instanceof Error ? (error instanceof BadUsage ? error.message : error.stack) : String(error)}`,
  );
  process.exitCode = error instanceof BadUsage ? exitCodes.usage : exitCodes.failed;
}
// Connections of a client that was given up may still wait for an answer.
process.exit();
