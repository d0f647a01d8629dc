import type { ISql } from 'postgres';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../contract/changes.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toProgramme } from '../../../contract/clock.ts';
import type { Notice } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { Actor } from '../../../contract/roles.ts';
import { parseQueue } from '../../../contract/roles.ts';
import { addressedNotices } from '../../../programmes/addressed.ts';
import { realInstant } from '../../../store/changes.ts';
import type { Store } from '../../../store/connect.ts';
import { actorAt } from '../../../store/directory.ts';
import { pinnedProgramme } from '../../../store/programmes.ts';
import type { ScopedNomination, ScopedRound } from '../../../store/queries/changes.ts';
import { changesKept, toldPeople } from '../../../store/queries/changes.ts';
import { activeWebhooks } from '../../../store/webhooks.ts';
import { unknownPerson } from '../errors.ts';
import { checkedRequest } from './check.ts';
import type { Foretold, Outlook } from './foretell.ts';
import { foretellNomination, foretellRound } from './foretell.ts';
import { previewHash } from './hash.ts';
import { postsOf } from './posts.ts';
import { roundName } from './roundShare.ts';
import type { InScope } from './scope.ts';
import { checkScope, inScope } from './scope.ts';
import type { Proposal } from './share.ts';
import { isWide } from './share.ts';
import { totalsOf } from './totals.ts';

export type ChangesOf = { store: Store; clock: ProgrammeClock };

/** A preview with what each touched subject would be sent, rounds first. */
export type Drafted = {
  preview: ChangePreview;
  shares: { subject: ScopedNomination | ScopedRound; share: Foretold['share'] }[];
};

/** A request that names what exists, and its author. */
export type Proposed = { request: ChangeRequest; actor: Actor };

/**
 * Gives what the change would touch, and what it would leave and why; nothing is written. Throws ClientError
 * UNKNOWN_PERSON, INVALID_FORM, UNKNOWN_DEADLINE, DAY_OFF, DUE_NOT_AHEAD, WINDOW_REVERSED, UNKNOWN_ROUND, UNKNOWN_NOMINATION,
 * NOT_APPLIED_YET, UNKNOWN_PROGRAMME or UNKNOWN_UNIT.
 */
export async function previewChange(to: ChangesOf, by: string, request: ChangeRequest): Promise<ChangePreview> {
  const at = await programmeInstant(to);
  const proposed = await proposedChange(to.store, by, request, at);
  const { sql } = to.store;
  const { preview } = await drafted(to.store, sql, proposed, await inScope(sql, proposed.request, at), at);
  return preview;
}

/** Gives the programme instant by the database's clock, by which everything is judged: this machine's may be wrong. */
export async function programmeInstant({ store, clock }: ChangesOf): Promise<string> {
  return toProgramme(clock, Date.parse(await realInstant(store.sql)));
}

/** Checks a request and its author. Throws what `previewChange` throws. */
export async function proposedChange(store: Store, by: string, request: ChangeRequest, at: string): Promise<Proposed> {
  const checked = checkedRequest(request, at);
  const actor = await actorAt(store, by, at);
  if (!actor) throw unknownPerson(by);
  await checkScope(store, checked, at);
  return { request: checked, actor };
}

/** Gives the preview of a proposal made at `at` on the subjects as they stand. */
export async function drafted(
  store: Store,
  sql: ISql,
  { request, actor }: Proposed,
  scope: InScope,
  at: string,
): Promise<Drafted> {
  const proposal: Proposal = { request, actor, at };
  const programmes = await programmesOf(store, sql, scope);
  const outlooks = outlooksOf(proposal, scope, programmes);
  const touched = outlooks.flatMap(({ row, outlook }) => ('subject' in outlook ? [{ row, foretold: outlook }] : []));
  const people = await toldPeople(sql, asked(touched), actor.personId, at);
  const notices = Map.groupBy(people, ({ subjectId }) => subjectId);
  const webhooks = await activeWebhooks(sql);
  const earlier = await changesKept(
    sql,
    touched.map(({ row }) => row.id),
  );
  const subjects = touched.map(({ foretold }) => {
    const posts = postsOf(foretold.told, webhooks);
    return {
      ...foretold.subject,
      changesBefore: earlier.get(foretold.subject.id) ?? 0,
      notices: (notices.get(foretold.subject.id) ?? []).map(({ template, personId, personName }) => ({
        template: template as Notice['template'],
        personId,
        personName,
      })),
      ...(posts.length > 0 ? { posts } : {}),
    };
  });
  const untouched = outlooks.flatMap(({ outlook }) => ('untouched' in outlook ? [outlook.untouched] : []));
  const hash = previewHash(request, actor.personId, { subjects, untouched });
  return {
    preview: { hash, at, spec: request.spec, subjects, untouched, totals: totalsOf(subjects) },
    shares: touched.map(({ row, foretold }) => ({ subject: row, share: foretold.share })),
  };
}

