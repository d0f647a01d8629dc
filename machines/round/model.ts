import type { AnyStateNode } from 'xstate';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { roundStateNames } from '../../contract/roundStates.ts';
import { roundMachine } from './round.ts';
import { roundRules } from './rules.ts';
import type { RoundRouteName } from './setup.ts';
import type { RoundRule, RoundRuleName } from './vocabulary.ts';

/** A box around states that share transitions. */
export type RoundGroupName = 'running';

/** One transition as it is written: the source may be the group, the target may be the state that was suspended. */
export type RoundEdge = {
  from: RoundStateName | RoundGroupName;
  to: RoundStateName | RoundGroupName | 'interrupted';
  type: RoundRuleName;
  route: RoundRouteName | null;
  rule: RoundRule;
  kind: 'act' | 'deadline' | 'season';
};

/** One transition out of one state, group and interrupted states written out. */
export type RoundStep = { from: RoundStateName; to: RoundStateName; type: RoundRuleName };

type RoundModel = {
  edges: readonly RoundEdge[];
  groups: Readonly<Record<RoundGroupName, readonly RoundStateName[]>>;
  steps: readonly RoundStep[];
};

function isStateName(key: string): key is RoundStateName {
  return (roundStateNames as readonly string[]).includes(key);
}

function isGroupName(key: string): key is RoundGroupName {
  return key === 'running';
}

function isRuleName(type: string): type is RoundRuleName {
  return type in roundRules;
}

function* edgesFrom(node: AnyStateNode): Generator<RoundEdge> {
  for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
    const from = node.key;
    const to = transition.target?.[0]?.key ?? from;
    const type = transition.eventType;
    if (
      !(isStateName(from) || isGroupName(from)) ||
      !(isStateName(to) || isGroupName(to) || to === 'interrupted') ||
      !isRuleName(type)
    ) {
      throw new RangeError(`Not in the vocabulary: ${from} --${type}--> ${to}`);
    }
    const rule = roundRules[type];
    const kind = type === 'deadline.pass' ? 'deadline' : rule.who.length > 0 ? 'act' : 'season';
    yield { from, to, type, route: routeOf(transition.guard), rule, kind };
  }
  for (const child of Object.values(node.states)) yield* edgesFrom(child);
}

function routeOf(guard: unknown): RoundRouteName | null {
  const params = typeof guard === 'object' && guard !== null && 'params' in guard ? guard.params : null;
  return typeof params === 'object' && params !== null && 'route' in params
    ? (params.route as RoundRouteName | null)
    : null;
}

/** Gives the machine as data, read off the machine itself, for explanations, tables and diagrams. */
function walk(): RoundModel {
  const edges = [...edgesFrom(roundMachine.root)];
  const running = Object.keys(roundMachine.root.states.running?.states ?? {}).filter(isStateName);
  const steps = edges.flatMap(({ from, to, type }) =>
    (isStateName(from) ? [from] : running).flatMap((source): RoundStep[] => {
      // The group's transition that goes nowhere stays in each of its states.
      if (isGroupName(to)) return [{ from: source, to: source, type }];
      return (to === 'interrupted' ? running : [to]).map((target) => ({ from: source, to: target, type }));
    }),
  );
  return { edges, groups: { running }, steps };
}

export const roundModel = walk();

const byType = new Map<RoundRuleName, RoundStateName[]>();
for (const { from, type } of roundModel.steps) byType.set(type, [...new Set([...(byType.get(type) ?? []), from])]);

/** Gives the states in which an event is possible at all. */
export function roundPossibleIn(type: RoundRuleName): readonly RoundStateName[] {
  return byType.get(type) ?? [];
}
