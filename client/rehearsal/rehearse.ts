import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs } from '../../contract/calendarDay.ts';
import { connect } from '../../store/connect.ts';
import { openVinhDanh } from '../core/open.ts';
import type { Check, Findings, Look } from './checks/check.ts';
import { judge } from './checks/judge.ts';
import { downtimeOf } from './downtime.ts';
import { findingsOf } from './findings.ts';
import { lookOver } from './lookOver.ts';
import type { Plan } from './plan/planned.ts';
import type { PlayedInstallation } from './play/installation.ts';
import { play } from './play/player.ts';
import { isQuiet, watch } from './play/watch.ts';
import { prepare } from './prepare.ts';
import type { Progress } from './progress.ts';
import type { Pace } from './report.ts';
import { paceOf } from './report.ts';
import type { RehearsalRequest } from './requests.ts';
import { standUp, tellOn } from './standUp.ts';

/** What a rehearsal came to. */
export type Rehearsed = {
  findings: Findings;
  checks: Check[];
  pace: Pace;
  minutes: number;
  installation: PlayedInstallation;
};

/** What is still under way at the season's end, on a machine that fell behind, may end too. Programme time. */
const graceMs = 45 * dayMs;
const lookEveryMs = 2_000;
const quietWithinMs = 120_000;
/** The part of the season after which the whole installation is checked for the first time: then most is open. */
const midSeason = 0.6;

/** Thrown when the person asked to stop. */
export class Stopped extends Error {}

/**
 * Plays a season on an installation of its own and judges it. The installation is left running; the caller stops it, and
 * is given it at once for the case that the rest fails. Throws BadUsage, NotStarted, Stopped.
 */
export async function rehearse(
  request: RehearsalRequest,
  progress: Progress,
  signal: AbortSignal,
  started: (installation: PlayedInstallation) => void,
): Promise<Rehearsed> {
  const prepared = prepare(request);
  const { plan } = prepared;
  const tell = tellOn(progress, request);
  const { installation, clock, minutes } = await standUp(request, prepared, tell, signal);
  started(installation);

  const store = connect(installation.reach.databaseUrl, { max: 3, name: 'vinhdanh rehearsal' });
  const client = await openVinhDanh({ ...installation.reach, connections: 8 });
  // Nobody is kept waiting for code that is loaded at first use.
  await client.ready();
  const sinceMs = Math.max(Date.now(), Date.parse(clock.start));
  const downtime = downtimeOf(installation, tell);
  const { restartAt } = plan;
  const performance = play(plan, client, clock, restartAt ? [{ at: restartAt, task: downtime.restart }] : []);
  const looks: Look[] = [];
  const look = (now: string) =>
    downtime.whenUp(async () => {
      const standing = await watch(store, performance, now);
      if (looks.length === 0 && partOf(plan, now) > midSeason && !standing.toldOut) {
        looks.push(await lookOver(store, clock));
      }
      return standing;
    });
  try {
    const endedAt = await seeThrough(plan, () => client.now(), look, progress, signal);
    const seconds = (Date.now() - sinceMs) / 1000;
    await performance.stop();
    tell('settling');
    for (const giveUpAt = Date.now() + quietWithinMs; Date.now() < giveUpAt && !(await isQuiet(store)); )
      await pause(signal);
    const findings = await findingsOf({
      ...prepared,
      store,
      clock,
      client,
      installation,
      performance,
      endedAt,
      looks,
      restarts: downtime.count(),
      samePlan: () => prepare(request).plan.hash,
    });
    return { findings, checks: judge(findings), pace: paceOf(findings, seconds, clock.speed), minutes, installation };
  } finally {
    await performance.stop();
    await Promise.all([client.close(), store.close()]);
  }
}

/** Gives how much of the season is over, 0 to 1. */
function partOf({ from, to }: Plan, now: string): number {
  return (Date.parse(now) - Date.parse(from)) / (Date.parse(to) - Date.parse(from));
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