type Row = ScopedNomination | ScopedRound;

function outlooksOf(
  proposal: Proposal,
  { rounds, nominations }: InScope,
  programmes: Map<string, Programme | null>,
): { row: Row; outlook: Outlook }[] {
  const address = (notices: Notice[], row: Row) =>
    addressedNotices(notices, programmes.get(row.programmeRef) ?? null, row.movementId);
  const programme = (row: Row) => programmes.get(row.programmeRef) ?? null;
  const ofRounds = rounds.map((row) => ({ row, outlook: foretellRound(row, proposal, programme(row), address) }));
  const keeping = keptWindows(proposal, ofRounds);
  const ofNominations = nominations.map((row) => {
    const because = keeping(row);
    const outlook = because
      ? { untouched: { kind: 'nomination' as const, id: row.id, because: [because] } }
      : foretellNomination(row, proposal, programme(row), address);
    return { row, outlook };
  });
  return [...ofRounds, ...ofNominations];
}

/** A unit that keeps an end of its own, an earlier or a later one, keeps it for its nominations too. Gives why, or null. */
function keptWindows(
  { request: { spec }, at }: Proposal,
  rounds: { row: ScopedRound; outlook: Outlook }[],
): (row: ScopedNomination) => Refusal | null {
  if (spec.kind !== 'deadline' || roundName(spec.deadline) !== 'closing' || !isWide(spec.scope)) return () => null;
  const windows = new Map(
    rounds.map(
      ({ row, outlook }) =>
        [
          row.id,
          {
            ends: 'subject' in outlook ? outlook.unitWindows : row.snapshot.context.unitWindows,
            now: row.snapshot.context.suspension?.since ?? at,
          },
        ] as const,
    ),
  );
  return ({ roundId, unitId }) => {
    const round = windows.get(roundId ?? '');
    const dueAt = round?.ends[unitId];
    // One that was over, when the clocks last ran, binds nobody any more.
    return round === undefined || dueAt === undefined || dueAt <= round.now
      ? null
      : { code: 'UNIT_WINDOW_KEPT', detail: { unit: unitId, dueAt } };
  };
}

async function programmesOf(
  store: Store,
  sql: ISql,
  { rounds, nominations }: InScope,
): Promise<Map<string, Programme | null>> {
  const refs = [...new Set([...rounds, ...nominations].map(({ programmeRef }) => programmeRef))];
  return new Map(await Promise.all(refs.map(async (ref) => [ref, await pinnedProgramme(store, ref, sql)] as const)));
}

function asked(touched: { row: Row; foretold: Foretold }[]): Parameters<typeof toldPeople>[1] {
  const each = touched.flatMap(({ row, foretold }) => foretold.told.map((told) => ({ row, ...told })));
  return {
    queues: each.flatMap(({ row, template, queues }) =>
      queues.map((queue) => ({ subjectId: row.id, template, ...parseQueue(queue) })),
    ),
    nominees: each.flatMap(({ row, template, nominee }) => {
      const { nominee: one } = row.snapshot.context as { nominee?: { kind: 'collective' | 'individual'; id: string } };
      return nominee && one ? [{ subjectId: row.id, template, kind: one.kind, nomineeId: one.id }] : [];
    }),
  };
}
