import { describe, expect, it } from 'vitest';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { NominationEvent } from '../../contract/events.ts';
import { actTypes, changeTypes } from '../../contract/events.ts';
import type { RoadName, StateName } from '../../contract/states.ts';
import { isTerminal, roadNames, stateNames } from '../../contract/states.ts';
import type { NominationSnapshot } from '../../machines/interpreter.ts';
import { apply, begin, openingContext, refusals, stateOf } from '../../machines/interpreter.ts';
import { model, possibleIn } from '../../machines/model.ts';
import { nominationMachine } from '../../machines/nomination.ts';
import { changeDue, ofRound } from './support/changes.ts';
import { act, day, honest, inputOf, later, pass } from './support/fixture.ts';
import * as people from './support/people.ts';

/** What matters of a snapshot for where it can go: the rest (dates, levels) repeats. */
function key(snapshot: NominationSnapshot): string {
  const { road, tier, returns, appraisals, hold, suspension } = snapshot.context;
  return [
    stateOf(snapshot),
    road,
    tier,
    returns,
    appraisals.filter((asked) => !asked.given).length,
    hold?.deadlineName,
    suspension && 'suspended',
  ].join('|');
}

/** Every act by its honest holder, decisions by each tier's, in time; every change of its round; and every deadline passing. */
function samples(snapshot: NominationSnapshot): NominationEvent[] {
  const due = snapshot.context.deadline?.wakeAt ?? day(2000);
  const at = ['draft', 'withdrawn'].includes(stateOf(snapshot)) ? day(1) : due;
  const acts = actTypes.map((type) => honest(type, type === 'nomination.withdraw' ? day(1) : at));
  const higher = [people.chair, people.minister].flatMap((actor) =>
    (['authority.award', 'authority.refuse', 'authority.sendBack', 'authority.submitUp'] as const).map((type) =>
      act(type, at, actor, 'approvingAuthority'),
    ),
  );
  const more = [
    honest('appraisal.request', at, { divisions: ['d-prevention'] }),
    honest('appraisal.give', at, { division: 'd-prevention' }),
  ];
  const changes: NominationEvent[] = [
    ...(['round.suspend', 'round.resume', 'round.cancel'] as const).map((type) => ofRound(type, at)),
    changeDue(at, { plan: { hold: { withinDays: 61 } }, reasonGiven: true }),
    ...(snapshot.context.deadline
      ? [changeDue(at, { of: snapshot.context.deadline.name, dueAt: later(due, 86_400_000) })]
      : []),
  ];
  return [...acts, ...higher, ...more, ...changes, pass(later(due))];
}

/** Three tiers, so that submitting up from a higher tier is covered too. */
const startOf = (road: RoadName) =>
  inputOf({ road, maxReturns: 1, bodies: { ...inputOf().bodies, authorities: ['a-soYTe', 'a-ubndTinh', 'a-boYTe'] } });

function explore(road: RoadName) {
  const options = {
    input: openingContext(startOf(road)),
    events: samples,
    serializeState: key,
    filterEvents: (snapshot: NominationSnapshot, event: NominationEvent) => snapshot.can(event),
    limit: 100_000,
  };
  return {
    shortest: getShortestPaths(nominationMachine, options),
    tests: adjacencyMapToArray<NominationSnapshot, NominationEvent>(getAdjacencyMap(nominationMachine, options)),
  };
}

const steps: { from: StateName; type: string; to: StateName }[] = [];
const reached = new Set<StateName>();

describe.each(roadNames)('paths on the %s road', (road) => {
  const { shortest, tests } = explore(road);
  const pathTo = new Map(shortest.map((path) => [key(path.state), path]));

  it('replays each path and each single step after it through the interpreter', () => {
    expect(tests.length).toBeGreaterThan(50);
    for (const { state, event, nextState } of tests) {
      const head = pathTo.get(key(state));
      if (!head) throw new Error(`No path to ${key(state)}`);
      // The first step of a path is XState's own initial event.
      const events = [...head.steps.slice(1).map((step) => step.event), event];
      let { snapshot, to } = begin(startOf(road));
      reached.add(to);
      for (const each of events) {
        const applied = apply(snapshot, each);
        if (!applied) throw new Error(`${each.type} in ${to}: ${JSON.stringify(refusals(snapshot, each))}`);
        steps.push({ from: to, type: each.type, to: applied.to });
        expect(applied.workItems.length > 0, `${applied.to} has an owner`).toBe(!isTerminal(applied.to));
        ({ snapshot, to } = applied);
        reached.add(to);
      }
      expect(key(snapshot)).toBe(key(nextState));
    }
  });

  it('can end from wherever it stands', () => {
    // Backwards from the terminal states over the adjacency: nothing may be left out.
    const ends = new Set(
      tests.filter(({ nextState }) => isTerminal(stateOf(nextState))).map(({ nextState }) => key(nextState)),
    );
    for (let grown = true; grown; ) {
      grown = false;
      for (const { state, nextState } of tests) {
        if (ends.has(key(nextState)) && !ends.has(key(state))) {
          ends.add(key(state));
          grown = true;
        }
      }
    }
    expect(shortest.map(({ state }) => key(state)).filter((each) => !ends.has(each))).toEqual([]);
  });
});

describe('together they cover', () => {
  it('every state', () => {
    expect([...reached].sort()).toEqual([...stateNames].sort());
  });

  it('every transition', () => {
    const name = (step: { from: string; type: string; to: string }) => `${step.from} --${step.type}--> ${step.to}`;
    expect([...new Set(steps.map(name))].sort()).toEqual([...new Set(model.steps.map(name))].sort());
  });

  it('every act, and every change in every state that is not over', () => {
    expect(actTypes.filter((type) => !model.edges.some((edge) => edge.type === type))).toEqual([]);
    const open = stateNames.filter((state) => !isTerminal(state));
    for (const type of changeTypes) {
      expect(possibleIn(type), type).toEqual(open);
      expect([...new Set(steps.filter((step) => step.type === type).map((step) => step.from))].sort()).toEqual(
        open.toSorted(),
      );
    }
  });
});
