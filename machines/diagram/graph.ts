import type { RoadName, StateName } from '../../contract/states.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import type { GroupName } from '../model.ts';
import { model } from '../model.ts';
import type { RouteName } from '../setup.ts';
import type { RuleName } from '../vocabulary.ts';

export type Place = StateName | GroupName;

/** All transitions between two places, drawn as one arrow; the deadline's apart, since it is drawn dashed. `road`: the only road that takes it. */
export type Arrow = {
  id: string;
  from: Place;
  to: Place;
  kind: 'act' | 'deadline';
  types: readonly RuleName[];
  road: RoadName | null;
};

/** What a diagram shows of one nomination. */
export type Position = { current: StateName; pathTaken: readonly StateName[]; road: RoadName };

const roadOf: Partial<Record<RouteName, RoadName>> = { standardRoad: 'standard', simplifiedRoad: 'simplified' };

/**
 * The machine as a picture: the held state becomes its group. Deadlines that keep the state (an official's lateness only
 * escalates) have no arrow: eight loops saying the same would hide the road.
 */
function arrowsOf(): Arrow[] {
  const arrows = new Map<string, Arrow & { types: RuleName[] }>();
  for (const edge of model.edges) {
    const to: Place = edge.to === 'held' ? 'inProgress' : edge.to;
    if (edge.kind === 'deadline' && edge.from === to) continue;
    const id = `${edge.from}-${to}${edge.kind === 'deadline' ? '-deadline' : ''}`;
    const arrow = arrows.get(id) ?? {
      id,
      from: edge.from,
      to,
      kind: edge.kind,
      types: [],
      road: (edge.route && roadOf[edge.route]) ?? null,
    };
    arrow.types.push(edge.type);
    arrows.set(id, arrow);
  }
  return [...arrows.values()];
}

export const arrows: readonly Arrow[] = arrowsOf();

/** States outside every group, in the order of the road. */
export const outside: readonly StateName[] = stateNames.filter((state) => !model.groups.inProgress.includes(state));

const within = (place: Place, state: StateName): boolean =>
  place === state || (place === 'inProgress' && model.groups.inProgress.includes(state));

/** Gives whether the arrow can be taken from where the nomination stands. */
export function isNext(arrow: Arrow, { current, road }: Position): boolean {
  return !isTerminal(current) && within(arrow.from, current) && (arrow.road ?? road) === road;
}

/** Gives whether the nomination went along the arrow. */
export function isTaken(arrow: Arrow, { pathTaken }: Position): boolean {
  return pathTaken.some((state, index) => {
    const next = pathTaken[index + 1];
    return next !== undefined && within(arrow.from, state) && within(arrow.to, next) && arrow.from !== arrow.to;
  });
}

/** Gives how a state is drawn: where the nomination is, where it has been, or where it may go next. */
export function classOf(state: StateName, position: Position | null): 'current' | 'taken' | 'next' | null {
  if (!position) return null;
  if (state === position.current) return 'current';
  // What may come next matters more to the reader than that it was there before.
  if (arrows.some((arrow) => isNext(arrow, position) && arrow.to === state)) return 'next';
  return position.pathTaken.includes(state) ? 'taken' : null;
}

/** Gives the states a nomination went through, from its recorded events in order; one that stayed counts once. */
export function pathTaken(entries: readonly { to: StateName }[]): StateName[] {
  return entries.map((entry) => entry.to).filter((state, index, all) => state !== all[index - 1]);
}
