import { setTimeout as sleep } from 'node:timers/promises';
import type { VinhDanh } from '../../../client/core/types.ts';
import type { Season } from './season.ts';
import { clerks, dossier } from './season.ts';

/** One act: when it was asked for (`performance.now()`), and how long until it was applied. */
export type Act = { startedAtMs: number; ms: number; nominationId: string };

/** People who amend drafts until they are told to stop; `stop` gives everything they did. */
export type People = { stop(): Promise<Act[]> };

/** Between one act and the next: a person reads what was answered. */
const restMs = 60;
const askAgainMs = 50;
let version = 0;

/** Sets so many people to work on these nominations, one act after the other, each person on nominations of their own. */
export async function setToWork({ client, store }: Season, nominations: string[], people: number): Promise<People> {
  const rows = await store.sql<{ id: string; unitId: keyof typeof clerks }[]>`
    select id, unit_id as "unitId" from nominations where id = any(${nominations}::text[]) order by id`;
  const unitOf = new Map(rows.map(({ id, unitId }) => [id, unitId]));
  const acts: Act[] = [];
  let working = true;
  const person = async (own: string[]): Promise<void> => {
    for (let n = 0; working; n++) {
      const nominationId = own[n % own.length] ?? '';
      const unitId = unitOf.get(nominationId);
      if (!unitId) throw new Error(`${nominationId} is not on record`);
      const startedAtMs = performance.now();
      await amend(client, clerks[unitId], nominationId);
      acts.push({ startedAtMs, ms: performance.now() - startedAtMs, nominationId });
      await sleep(restMs);
    }
  };
  const all = Promise.all(
    Array.from({ length: people }, (_, index) => person(nominations.filter((_, n) => n % people === index))),
  );
  all.catch(() => undefined);
  return {
    async stop() {
      working = false;
      await all;
      return acts;
    },
  };
}

/** Amends the draft and waits until that is applied, however long it is kept behind something else. */
async function amend(client: VinhDanh, by: string, nominationId: string): Promise<void> {
  const body = { dossier: dossier(++version) };
  const sent = await client.act(by, { nominationId, type: 'draft.amend', as: 'unitClerk', body });
  let { outcome } = sent;
  while (outcome.kind === 'received') {
    await sleep(askAgainMs);
    outcome = (await client.outcome(sent.receipt.inboxId))?.outcome ?? outcome;
  }
  if (outcome.kind !== 'applied') throw new Error(`Not amended: ${JSON.stringify(outcome)}`);
}
