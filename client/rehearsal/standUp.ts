import { join } from 'node:path';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { dayOf } from '../../contract/texts/dates.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { Values } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { homeFolder } from '../cli/home.ts';
import { seasonOf } from './plan/season.ts';
import type { PlayedInstallation } from './play/installation.ts';
import { startInstallation } from './play/installation.ts';
import type { Prepared } from './prepare.ts';
import { pressure } from './pressure.ts';
import type { Progress } from './progress.ts';
import type { RehearsalRequest } from './requests.ts';

/** Says one line of the catalogue. */
export type Tell = (name: keyof typeof rehearsalTexts, values?: Values) => void;

/** The stage of a rehearsal: a fresh installation on a clock that reaches the season's first day when everything is up. */
export type Stage = { installation: PlayedInstallation; clock: ProgrammeClock; minutes: number };

/** The installation's start, on an idle machine, is no part of the season. */
const usualLeadMs = 15_000;

/** Gives the teller of a rehearsal. */
export function tellOn(progress: Progress, { locale }: Pick<RehearsalRequest, 'locale'>): Tell {
  return (name, values = {}) => progress.say(say(rehearsalTexts[name], locale, values));
}

/** Says what is going to be played and starts the installation for it. Throws NotStarted. */
export async function standUp(
  request: RehearsalRequest,
  { plan, programme, file }: Prepared,
  tell: Tell,
  signal: AbortSignal,
): Promise<Stage> {
  const seasonMs = Date.parse(plan.to) - Date.parse(plan.from);
  const busy = pressure();
  const usualMinutes = seasonOf(plan.programmeId).minutes;
  const speed = request.speed ?? seasonMs / ((request.minutes ?? usualMinutes * busy) * 60_000);
  const minutes = seasonMs / speed / 60_000;
  const home = join(homeFolder(undefined, process.env), 'rehearsals', plan.programmeId);
  const ofRounds = plan.rounds.flatMap(({ lanes }) => lanes.flatMap(({ beats }) => beats)).length;
  tell('plan', {
    programme: plan.programmeId,
    rounds: plan.rounds.length,
    nominations: plan.nominations.length,
    acts: plan.nominations.reduce((sum, { beats }) => sum + beats.length + 1, ofRounds),
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
  const start = new Date(Date.now() + usualLeadMs * busy).toISOString();
  const clock: ProgrammeClock = { origin: plan.from, start, speed };
  const played = { clock, programme: { file, id: programme.id }, rows: request.rows };
  const installation = await startInstallation(home, played, signal);
  tell('ready', { seconds: (installation.readyAfterMs / 1000).toFixed(1), page: installation.pageUrl });
  return { installation, clock, minutes };
}
