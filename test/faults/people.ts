import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../client/core/errors.ts';
import type { ActResult, VinhDanh } from '../../client/core/types.ts';
import type { StateName } from '../../contract/states.ts';
import type { Ledger } from './ledger.ts';
import type { Chance } from './random.ts';
import { nextStep, openingForm } from './scripts.ts';
import type { Course, Step } from './steps.ts';

/** How people reach the product while it is being killed: always by the connections of the present run. */
export type Desk = {
  client(): VinhDanh;
  /** Keeps an act and dies before it is delivered. Gives the receipt. */
  keepOnly(key: string, nominationId: string, step: Step): Promise<ActResult>;
  /** True once no new acts shall be begun. */
  closing(): boolean;
  /** True once nobody shall wait for an answer any longer. */
  closed(): boolean;
};

const retryMs = 150;

/** One person after another carries a nomination through its life, until the desk closes. `name` is part of every key. */
export async function carryNominations(desk: Desk, ledger: Ledger, chance: Chance, name: string): Promise<void> {
  for (let number = 1; !desk.closing(); number++) {
    const nominee = `${name}.${number}`;
    const { course, by, form } = openingForm(chance, nominee);
    const key = `open-${nominee}`;
    const opened = await insist(desk, ledger, key, by, 'nomination.open', () => desk.client().nominate(by, form, key));
    if (opened?.outcome.kind === 'applied') await carry(desk, ledger, chance, { course, nominee, opened });
  }
}

type Carried = { course: Course; nominee: string; opened: ActResult };

async function carry(desk: Desk, ledger: Ledger, chance: Chance, { course, nominee, opened }: Carried): Promise<void> {
  const { nominationId } = opened.receipt;
  let state: StateName = 'draft';
  for (let number = 1; number <= 25 && !desk.closing(); number++) {
    const step = nextStep(chance, course, state, desk.client().now());
    if (!step) return;
    const key = `act-${nominee}-${number}`;
    const sent = chance.happens(0.02)
      ? await abandon(desk, ledger, key, nominationId, step)
      : await send(desk, ledger, chance, key, nominationId, step);
    // Refused: perhaps a deadline has passed, or an earlier act of the same person came first.
    state =
      sent?.outcome.kind === 'applied'
        ? (sent.outcome.state as StateName)
        : await stateNow(desk, ledger, nominationId, state);
  }
}

async function send(
  desk: Desk,
  ledger: Ledger,
  chance: Chance,
  key: string,
  nominationId: string,
  step: Step,
): Promise<ActResult | null> {
  const { by, as, type, body } = step;
  const once = () =>
    insist(desk, ledger, key, by, type, () => desk.client().act(by, { nominationId, type, as, body }, key));
  // A double click: both get the same receipt and the same answer.
  if (chance.happens(0.05)) return (await Promise.all([once(), once()]))[0];
  return once();
}

async function abandon(
  desk: Desk,
  ledger: Ledger,
  key: string,
  nominationId: string,
  step: Step,
): Promise<ActResult | null> {
  let kept: ActResult | null = null;
  return insist(desk, ledger, key, step.by, step.type, async () => {
    kept ??= await desk.keepOnly(key, nominationId, step);
    return (await desk.client().outcome(kept.receipt.inboxId)) ?? kept;
  });
}

/** Sends the same thing under the same key until it is settled; what is not an answer is tried again. Null when the desk closed first. */
export async function insist(
  desk: Desk,
  ledger: Ledger,
  key: string,
  by: string,
  type: string,
  once: () => Promise<ActResult>,
): Promise<ActResult | null> {
  while (!desk.closed()) {
    ledger.sent(key, by, type);
    try {
      const result = await once();
      ledger.answered(key, result);
      if (result.outcome.kind !== 'received') return result;
    } catch (error) {
      if (error instanceof ClientError && error.code !== 'DATABASE_UNREACHABLE') throw error;
      ledger.trouble(error);
    }
    await sleep(retryMs);
  }
  return null;
}

async function stateNow(desk: Desk, ledger: Ledger, nominationId: string, known: StateName): Promise<StateName> {
  while (!desk.closing()) {
    try {
      return (await desk.client().show(nominationId)).state;
    } catch (error) {
      if (error instanceof ClientError && error.code !== 'DATABASE_UNREACHABLE') throw error;
      ledger.trouble(error);
      await sleep(retryMs);
    }
  }
  return known;
}
