import { and, desc, eq, getTableColumns, lt, or } from 'drizzle-orm';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';
import { bodies, nominees } from '../schema/configuration.ts';
import { nominations } from '../schema/nominations.ts';

export type NominationRow = typeof nominations.$inferSelect & { nomineeName: string | null; unitName: string | null };

export type NominationFilter = {
  programmeId?: string;
  movementId?: string;
  state?: StateName;
  unitId?: string;
  limit?: number;
  /** Go on after this row of the page before. */
  after?: { changedAt: string; id: string };
};

const names = { nomineeName: nominees.name, unitName: bodies.name };
const nomineeOf = and(eq(nominees.kind, nominations.nomineeKind), eq(nominees.id, nominations.nomineeId));

/** Gives where a nomination stands, or null when there is none of that id. */
export async function nominationById(store: Store, id: string): Promise<NominationRow | null> {
  const [row] = await store.db
    .select({ ...getTableColumns(nominations), ...names })
    .from(nominations)
    .leftJoin(nominees, nomineeOf)
    .leftJoin(bodies, eq(bodies.id, nominations.unitId))
    .where(eq(nominations.id, id));
  return row ?? null;
}

/** Gives nominations that meet every given condition, the latest changed first. */
export async function nominationList(store: Store, filter: NominationFilter = {}): Promise<NominationRow[]> {
  const { after } = filter;
  const conditions = [
    filter.programmeId === undefined ? undefined : eq(nominations.programmeId, filter.programmeId),
    filter.movementId === undefined ? undefined : eq(nominations.movementId, filter.movementId),
    filter.state === undefined ? undefined : eq(nominations.state, filter.state),
    filter.unitId === undefined ? undefined : eq(nominations.unitId, filter.unitId),
    after &&
      or(
        lt(nominations.changedAt, after.changedAt),
        and(eq(nominations.changedAt, after.changedAt), lt(nominations.id, after.id)),
      ),
  ];
  return store.db
    .select({ ...getTableColumns(nominations), ...names })
    .from(nominations)
    .leftJoin(nominees, nomineeOf)
    .leftJoin(bodies, eq(bodies.id, nominations.unitId))
    .where(and(...conditions))
    .orderBy(desc(nominations.changedAt), desc(nominations.id))
    .limit(filter.limit ?? 100);
}
