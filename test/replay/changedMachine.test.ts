import { afterEach, describe, expect, test, vi } from 'vitest';
import { asThen, readGolden } from './golden.ts';
import type { Machines } from './recorded.ts';
import { ofNominations, ofRounds, replayed } from './recorded.ts';

const files = ['rules', 'deadlines', 'changes', 'round/rules', 'round/deadlines'] as const;
type Rules = Record<string, { requires: string[] }>;

describe('a changed machine is noticed', () => {
  afterEach(() => {
    for (const file of files) vi.doUnmock(`../../machines/${file}.ts`);
    vi.resetModules();
  });

  test('a guard that was taken away', async () => {
    const machines = await changed('rules', ({ rules }) => ({
      rules: without(rules as Rules, ['result.close', 'review.return']),
    }));
    expect(different(machines)).toContain('published');
  });

  test('a stage that is due later', async () => {
    const machines = await changed('deadlines', (module) => {
      const stageDue = module.stageDue as (...args: unknown[]) => string;
      const deadlineOnEntry = module.deadlineOnEntry as (...args: unknown[]) => { dueAt: string } | null;
      return {
        stageDue: (...args: unknown[]) => later(stageDue(...args)),
        deadlineOnEntry: (...args: unknown[]) => {
          const deadline = deadlineOnEntry(...args);
          return deadline && { ...deadline, dueAt: later(deadline.dueAt) };
        },
      };
    });
    expect(different(machines)).toEqual(
      expect.arrayContaining(['departmentReview', 'awarded', 'onHold', 'countedInWorkingDays']),
    );
  });

  test('an act that forgets what it should keep', async () => {
    const machines = await changed('changes', () => ({ resolutionKept: () => ({}) }));
    expect(different(machines)).toEqual(expect.arrayContaining(['authorityDecision', 'closed', 'refused']));
  });

  test('a guard of a round that was taken away', async () => {
    const machines = await changed('round/rules', ({ roundRules }) => ({
      roundRules: without(roundRules as Rules, ['deadline.change', 'unit.signCovenant']),
    }));
    expect(different(machines)).toEqual(expect.arrayContaining(['roundPlanning', 'roundAppraisal']));
  });

  test('a deadline of a round that is due later', async () => {
    const machines = await changed('round/deadlines', (module) => {
      const onEntry = module.deadlinesOnEntry as (...args: unknown[]) => { dueAt: string; wakeAt: string }[];
      return {
        deadlinesOnEntry: (...args: unknown[]) =>
          onEntry(...args).map((one) => ({ ...one, dueAt: later(one.dueAt), wakeAt: later(one.wakeAt) })),
      };
    });
    expect(different(machines)).toEqual(expect.arrayContaining(['roundOpen', 'roundCouncil', 'roundPublished']));
  });

  test('while the unchanged one, loaded the same way, is not', async () => {
    expect(different(await changed('rules', () => ({})))).toEqual([]);
  });
});

const later = (at: string) => new Date(Date.parse(at) + 1).toISOString();

/** Gives the rules with nothing required of these events. */
function without(rules: Rules, events: string[]): Rules {
  return { ...rules, ...Object.fromEntries(events.map((event) => [event, { ...rules[event], requires: [] }])) };
}

async function changed(
  file: (typeof files)[number],
  change: (module: Record<string, unknown>) => Record<string, unknown>,
): Promise<Machines> {
  vi.resetModules();
  vi.doMock(`../../machines/${file}.ts`, async (importOriginal) => {
    const module = await importOriginal<Record<string, unknown>>();
    return { ...module, ...change(module) };
  });
  return {
    nomination: await import('../../machines/interpreter.ts'),
    round: await import('../../machines/round/interpreter.ts'),
  };
}

/** Names of the histories that come to something else, or cannot be carried at all. */
function different(machines: Machines): string[] {
  return [...ofNominations, ...ofRounds].filter((name) => {
    const golden = readGolden(name);
    try {
      expect(asThen(replayed(name, machines), golden)).toEqual(golden);
      return false;
    } catch {
      return true;
    }
  });
}
