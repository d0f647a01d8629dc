import type { Options } from './options.ts';
import type { PlanRequest } from './plan/plan.ts';
import { seasonOf } from './plan/season.ts';

/** One season to be played: what the plan is drawn from, and how fast it goes. */
export type RehearsalRequest = PlanRequest & Pick<Options, 'locale' | 'speed' | 'minutes'>;

/** Gives the seasons that the options ask for, in the programmes' order. */
export function requestsOf({
  programmeIds,
  seed,
  nominations,
  rows,
  locale,
  speed,
  minutes,
}: Options): RehearsalRequest[] {
  return programmeIds.map((programmeId) => ({
    programmeId,
    seed,
    nominations: nominations ?? seasonOf(programmeId).nominations,
    rows,
    locale,
    speed,
    minutes,
  }));
}
