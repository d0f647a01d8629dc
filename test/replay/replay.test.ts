import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { isRoundOver, roundStateNames } from '../../contract/roundStates.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { silenceWorkers } from '../support/silenceWorkers.ts';
import { asThen, readGolden, readHistory } from './golden.ts';
import { ofNominations, ofRounds, recordedAs, replayed } from './recorded.ts';
import { roundName, roundScenarios } from './roundScenarios.ts';
import { scenarios } from './scenarios.ts';

const names = [...ofNominations, ...ofRounds].sort();

// A replay that fails on purpose says so at length.
beforeAll(silenceWorkers);

test('there is a history for every state: ended ones for those where it is over, open ones for the others', () => {
  expect(names).toEqual([...Object.keys(scenarios), ...Object.keys(roundScenarios)].sort());
  const nominations = stateNames.map((state) => ({ name: state, state, over: isTerminal(state) }));
  const rounds = roundStateNames.map((state) => ({ name: roundName(state), state, over: isRoundOver(state) }));
  for (const { name, state, over } of [...nominations, ...rounds]) {
    expect(names).toContain(name);
    expect(readGolden(name).state).toBe(state);
    const ended = readHistory(name).events?.some((event) => event.workflowExecutionCompletedEventAttributes);
    expect([name, ended]).toEqual([name, over]);
  }
});

test('the histories name no machine, process or path', () => {
  for (const name of names) {
    const text = JSON.stringify(
      readHistory(name).events?.map(({ workflowTaskCompletedEventAttributes: _, ...event }) => event),
    );
    expect(text).not.toMatch(/"identity":"(?!recorder")|\/(home|root|tmp|work)\/|\d+@/);
  }
});

describe('on the workflow of today', () => {
  test('every recorded history replays', async () => {
    const options = { workflowBundle: { codePath: await workflowBundle(cacheFolder(process.env)) } };
    const histories = names.map((name) => ({ workflowId: recordedAs(name), history: readHistory(name) }));
    const failures: string[] = [];
    let replayed = 0;
    for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
      replayed++;
      if (error) failures.push(`${workflowId}: ${error.message}`);
    }
    expect(failures).toEqual([]);
    expect(replayed).toBe(names.length);
  });

  test.each(names)(
    'the machine brings %s to its golden snapshot; fields may have been added, nothing has changed',
    (name) => {
      const golden = readGolden(name);
      expect(asThen(replayed(name), golden)).toEqual(golden);
    },
  );
});

test.each([
  ...['pausesFirst', 'asksMore', 'forgetsToRecord'].map((broken) => [broken, ['departmentReview', 'closed']] as const),
  ...['roundPausesFirst', 'roundAsksMore', 'roundForgetsToRecord'].map(
    (broken) => [broken, ['roundOpen', 'roundClosed']] as const,
  ),
])('a workflow that %s does not replay', async (broken, recorded) => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`broken/${broken}.ts`, import.meta.url)),
    logger: new DefaultLogger('ERROR', () => {}),
  });
  for (const name of recorded) {
    const replay = Worker.runReplayHistory({ workflowBundle: { code } }, readHistory(name), recordedAs(name));
    await expect(replay, name).rejects.toThrow(/TMPRL1100|[Nn]ondeterminism/);
  }
});
