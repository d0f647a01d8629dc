import type { EventType } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { RoundEventType } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** One applied event or one refused attempt of a nomination; `RoundTimelineRow` of a round. */
export type TimelineRow = TimelineRowOf<EventType, StateName>;
export type RoundTimelineRow = TimelineRowOf<RoundEventType, RoundStateName>;

type TimelineRowOf<Type, State> = {
  /** Null for a refused attempt: it changed nothing. */
  revision: number | null;
  type: Type;
  /** Programme instant. */
  at: string;
  from: State | null;
  to: State | null;
  inboxId: string | null;
  actor: { id: string; name: string | null; as: RoleName } | null;
  /** What the person sent; null for a timer's event and after erasure. */
  body: Record<string, unknown> | null;
  refusals: Refusal[];
  /** Accepted after the due instant, in a soft grace time. */
  late: boolean;
  /** The applied change of which this is the subject's share. */
  changeId: string | null;
};

type Row<Type, State> = Omit<TimelineRowOf<Type, State>, 'actor' | 'refusals'> & {
  actorId: string | null;
  actorName: string | null;
  asRole: RoleName | null;
  refusals: Refusal[] | null;
};

/** Gives everything that happened to a nomination, refused attempts included, oldest first. */
export async function timeline(store: Store, nominationId: string): Promise<TimelineRow[]> {
  return rowsOf<EventType, StateName>(store, nominationId);
}

/** Gives everything that happened to a round, refused attempts included, oldest first. */
export async function roundTimeline(store: Store, roundId: string): Promise<RoundTimelineRow[]> {
  return rowsOf<RoundEventType, RoundStateName>(store, roundId);
}

async function rowsOf<Type, State>(store: Store, subjectId: string): Promise<TimelineRowOf<Type, State>[]> {
  const rows = await store.sql<Row<Type, State>[]>`
    select t.revision, t.type, t.at, t.from_state as "from", t.to_state as "to", t.inbox_id as "inboxId",
      t.actor_id as "actorId", p.name as "actorName", coalesce(t.as_role, i.as_role) as "asRole", i.body, null as refusals,
      t.late, i.change_id as "changeId"
    from transitions t left join inbox i on i.id = t.inbox_id left join people p on p.id = t.actor_id
    where t.subject_id = ${subjectId}
    union all
    select null, i.type, i.programme_at, null, null, i.id, i.actor_id, p.name, i.as_role, i.body, i.answer -> 'refusals',
      false, i.change_id
    from inbox i left join people p on p.id = i.actor_id
    where i.subject_id = ${subjectId} and i.status = 'refused'
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
  return statesOf<StateName>(store, nominationId);
}

/** Gives the states of a round in the order they were entered. */
export async function roundPath(store: Store, roundId: string): Promise<RoundStateName[]> {
  return statesOf<RoundStateName>(store, roundId);
}

async function statesOf<State>(store: Store, subjectId: string): Promise<State[]> {
  const rows = await store.sql<{ to: State }[]>`
    select to_state as "to" from transitions
    where subject_id = ${subjectId} and from_state is distinct from to_state order by revision`;
  return rows.map(({ to }) => to);
}
