import type { Reach } from '../../client/core/open.ts';
import { openVinhDanh } from '../../client/core/open.ts';
import type { VinhDanh } from '../../client/core/types.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { installationFact } from '../../store/installation.ts';
import { receive } from '../../store/receive.ts';
import { applyChanges } from './changes.ts';
import type { Ledger } from './ledger.ts';
import type { Desk } from './people.ts';
import { carryNominations } from './people.ts';
import type { Chance } from './random.ts';
import { actOnRounds } from './roundActs.ts';

/** People at work, whatever happens to the product. */
export type Load = {
  /** Goes on by the addresses of a new run, where they changed. */
  reconnect(reach: Reach): Promise<void>;
  /** Lets everybody finish what was sent; gives up waiting after `withinMs`. Throws what any of them could not explain. */
  stop(withinMs: number): Promise<void>;
  close(): Promise<void>;
};

/** A change of a round waits for a quiet moment of it: several are tried at a time. */
const administrators = 3;

type Connections = { reach: string; client: VinhDanh; store: Store; clock: ProgrammeClock };

/** Sets `people` to work at the same time, each with chances of their own, and beside them units on rounds and administrators. */
export async function startLoad(reach: Reach, people: number, chance: Chance, ledger: Ledger): Promise<Load> {
  let connections = await open(reach);
  const former: Connections[] = [];
  let closing = false;
  let closed = false;

  const desk: Desk = {
    client: () => connections.client,
    closing: () => closing,
    closed: () => closed,
    async keepOnly(idempotencyKey, nominationId, { by, as, type, body }) {
      const { store, clock } = connections;
      const act = { idempotencyKey, actorId: by, as, programmeId: '004', subjectId: nominationId, type, body };
      const { inboxId, receivedAt, programmeAt } = await receive(store, act, { clock, owner: 'a sender that dies' });
      return {
        receipt: { inboxId, nominationId, receivedAt, programmeAt },
        outcome: { kind: 'received', because: 'earlierActWaiting' },
      };
    },
  };
  const working = Array.from({ length: people }, (_, index) =>
    carryNominations(desk, ledger, chance.fork(), `n${index}`),
  );
  const beside = [
    actOnRounds(desk, ledger, chance.fork()),
    ...Array.from({ length: administrators }, () => applyChanges(desk, ledger, chance.fork())),
  ];
  const ended = Promise.all([...working, ...beside]);
  // Told of by `stop`; until then it must not end the process.
  ended.catch(() => undefined);

  return {
    async reconnect(next) {
      if (connections.reach === JSON.stringify(next)) return;
      // Calls under way on the former ones still try again, and would fail where nobody catches it were they closed now.
      former.push(connections);
      connections = await open(next);
    },
    async stop(withinMs) {
      closing = true;
      const timer = setTimeout(() => {
        closed = true;
      }, withinMs);
      await ended.finally(() => clearTimeout(timer));
    },
    async close() {
      closed = true;
      closing = true;
      await Promise.all([...former, connections].map(close));
    },
  };
}

async function open(reach: Reach): Promise<Connections> {
  const client = await openVinhDanh({ ...reach, connections: 24 });
  const store = connect(reach.databaseUrl, { max: 2, name: 'vinhdanh faults' });
  const clock = await installationFact<ProgrammeClock>(store, 'clock');
  if (!clock) throw new Error('The installation has no clock');
  return { reach: JSON.stringify(reach), client, store, clock };
}

async function close({ client, store }: Connections): Promise<void> {
  await Promise.allSettled([client.close(), store.close()]);
}
