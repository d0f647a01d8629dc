import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nominationWorkflowId } from '../../contract/names.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import * as interpreter from '../../machines/interpreter.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { silenceWorkers } from '../support/product.ts';
import type { Interpreter } from './golden.ts';
import { readGolden, readHistory, replayPure } from './golden.ts';
import { scenarios } from './scenarios.ts';

const names = readdirSync(new URL('histories/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));

// A replay that fails on purpose says so at length.
beforeAll(silenceWorkers);

test('there is a history for every state: ended ones for those where it is over, open ones for the others', () => {
  expect(names.toSorted()).toEqual(Object.keys(scenarios).toSorted());
  for (const state of stateNames) {
    expect(names).toContain(state);
    expect(readGolden(state).state).toBe(state);
    const ended = readHistory(state).events?.some((event) => event.workflowExecutionCompletedEventAttributes);
    expect([state, ended]).toEqual([state, isTerminal(state)]);
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
    const histories = names.map((name) => ({ workflowId: workflowIdOf(name), history: readHistory(name) }));
    const failures: string[] = [];
    let replayed = 0;
    for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
      replayed++;
      if (error) failures.push(`${workflowId}: ${error.message}`);
    }
    expect(failures).toEqual([]);
    expect(replayed).toBe(names.length);
  });

  test.each(names)('the machine brings %s to its golden snapshot', (name) => {
    const golden = readGolden(name);
    expect(replayPure(interpreter, readHistory(name), golden.events)).toEqual(golden);
  });
});

test.each(['pausesFirst', 'asksMore', 'forgetsToRecord'])('a workflow that %s does not replay', async (broken) => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`broken/${broken}.ts`, import.meta.url)),
    logger: new DefaultLogger('ERROR', () => {}),
  });
  for (const name of ['departmentReview', 'closed']) {
    const replay = Worker.runReplayHistory({ workflowBundle: { code } }, readHistory(name), workflowIdOf(name));
    await expect(replay, name).rejects.toThrow(/TMPRL1100|[Nn]ondeterminism/);
  }
});

describe('a changed machine is noticed', () => {
  afterEach(() => {
    vi.doUnmock('../../machines/rules.ts');
    vi.doUnmock('../../machines/deadlines.ts');
    vi.doUnmock('../../machines/changes.ts');
    vi.resetModules();
  });

  test('a guard that was taken away', async () => {
    const machine = await changed('rules', (module) => {
      const rules = module.rules as Record<string, { requires: string[] }>;
      return {
        rules: {
          ...rules,
          'review.return': { ...rules['review.return'], requires: ['itemsListed', 'dueAhead'] },
          'result.close': { ...rules['result.close'], requires: [] },
        },
      };
    });
    expect(different(machine)).toContain('published');
  });

  test('a stage that is due later', async () => {
    const machine = await changed('deadlines', (module) => {
      const stageDue = module.stageDue as (...args: unknown[]) => string;
      const deadlineOnEntry = module.deadlineOnEntry as (...args: unknown[]) => { dueAt: string } | null;
      const later = (at: string) => new Date(Date.parse(at) + 1).toISOString();
      return {
        stageDue: (...args: unknown[]) => later(stageDue(...args)),
        deadlineOnEntry: (...args: unknown[]) => {
          const deadline = deadlineOnEntry(...args);
          return deadline && { ...deadline, dueAt: later(deadline.dueAt) };
        },
      };
    });
    expect(different(machine)).toEqual(expect.arrayContaining(['departmentReview', 'awarded', 'onHold']));
  });

  test('an act that forgets what it should keep', async () => {
    const machine = await changed('changes', () => ({ resolutionKept: () => ({}) }));
    expect(different(machine)).toEqual(expect.arrayContaining(['authorityDecision', 'closed', 'refused']));
  });

  test('while the unchanged one, loaded the same way, is not', async () => {
    expect(different(await changed('rules', () => ({})))).toEqual([]);
  });

  async function changed(
    file: 'rules' | 'deadlines' | 'changes',
    change: (module: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<Interpreter> {
    vi.resetModules();
    vi.doMock(`../../machines/${file}.ts`, async (importOriginal) => {
      const module = await importOriginal<Record<string, unknown>>();
      return { ...module, ...change(module) };
    });
    return import('../../machines/interpreter.ts');
  }

  /** Names of the histories that come to something else, or cannot be carried at all. */
  function different(machine: Interpreter): string[] {
    return names.filter((name) => {
      const golden = readGolden(name);
      try {
        expect(replayPure(machine, readHistory(name), golden.events)).toEqual(golden);
        return false;
      } catch {
        return true;
      }
    });
  }
});

function workflowIdOf(name: string): string {
  return nominationWorkflowId(readGolden(name).snapshot.context.nominationId);
}
