import type { EventType } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** One applied event or one refused attempt. */
export type TimelineRow = {
  /** Null for a refused attempt: it changed nothing. */
  revision: number | null;
  type: EventType;
  /** Programme instant. */
  at: string;
  from: StateName | null;
  to: StateName | null;
  inboxId: string | null;
  actor: { id: string; name: string | null; as: RoleName } | null;
  /** What the person sent; null for a timer's event and after erasure. */
  body: Record<string, unknown> | null;
  refusals: Refusal[];
};

type Row = Omit<TimelineRow, 'actor' | 'refusals'> & {
  actorId: string | null;
  actorName: string | null;
  asRole: RoleName | null;
  refusals: Refusal[] | null;
};

/** Gives everything that happened to a nomination, refused attempts included, oldest first. */
export async function timeline(store: Store, nominationId: string): Promise<TimelineRow[]> {
  const rows = await store.sql<Row[]>`
    select t.revision, t.type, t.at, t.from_state as "from", t.to_state as "to", t.inbox_id as "inboxId",
      t.actor_id as "actorId", p.name as "actorName", coalesce(t.as_role, i.as_role) as "asRole", i.body, null as refusals
    from transitions t left join inbox i on i.id = t.inbox_id left join people p on p.id = t.actor_id
    where t.nomination_id = ${nominationId}
    union all
    select null, i.type, i.programme_at, null, null, i.id, i.actor_id, p.name, i.as_role, i.body, i.answer -> 'refusals'
    from inbox i left join people p on p.id = i.actor_id
    where i.nomination_id = ${nominationId} and i.status = 'refused'
    order by at, revision nulls last`;
  return rows.map(({ actorId, actorName, asRole, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    actor: actorId !== null && asRole !== null ? { id: actorId, name: actorName, as: asRole } : null,
    refusals: row.refusals ?? [],
  }));
}

/** Gives the states of a nomination in the order they were entered. */
export async function path(store: Store, nominationId: string): Promise<StateName[]> {
  const rows = await store.sql<{ to: StateName }[]>`
    select to_state as "to" from transitions
    where nomination_id = ${nominationId} and from_state is distinct from to_state order by revision`;
  return rows.map(({ to }) => to);
}
