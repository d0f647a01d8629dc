import { fork } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ActResult } from '../../client/core/types.ts';
import type { ActRequest, Nominate } from '../../contract/acts.ts';
import type { ChangeRequest } from '../../contract/changeSpec.ts';
import type { Product } from './product.ts';

/** What a test asks of the other process. */
export type Asked =
  | { do: 'zone'; zone: string }
  | { do: 'act'; by: string; request: ActRequest }
  | { do: 'nominate'; by: string; form: Nominate }
  | { do: 'preview'; by: string; request: ChangeRequest }
  | { do: 'stop' };
export type Said = {
  id: number;
  result?: ActResult;
  hash?: string;
  aheadMinutes?: number;
  nowMs?: number;
  error?: string;
};

export type Workplace = { ask(asked: Asked): Promise<Said>; stop(): Promise<void> };

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Starts a process of worker, dispatcher and client on the product's queue, whose clock is wrong by `shiftMs`. */
export async function startWorkplace(product: Product, shiftMs: number, zone: string): Promise<Workplace> {
  const { reach, taskQueue, clock } = product;
  const child = fork(here('workplace.ts'), [], {
    execArgv: ['--import', pathToFileURL(here('shiftedClock.mjs')).href],
    env: {
      ...process.env,
      TZ: zone,
      SHIFT_MS: String(shiftMs),
      WORKPLACE: JSON.stringify({ reach, taskQueue, clock }),
    },
  });
  const waiting = new Map<number, { resolve(said: Said): void; reject(error: Error): void }>();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`The workplace ended (${code})`));
      resolve();
    });
  });
  const answer = (id: number) => new Promise<Said>((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', (said: Said) => {
    waiting.get(said.id)?.resolve(said);
    waiting.delete(said.id);
  });
  await answer(0);
  let asked = 0;
  return {
    async ask(what) {
      asked += 1;
      const said = answer(asked);
      child.send({ id: asked, ...what });
      const { error, ...rest } = await said;
      if (error !== undefined) throw new Error(`${what.do}: ${error}`);
      return rest;
    },
    async stop() {
      child.send({ id: -1, do: 'stop' });
      await exited;
    },
  };
}
