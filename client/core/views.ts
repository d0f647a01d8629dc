import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { Deadline } from '../../contract/nomination.ts';
import type { Queue } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import { holdersOf } from '../../store/directory.ts';
import { latestDossier, openWorkItems, undeliveredActs } from '../../store/queries/details.ts';
import type { InboxItem as StoredItem } from '../../store/queries/inbox.ts';
import { inboxOfPerson, inboxOfQueue } from '../../store/queries/inbox.ts';
import type { NominationRow } from '../../store/queries/nominations.ts';
import { nominationList } from '../../store/queries/nominations.ts';
import { knownNomination } from './known.ts';
import type { ProgrammeTitles } from './programmeViews.ts';
import { together } from './together.ts';
import type { InboxItem, NominationView, OpenMatter } from './types.ts';

export type ViewsOf = { store: Store; clock: ProgrammeClock; titles: ProgrammeTitles };

/** Gives a nomination as people see it at the real instant `nowMs`. Throws ClientError UNKNOWN_NOMINATION or NOT_APPLIED_YET. */
export async function showNomination(
  { store, clock, titles }: ViewsOf,
  nominationId: string,
  nowMs: number,
): Promise<NominationView> {
  const row = await knownNomination(store, nominationId);
  const [items, dossier, undelivered] = await together([
    openWorkItems(store, nominationId),
    latestDossier(store, nominationId),
    undeliveredActs(store, nominationId),
  ]);
  const openMatters: OpenMatter[] = await together(
    items.map(async ({ key, queue, dueAt, nextEscalationAt, level, escalatedTo }) => ({
      key,
      queue,
      dueAt,
      nextEscalationAt,
      level,
      escalatedTo,
      holders: await holdersOf(store, queue, toProgramme(clock, nowMs)),
    })),
  );
  const waiting = undelivered.map(({ inboxId, type, receivedAt }) => {
    return { inboxId, type, receivedAt, programmeAt: toProgramme(clock, Date.parse(receivedAt)) };
  });
  return { ...(await view(titles, row)), openMatters, dossier, undelivered: waiting };
}

/** Gives nominations that meet the filter, without their open matters. */
export async function listNominations(
  store: Store,
  titles: ProgrammeTitles,
  filter: { programmeId?: string; movementId?: string; state?: StateName; unitId?: string; limit?: number },
): Promise<NominationView[]> {
  const rows = await nominationList(store, filter);
  return together(
    rows.map(async (row) => ({ ...(await view(titles, row)), openMatters: [], dossier: null, undelivered: [] })),
  );
}

/** Gives what waits for a person or in a queue, the most urgent first. */
export async function inboxOf(
  store: Store,
  titles: ProgrammeTitles,
  of: { person: string } | { queue: Queue },
  now: string,
): Promise<InboxItem[]> {
  const items =
    'person' in of
      ? await inboxOfPerson(store, of.person, now, { limit: 1000 })
      : await inboxOfQueue(store, of.queue, { limit: 1000 });
  return together(items.map((item) => inboxItem(titles, item, now)));
}

async function inboxItem(titles: ProgrammeTitles, item: StoredItem, now: string): Promise<InboxItem> {
  const { subject, programmeRef, movementId, nominee, unitId, revision, ...shown } = item;
  const movementTitle = (await titles(programmeRef)).movement(movementId);
  const nomineeName = nominee ? (nominee.name ?? nominee.id) : null;
  return { ...shown, subjectId: subject.id, movementTitle, nomineeName, overdue: item.dueAt < now };
}

async function view(
  titles: ProgrammeTitles,
  row: NominationRow,
): Promise<Omit<NominationView, 'openMatters' | 'dossier' | 'undelivered'>> {
  const { context } = row.snapshot;
  const of = await titles(row.programmeRef);
  const deadline: Deadline | null = context.deadline;
  return {
    nominationId: row.id,
    programme: row.programmeRef,
    programmeTitle: of.title,
    movementId: row.movementId,
    movementTitle: of.movement(row.movementId),
    roundId: row.roundId,
    suspendedSince: context.suspension?.since ?? null,
    machine: context.machine,
    road: row.road,
    unitId: row.unitId,
    unitName: row.unitName ?? row.unitId,
    nominee: { kind: row.nomineeKind, id: row.nomineeId, name: row.nomineeName ?? row.nomineeId },
    state: row.state,
    revision: row.revision,
    deadline,
    decision: context.decision,
    refusalGround: context.refusalGround,
    hold: context.hold ? { ground: context.hold.ground, since: context.hold.since } : null,
    openedAt: row.openedAt,
    changedAt: row.changedAt,
    closedAt: row.closedAt,
  };
}
