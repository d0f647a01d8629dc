import type { AnyStateNode } from 'xstate';
import type { StateName } from '../contract/states.ts';
import { isTerminal, stateNames } from '../contract/states.ts';
import { nominationMachine } from './nomination.ts';
import { rules } from './rules.ts';
import type { RouteName } from './setup.ts';
import type { Rule, RuleName } from './vocabulary.ts';

/** States that share transitions: those that may be held, and all in which a nomination is not over. */
export type GroupName = 'inProgress' | 'open';

/**
 * One transition of the machine as it is written: the source may be a group, the target may be the state that was held, or
 * the group itself when each of its states stays.
 */
export type Edge = {
  from: StateName | GroupName;
  to: StateName | GroupName | 'held';
  type: RuleName;
  route: RouteName | null;
  rule: Rule;
  kind: Rule['kind'];
};

/** One transition out of one state, groups and held states written out. */
export type Step = { from: StateName; to: StateName; type: RuleName };

type MachineModel = {
  edges: readonly Edge[];
  /** States in each group. */
  groups: Readonly<Record<GroupName, readonly StateName[]>>;
  steps: readonly Step[];
};

export function isStateName(key: string): key is StateName {
  return (stateNames as readonly string[]).includes(key);
}

function placeOf(node: AnyStateNode): string {
  return node === nominationMachine.root ? 'open' : node.key;
}

function isGroupName(key: string): key is GroupName {
  return key === 'inProgress' || key === 'open';
}

function isRuleName(type: string): type is RuleName {
  return type in rules;
}

function* edgesFrom(node: AnyStateNode): Generator<Edge> {
  // `always` is not in `transitions`; a diagram that leaves it out would lie (xstate.md C2).
  for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
    const from = placeOf(node);
    const to = transition.target?.[0]?.key ?? from;
    if (
      !(isStateName(from) || isGroupName(from)) ||
      !(isStateName(to) || isGroupName(to) || to === 'held') ||
      !isRuleName(transition.eventType)
    ) {
      throw new RangeError(`Not in the vocabulary: ${from} --${transition.eventType}--> ${to}`);
    }
    const type = transition.eventType;
    yield {
      from,
      to,
      type,
      route: routeOf(transition.guard),
      rule: rules[type],
      kind: rules[type].kind,
    };
  }
  for (const child of Object.values(node.states)) yield* edgesFrom(child);
}

function routeOf(guard: unknown): RouteName | null {
  const params = typeof guard === 'object' && guard !== null && 'params' in guard ? guard.params : null;
  return typeof params === 'object' && params !== null && 'route' in params ? (params.route as RouteName | null) : null;
}

/** Gives the machine as data, read off the machine itself, for explanations, tables and diagrams. */
function walk(): MachineModel {
  const edges = [...edgesFrom(nominationMachine.root)];
  const groups = {
    inProgress: Object.keys(nominationMachine.root.states.inProgress?.states ?? {}).filter(isStateName),
    open: stateNames.filter((state) => !isTerminal(state)),
  };
  const sources = (from: Edge['from']): readonly StateName[] => (isStateName(from) ? [from] : groups[from]);
  const targets = ({ from, to }: Edge, source: StateName): readonly StateName[] => {
    if (to === from) return [source];
    if (to === 'held') return groups.inProgress;
    return isStateName(to) ? [to] : groups[to];
  };
  const steps = edges.flatMap((edge) =>
    sources(edge.from).flatMap((from) => targets(edge, from).map((to) => ({ from, to, type: edge.type }))),
  );
  return { edges, groups, steps };
}

export const model = walk();

const byType = new Map<RuleName, StateName[]>();
for (const { from, type } of model.steps) byType.set(type, [...new Set([...(byType.get(type) ?? []), from])]);

/** Gives the states in which an event is possible at all. */
export function possibleIn(type: RuleName): readonly StateName[] {
  return byType.get(type) ?? [];
}
