import type { RoadName, StateName } from '../../contract/states.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import type { Edge } from '../model.ts';
import { model } from '../model.ts';
import type { RouteName } from '../setup.ts';
import type { RuleName } from '../vocabulary.ts';

/** What is drawn: the states, and the box around those that may be held. */
export type Place = StateName | 'inProgress';

/**
 * All transitions between two places, drawn as one arrow; those of deadlines and of changes apart, since their lines differ.
 * A change comes from every state in which a nomination is not over. `road`: the only road that takes it.
 */
export type Arrow = {
  id: string;
  from: Place;
  to: Place;
  kind: Edge['kind'];
  types: readonly RuleName[];
  road: RoadName | null;
};

/** What a diagram shows of one nomination. */
export type Position = { current: StateName; pathTaken: readonly StateName[]; road: RoadName };

const roadOf: Partial<Record<RouteName, RoadName>> = { standardRoad: 'standard', simplifiedRoad: 'simplified' };

/**
 * The machine as a picture: the held state becomes its group. Deadlines that keep the state (an official's lateness only
 * escalates) have no arrow, and neither have changes that do: loops everywhere, saying the same, would hide the road.
 */
function arrowsOf(): Arrow[] {
  const arrows = new Map<string, Arrow & { types: RuleName[] }>();
  // Last, so that it is the road that determines the layout.
  const edges = model.edges.toSorted((a, b) => Number(a.kind === 'change') - Number(b.kind === 'change'));
  for (const edge of edges) {
    const from = placeOf(edge.from);
    const to = placeOf(edge.to);
    if (edge.kind !== 'act' && from === to) continue;
    const id = `${from}-${to}${edge.kind === 'act' ? '' : `-${edge.kind}`}`;
    const arrow = arrows.get(id) ?? {
      id,
      from,
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

const placeOf = (name: Edge['from'] | Edge['to']): Place => (name === 'held' || name === 'open' ? 'inProgress' : name);

export const arrows: readonly Arrow[] = arrowsOf();

/** States outside every group, in the order of the road. */
export const outside: readonly StateName[] = stateNames.filter((state) => !model.groups.inProgress.includes(state));

const within = (place: Place, state: StateName): boolean =>
  place === state || (place === 'inProgress' && model.groups.inProgress.includes(state));

/** Gives whether the arrow can be taken from where the nomination stands: by an act on it or by time, not by what befalls its round. */
export function isNext(arrow: Arrow, { current, road }: Position): boolean {
  return (
    arrow.kind !== 'change' && !isTerminal(current) && within(arrow.from, current) && (arrow.road ?? road) === road
  );
}

/** Gives whether the nomination went along the arrow. */
export function isTaken(arrow: Arrow, { pathTaken }: Position): boolean {
  return pathTaken.some((state, index) => {
    const next = pathTaken[index + 1];
    if (next === undefined || arrow.from === arrow.to || !within(arrow.to, next)) return false;
    return arrow.kind === 'change' || within(arrow.from, state);
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
