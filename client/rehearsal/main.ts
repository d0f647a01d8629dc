import { writeFileSync } from 'node:fs';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import { say } from '../../contract/texts/text.ts';
import { outliveLostConnections } from '../../store/lostConnection.ts';
import type { Options } from './options.ts';
import { BadUsage, readOptions } from './options.ts';
import type { PlayedInstallation } from './play/installation.ts';
import { NotStarted } from './play/installation.ts';
import { prepare } from './prepare.ts';
import type { Progress } from './progress.ts';
import { progressOn } from './progress.ts';
import type { Rehearsed } from './rehearse.ts';
import { rehearse, Stopped } from './rehearse.ts';
import { reportData, reportLines } from './report.ts';
import { requestsOf } from './requests.ts';
import type { Played } from './summary.ts';
import { summaryLines } from './summary.ts';

const exitCodes = { held: 0, failed: 1, usage: 2, notStarted: 3, stopped: 130 } as const;

outliveLostConnections();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// A reader that has seen enough (`| head`), or a terminal that is gone, is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

async function run(options: Options): Promise<number> {
  const { locale, programmeIds } = options;
  const progress = progressOn(process.stderr, locale);
  const requests = requestsOf(options);
  // Whatever cannot be followed is said before the first installation starts.
  for (const request of requests) prepare(request);
  const played: Played[] = [];
  const reports: unknown[] = [];
  const sinceMs = Date.now();
  try {
    for (const [index, request] of requests.entries()) {
      const { programmeId } = request;
      if (requests.length > 1)
        progress.say(
          say(rehearsalTexts.playing, locale, { index: index + 1, of: requests.length, programme: programmeId }),
        );
      await playOne(options, request, progress, (rehearsed) => {
        const { findings, checks, pace, minutes } = rehearsed;
        played.push({ programmeId, findings, checks, pace });
        const figures = reportData(findings, checks, pace);
        writeFileSync(`${rehearsed.installation.home}.json`, `${JSON.stringify(figures, null, 2)}\n`);
        if (options.json) reports.push(figures);
        else for (const line of reportLines(findings, checks, pace, minutes, locale)) console.log(line);
      });
    }
  } catch (error) {
    progress.end();
    if (error instanceof Stopped || stopping.signal.aborted) {
      progress.say(say(rehearsalTexts.stopped, locale));
      return exitCodes.stopped;
    }
    if (!(error instanceof NotStarted)) throw error;
    progress.say(error.message);
    return exitCodes.notStarted;
  }
  if (options.json) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2));
  else if (programmeIds.length > 1)
    for (const line of summaryLines(played, (Date.now() - sinceMs) / 60_000, locale)) console.log(line);
  return played.every(({ checks }) => checks.every(({ holds }) => holds)) ? exitCodes.held : exitCodes.failed;
}

/** Plays one season; its installation is stopped before the next one starts. */
async function playOne(
  options: Options,
  request: ReturnType<typeof requestsOf>[number],
  progress: Progress,
  done: (rehearsed: Rehearsed) => void,
): Promise<void> {
  const running: PlayedInstallation[] = [];
  try {
    const rehearsed = await rehearse(request, progress, stopping.signal, (each) => running.push(each));
    progress.end();
    done(rehearsed);
    if (!options.keep) return;
    const { pageUrl: page, home } = rehearsed.installation;
    progress.say(say(rehearsalTexts.keeping, options.locale, { page, home }));
    await new Promise<void>((resolve) =>
      stopping.signal.aborted ? resolve() : stopping.signal.addEventListener('abort', () => resolve()),
    );
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
