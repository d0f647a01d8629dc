import type { AnyStateNode } from 'xstate';
import type { StateName } from '../contract/states.ts';
import { stateNames } from '../contract/states.ts';
import { nominationMachine } from './nomination.ts';
import { rules } from './rules.ts';
import type { RouteName } from './setup.ts';
import type { Rule, RuleName } from './vocabulary.ts';

/** A box around states that share transitions. */
export type GroupName = 'inProgress';

/** One transition of the machine as it is written: the source may be a group, the target may be the state that was held. */
export type Edge = {
  from: StateName | GroupName;
  to: StateName | 'held';
  type: RuleName;
  route: RouteName | null;
  rule: Rule;
  kind: 'act' | 'deadline';
};

/** One transition out of one state, groups and held states written out. */
export type Step = { from: StateName; to: StateName; type: RuleName };

type MachineModel = {
  edges: readonly Edge[];
  /** States in each group. */
  groups: Readonly<Record<GroupName, readonly StateName[]>>;
  steps: readonly Step[];
};

function isStateName(key: string): key is StateName {
  return (stateNames as readonly string[]).includes(key);
}

function isGroupName(key: string): key is GroupName {
  return key === 'inProgress';
}

function isRuleName(type: string): type is RuleName {
  return type in rules;
}

function* edgesFrom(node: AnyStateNode): Generator<Edge> {
  // `always` is not in `transitions`; a diagram that leaves it out would lie (xstate.md C2).
  for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
    const from = node.key;
    const to = transition.target?.[0]?.key ?? from;
    if (
      !(isStateName(from) || isGroupName(from)) ||
      !(isStateName(to) || to === 'held') ||
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
      kind: type === 'deadline.pass' ? 'deadline' : 'act',
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
  };
  const spread = (name: Edge['from'] | Edge['to']): readonly StateName[] =>
    isStateName(name) ? [name] : groups.inProgress;
  const steps = edges.flatMap(({ from, to, type }) =>
    spread(from).flatMap((source) => spread(to).map((target) => ({ from: source, to: target, type }))),
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
