import { describe, expect, it } from 'vitest';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { RoundEvent } from '../../../contract/roundEvents.ts';
import type { RoundStateName } from '../../../contract/roundStates.ts';
import { isRoundOver, roundStateNames } from '../../../contract/roundStates.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import {
  applyRound,
  beginRound,
  isRoundDone,
  roundBeginning,
  roundRefusals,
  roundStateOf,
} from '../../../machines/round/interpreter.ts';
import { roundModel } from '../../../machines/round/model.ts';
import { roundMachine } from '../../../machines/round/round.ts';
import { roundRules } from '../../../machines/round/rules.ts';
import type { RoundRuleName } from '../../../machines/round/vocabulary.ts';
import { by, counts, event, headOf, inputOf, plus } from './support/fixture.ts';

const types = Object.keys(roundRules) as RoundRuleName[];
const input = inputOf({ bodies: { ...inputOf().bodies, units: ['u-hospital', 'u-cdc'] } });
const dayMs = 86_400_000;

/** What matters of a snapshot for where it can go: the rest (dates, levels, numbers) repeats. */
function key(snapshot: RoundSnapshot): string {
  const { answers, registrations, suspension, stalledSince, deadlines } = snapshot.context;
  const said = Object.entries(answers).map(([unit, { takesPart }]) => `${unit}=${takesPart}`);
  const acted = registrations > 0 ? 'acted' : '';
  const clocks = deadlines.map(({ name }) => name).sort();
  return [roundStateOf(snapshot), said.sort(), acted, suspension?.from, stalledSince !== null, clocks].join('|');
}

/** Every act by its honest holder, in time, and everything the season brings about. */
function samples(snapshot: RoundSnapshot): RoundEvent[] {
  const { deadlines, begunAt } = snapshot.context;
  const closing = deadlines.find(({ name }) => name === 'closing');
  const at = closing?.dueAt ?? deadlines[0]?.dueAt ?? begunAt;
  const soonest = deadlines[0]?.wakeAt ?? at;
  return [
    ...types.filter((type) => type !== 'deadline.pass' && type !== 'plan.submit').map((type) => event(type, at)),
    event('plan.submit', begunAt),
    event('deadline.pass', plus(soonest, 1)),
    event('deadline.change', at, { of: deadlines[0]?.name, dueAt: plus(at, dayMs) }),
    event('unit.answer', at, { takesPart: false }),
    by(headOf('u-cdc'), 'unitHead', event('unit.answer', at, { unit: 'u-cdc', takesPart: false })),
    event('stage.complete', at, { counts: counts() }),
  ];
}

const options = {
  input: roundBeginning(input),
  events: samples,
  serializeState: key,
  filterEvents: (snapshot: RoundSnapshot, each: RoundEvent) => snapshot.can(each),
  limit: 100_000,
};
const shortest = getShortestPaths(roundMachine, options);
const tests = adjacencyMapToArray<RoundSnapshot, RoundEvent>(getAdjacencyMap(roundMachine, options));
const pathTo = new Map(shortest.map((path) => [key(path.state), path]));

const steps: { from: RoundStateName; type: string; to: RoundStateName }[] = [];
const reached = new Map<RoundStateName, RoundSnapshot>();

describe('every path', () => {
  it('replays, with each single step after it, through the interpreter', () => {
    expect(tests.length).toBeGreaterThan(200);
    for (const { state, event: last, nextState } of tests) {
      const head = pathTo.get(key(state));
      if (!head) throw new Error(`No path to ${key(state)}`);
      let { snapshot, to } = beginRound(input);
      reached.set(to, snapshot);
      // The first step of a path is XState's own initial event.
      for (const each of [...head.steps.slice(1).map((step) => step.event), last]) {
        const applied = applyRound(snapshot, each);
        if (!applied) throw new Error(`${each.type} in ${to}: ${JSON.stringify(roundRefusals(snapshot, each))}`);
        steps.push({ from: to, type: each.type, to: applied.to });
        expect(applied.workItems.length > 0, `${applied.to} has an owner`).toBe(!isRoundOver(applied.to));
        expect(isRoundDone(applied.snapshot)).toBe(isRoundOver(applied.to));
        ({ snapshot, to } = applied);
        reached.set(to, snapshot);
      }
      expect(key(snapshot)).toBe(key(nextState));
    }
  });

  it('can end from wherever it stands', () => {
    const ends = new Set(
      tests.filter(({ nextState }) => isRoundDone(nextState)).map(({ nextState }) => key(nextState)),
    );
    for (let grown = true; grown; ) {
      const more = tests.filter(({ state, nextState }) => ends.has(key(nextState)) && !ends.has(key(state)));
      grown = more.length > 0;
      for (const { state } of more) ends.add(key(state));
    }
    expect(shortest.map(({ state }) => key(state)).filter((each) => !ends.has(each))).toEqual([]);
  });
});

describe('together they cover', () => {
  it('every state', () => {
    expect([...reached.keys()].sort()).toEqual([...roundStateNames].sort());
  });

  it('every transition, and nothing but the transitions', () => {
    const name = (step: { from: string; type: string; to: string }) => `${step.from} --${step.type}--> ${step.to}`;
    expect([...new Set(steps.map(name))].sort()).toEqual([...new Set(roundModel.steps.map(name))].sort());
  });

  it.each(roundStateNames)('every event in %s: what the state does not know is refused as such', (state) => {
    const snapshot = reached.get(state);
    if (!snapshot) throw new Error(`Not reached: ${state}`);
    for (const type of types) {
      const known = roundModel.steps.some((step) => step.from === state && step.type === type);
      const codes = roundRefusals(snapshot, event(type, snapshot.context.begunAt)).map(({ code }) => code);
      const unknown = state === 'suspended' ? 'ROUND_SUSPENDED' : 'NOT_NOW';
      expect(codes.includes(unknown), type).toBe(!known);
      if (!known) expect(applyRound(snapshot, event(type, snapshot.context.begunAt)), type).toBeNull();
    }
  });
});
