import { randomUUID } from 'node:crypto';
import type { DeliveryTo } from '../../client/core/deliver.ts';
import { deliver } from '../../client/core/deliver.ts';
import { openingOf } from '../../client/core/opening.ts';
import { shareOf } from '../../client/core/subject.ts';
import type { VinhDanh } from '../../client/core/types.ts';
import type { NominationStart } from '../../contract/nomination.ts';
import type { StateName } from '../../contract/states.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { rowOf } from '../../store/deliver.ts';
import { actorAt } from '../../store/directory.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import type { ActReceived } from '../../store/receive.ts';
import { receive } from '../../store/receive.ts';
import type { ActOptions, OpenOptions, Product } from './product.ts';
import { actorFor, form } from './productCast.ts';
import { until } from './until.ts';

type Sending = Pick<Product, 'prepare' | 'open' | 'act' | 'applied' | 'receive' | 'deliver' | 'envelope'>;

/** Gives what a test sends to the product: openings and acts, whole or only as far as the inbox. */
export function productSending(to: DeliveryTo, client: VinhDanh): Sending {
  const { store, clock, engine } = to;
  const receiving = { clock, owner: 'test' };

  const keep = async (act: ActReceived): Promise<InboxRow> => rowOf(act, await receive(store, act, receiving));

  async function sendAndDie(act: ActReceived): Promise<InboxRow> {
    const row = await keep(act);
    // The process dies: its lease is over.
    await store.sql`update inbox set lease_until = clock_timestamp(), lease_owner = null where id = ${row.id}`;
    return row;
  }

  async function prepare({ change, continueAfterEvents }: OpenOptions = {}): Promise<NominationStart> {
    const [{ ref } = { ref: '' }] = await store.sql<
      { ref: string }[]
    >`select ref from programme_versions where id = ${form.programmeId}`;
    const body = { ...form, programmeRef: ref };
    // The lease is kept: else a dispatcher would open it with the plan of the definition, not the test's.
    const row = await keep({
      idempotencyKey: randomUUID(),
      actorId: 'bvbr.clerk',
      as: 'unitClerk',
      programmeId: form.programmeId,
      subjectId: null,
      type: 'nomination.open',
      body,
    });
    const actor = await actorAt(store, row.actorId, row.programmeAt);
    if (!actor) throw new Error('No clerk');
    const opening = await openingOf(store, row, actor);
    if (opening.kind !== 'ready') throw new Error(`Not opened: ${JSON.stringify(opening)}`);
    const plan = { ...opening.input.plan, ...change?.plan };
    return {
      input: { ...opening.input, ...change, plan },
      inboxId: row.id,
      clock,
      ...(continueAfterEvents ? { continueAfterEvents } : {}),
    };
  }

  const act: Product['act'] = (nominationId, type, body = {}, { by, as, key, expectedRevision }: ActOptions = {}) => {
    const [person, role] = actorFor(type);
    const request = { nominationId, type, as: as ?? role, body, ...(expectedRevision ? { expectedRevision } : {}) };
    return client.act(by ?? person, request, key);
  };

  return {
    prepare,
    async open(openOptions) {
      const start = await prepare(openOptions);
      const { nominationId } = start.input;
      const answer = await engine.open(start);
      if (answer.kind !== 'started') throw new Error(`Not started: ${JSON.stringify(answer)}`);
      await until(
        `${nominationId} is recorded`,
        async () => (await nominationById(store, nominationId))?.state ?? null,
      );
      return nominationId;
    },
    act,
    async applied(nominationId, type, body, actOptions) {
      const { outcome } = await act(nominationId, type, body, actOptions);
      if (outcome.kind !== 'applied') throw new Error(`${type} was not applied: ${JSON.stringify(outcome)}`);
      // A nomination's act leads to a nomination's state.
      return outcome as { state: StateName; revision: number };
    },
    receive(subjectId, type, body = {}, { by, as, key, expectedRevision } = {}) {
      const [person, role] = actorFor(type);
      return sendAndDie({
        idempotencyKey: key ?? randomUUID(),
        actorId: by ?? person,
        as: as ?? role,
        programmeId: form.programmeId,
        subjectId,
        type,
        body,
        ...(expectedRevision ? { expectedRevision } : {}),
      });
    },
    deliver: (row) => deliver(to, row),
    async envelope(row) {
      const actor = await actorAt(store, row.actorId, row.programmeAt);
      if (!actor || row.type === 'nomination.open') throw new Error(`Not an act: ${row.type}`);
      const share = shareOf(row, actor);
      if (share.of !== 'nomination') throw new Error(`Not of a nomination: ${row.type}`);
      return { inboxId: row.id, event: share.event };
    },
  };
}
