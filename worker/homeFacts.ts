import { programmeTitles } from '../client/core/programmeViews.ts';
import type { ProgrammeClock } from '../contract/clock.ts';
import { toProgramme } from '../contract/clock.ts';
import type { StateName } from '../contract/states.ts';
import type { Store } from '../store/connect.ts';
import { programmeList } from '../store/programmes.ts';
import { backlog, countsPerMovement, openWithoutOwner } from '../store/queries/overview.ts';
import type { HomeFacts } from './homePage.ts';

/** Gives what the home page shows. */
export async function homeFacts(
  store: Store,
  clock: ProgrammeClock,
  of: { home: string; uiUrl: string | null },
): Promise<HomeFacts> {
  const [versions, waiting, ownerless] = await Promise.all([
    programmeList(store),
    backlog(store),
    openWithoutOwner(store),
  ]);
  const titles = programmeTitles(store);
  const programmes = await Promise.all(
    versions.map(async ({ id, ref }) => ({
      id,
      title: (await titles(ref)).title,
      counts: await countsPerState(store, id),
    })),
  );
  return {
    home: of.home,
    now: toProgramme(clock, Date.now()),
    engineUiUrl: of.uiUrl,
    programmes,
    backlog: waiting,
    ownerless: ownerless.length,
  };
}

async function countsPerState(store: Store, programmeId: string): Promise<{ state: StateName; count: number }[]> {
  const perState = new Map<StateName, number>();
  for (const { state, count } of await countsPerMovement(store, programmeId))
    perState.set(state, (perState.get(state) ?? 0) + count);
  return [...perState].map(([state, count]) => ({ state, count }));
}
