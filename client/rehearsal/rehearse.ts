import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs } from '../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { dayOf } from '../../contract/texts/dates.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal.ts';
import { say } from '../../contract/texts/text.ts';
import { connect } from '../../store/connect.ts';
import { homeFolder } from '../cli/home.ts';
import { openVinhDanh } from '../core/open.ts';
import type { Check, Findings } from './checks/check.ts';
import { judge } from './checks/judge.ts';
import { findingsOf } from './findings.ts';
import type { Options } from './options.ts';
import type { Plan } from './plan/planned.ts';
import type { PlayedInstallation } from './play/installation.ts';
import { startInstallation } from './play/installation.ts';
import { play } from './play/player.ts';
import { isQuiet, watch } from './play/watch.ts';
import { prepare } from './prepare.ts';
import { pressure } from './pressure.ts';
import type { Progress } from './progress.ts';
import type { Pace } from './report.ts';
import { paceOf } from './report.ts';

/** What a rehearsal came to. */
export type Rehearsed = {
  findings: Findings;
  checks: Check[];
  pace: Pace;
  minutes: number;
  installation: PlayedInstallation;
};

/** The installation's start, on an idle machine, is no part of the season: the clock reaches its first day when everything is up. */
const usualLeadMs = 15_000;
/** Of a whole season, on an idle machine with two processors. */
const usualMinutes = 5;
/** What is still under way at the season's end, on a machine that fell behind, may end too. Programme time. */
const graceMs = 45 * dayMs;
const lookEveryMs = 2_000;
const quietWithinMs = 120_000;

/** Thrown when the person asked to stop. */
export class Stopped extends Error {}

/**
 * Plays a season on an installation of its own and judges it. The installation is left running; the caller stops it, and
 * is given it at once for the case that the rest fails. Throws BadUsage, NotStarted, Stopped.
 */
export async function rehearse(
  options: Options,
  progress: Progress,
  signal: AbortSignal,
  started: (installation: PlayedInstallation) => void,
): Promise<Rehearsed> {
  const { locale } = options;
  const { plan, rows } = prepare(options);
  const seasonMs = Date.parse(plan.to) - Date.parse(plan.from);
  const busy = pressure();
  const speed = options.speed ?? seasonMs / ((options.minutes ?? usualMinutes * busy) * 60_000);
  const home = join(homeFolder(undefined, process.env), 'rehearsals', plan.programmeId);
  const tell = (name: keyof typeof rehearsalTexts, values: Record<string, string | number> = {}): void =>
    progress.say(say(rehearsalTexts[name], locale, values));
  const minutes = seasonMs / speed / 60_000;
  const acts = plan.nominations.reduce((sum, { beats }) => sum + beats.length + 1, 0);
  tell('plan', {
    programme: plan.programmeId,
    nominations: plan.nominations.length,
    acts,
    seed: plan.seed,
    hash: plan.hash,
  });
  tell('span', {
    from: dayOf(plan.from),
    to: dayOf(plan.to),
    minutes: minutes.toFixed(1),
    speed: Math.round(speed),
    home,
  });
  tell('starting');
  const clock: ProgrammeClock = {
    origin: plan.from,
    start: new Date(Date.now() + usualLeadMs * busy).toISOString(),
    speed,
  };
  const installation = await startInstallation(home, clock, signal);
  started(installation);
  tell('ready', { seconds: (installation.readyAfterMs / 1000).toFixed(1), page: installation.pageUrl });

  const store = connect(installation.reach.databaseUrl, { max: 3, name: 'vinhdanh rehearsal' });
  const client = await openVinhDanh({ ...installation.reach, connections: 8 });
  const sinceMs = Math.max(Date.now(), Date.parse(clock.start));
  const performance = play(plan, client, clock);
  try {
    const endedAt = await seeThrough(
      plan,
      () => client.now(),
      (now) => watch(store, performance, now),
      progress,
      signal,
    );
    const seconds = (Date.now() - sinceMs) / 1000;
    await performance.stop();
    tell('settling');
    for (const giveUpAt = Date.now() + quietWithinMs; Date.now() < giveUpAt && !(await isQuiet(store)); )
      await pause(signal);
    const findings = await findingsOf({
      store,
      client,
      installation,
      plan,
      rows,
      performance,
      endedAt,
      samePlan: () => prepare(options).plan.hash,
    });
    return { findings, checks: judge(findings), pace: paceOf(findings, seconds, speed), minutes, installation };
  } finally {
    await performance.stop();
    await Promise.all([client.close(), store.close()]);
  }
}

/** Waits until every story is over, or the season is. Gives the programme instant. */
async function seeThrough(
  plan: Plan,
  now: () => string,
  look: (now: string) => ReturnType<typeof watch>,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    const at = now();
    const standing = await look(at);
    progress.show(at, standing);
    if (standing.toldOut || Date.parse(at) > Date.parse(plan.to) + graceMs) return at;
    await pause(signal);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
  if (signal.aborted) throw new Stopped();
}
