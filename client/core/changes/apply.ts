import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { changeRequestSchema } from '../../../contract/changeSpec.ts';
import type { ChangeProgress, Effects } from '../../../contract/changes.ts';
import { toProgramme } from '../../../contract/clock.ts';
import type { ChangeType } from '../../../contract/events.ts';
import { roundParts } from '../../../contract/round.ts';
import type { Underway } from '../../../store/changes.ts';
import { keepChange, lockForChange, realInstant, underway } from '../../../store/changes.ts';
import type { ChangeRow } from '../../../store/queries/changes.ts';
import { changeRows } from '../../../store/queries/changes.ts';
import { checkForm } from '../send.ts';
import { changeError } from './errors.ts';
import { effectsOf } from './hash.ts';
import type { ChangesOf, Proposed } from './preview.ts';
import { drafted, programmeInstant, proposedChange } from './preview.ts';
import { progressOf } from './progress.ts';
import type { InScope } from './scope.ts';
import { idsOf, inScope } from './scope.ts';
import { partOf } from './share.ts';
import { staleError } from './stale.ts';

/** How long an application waits for what is under way before it gives up. */
const waitMs = 8_000;
/** Every subject is locked until the change is kept; the server's table of locks holds some six thousand. */
const mostSubjects = 4_000;
/** Lock timeout, and two changes that wait for each other. */
const heldByOthers: readonly unknown[] = ['55P03', '40P01'];

/** `previewed`: what the preview said of each subject, so that a stale one can be told in what. */
export type ApplyOptions = { idempotencyKey?: string; waitMs?: number; previewed?: Effects };

/**
 * Does exactly what the preview of that hash foretold, or nothing. The change and each subject's share are kept in one
 * transaction, while no act, opening or deadline of theirs is under way; the shares are then delivered like any act, and
 * whatever comes later waits behind them. The same application again (same author, request and key, by default the hash)
 * gives the progress of the first. Throws what `previewChange` throws, and PREVIEW_STALE, CHANGE_BUSY, NOTHING_TO_CHANGE or
 * IDEMPOTENCY_CONFLICT.
 */
export async function applyChange(
  to: ChangesOf,
  by: string,
  request: ChangeRequest,
  hash: string,
  options: ApplyOptions = {},
): Promise<ChangeProgress> {
  const changeId = changeIdOf(by, options.idempotencyKey ?? hash);
  const [known] = await changeRows(to.store.sql, { id: changeId });
  if (known) return sameChange(known, request, hash);
  const proposed = await proposedChange(to.store, by, request, await programmeInstant(to));
  const giveUpAt = Date.now() + (options.waitMs ?? waitMs);
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 500)) {
    const busy = await attempt(to, proposed, changeId, hash, options.previewed);
    if (!busy) break;
    if (Date.now() >= giveUpAt) throw busy === 'held' ? changeError('CHANGE_HELD') : changeError('CHANGE_BUSY', busy);
    await sleep(pauseMs);
  }
  const [kept] = await changeRows(to.store.sql, { id: changeId });
  if (!kept) throw new Error(`Change ${changeId} is not there`);
  return sameChange(kept, request, hash);
}

/** The author and key name the change, so that an application sent twice cannot become two. */
function changeIdOf(by: string, key: string): string {
  return createHash('sha256').update(`${by}\n${key}`).digest('hex').slice(0, 16);
}

/** A hash is only the name of what was previewed: what is asked now must be what was asked then. */
function sameChange(row: ChangeRow, request: ChangeRequest, hash: string): ChangeProgress {
  if (row.hash !== hash) throw changeError('KEY_REUSED');
  const { spec, as, reason, holdNotices } = row;
  const asked = checkForm(() => changeRequestSchema.parse(request));
  if (canonicalJson(asked) !== canonicalJson({ spec, as, reason, holdNotices }))
    throw changeError('OTHER_REQUEST', { id: row.id });
  return progressOf(row);
}

/** One try: null when the change is kept, or what is under way; `held` where somebody has a lock and nobody can count. */
async function attempt(
  to: ChangesOf,
  proposed: Proposed,
  changeId: string,
  hash: string,
  previewed: Effects | undefined,
): Promise<Underway | 'held' | null> {
  try {
    return await to.store.transact((sql) => keepWhenQuiet(to, sql, proposed, changeId, hash, previewed));
  } catch (error) {
    // Somebody holds a subject: a long receipt, or another change.
    if (error instanceof Error && 'code' in error && heldByOthers.includes(error.code)) return 'held';
    throw error;
  }
}

async function keepWhenQuiet(
  to: ChangesOf,
  sql: TransactionSql,
  proposed: Proposed,
  changeId: string,
  hash: string,
  previewed: Effects | undefined,
): Promise<Underway | null> {
  const { request, actor } = proposed;
  const before = toProgramme(to.clock, Date.parse(await realInstant(sql)));
  const scope = await locked(sql, proposed, before);
  if ((await changeRows(sql, { id: changeId })).length > 0) return null;
  // The instant comes after the locks: everything received before it is visible, everything later waits behind.
  const receivedAt = await realInstant(sql);
  const programmeAt = toProgramme(to.clock, Date.parse(receivedAt));
  const busy = await underway(to.store, sql, movementsOf(proposed, scope), idsOf(scope), programmeAt);
  if (busy.acts + busy.deadlines > 0) return busy;
  const current = await inScope(sql, request, programmeAt);
  const { preview, shares } = await drafted(to.store, sql, proposed, current, programmeAt);
  if (preview.hash !== hash) throw staleError(effectsOf(request, preview), shares.length, previewed);
  const [first] = shares;
  if (!first) throw changeError('NOTHING_TO_CHANGE', { untouched: preview.untouched.length });
  const { programmeId } = first.subject;
  const change = { id: changeId, programmeId, request, preview, actorId: actor.personId, receivedAt, programmeAt };
  const type = typeOf(request);
  await keepChange(
    sql,
    change,
    shares.map(({ subject: { id, revision }, share }) => {
      return { subjectId: id, type, revision, body: { ...share, changeId, reason: request.reason } };
    }),
  );
  return null;
}

/** Locks what is in the scope, and what has come into it meanwhile, until nothing more does. */
async function locked(sql: TransactionSql, proposed: Proposed, at: string): Promise<InScope> {
  const held = new Set<string>();
  for (;;) {
    const scope = await inScope(sql, proposed.request, at);
    const ids = idsOf(scope).filter((id) => !held.has(id));
    if (held.size > 0 && ids.length === 0) return scope;
    if (held.size + ids.length > mostSubjects)
      throw changeError('TOO_MANY', { count: held.size + ids.length, most: mostSubjects });
    const movements = movementsOf(proposed, scope);
    await lockForChange(sql, movements, ids);
    for (const name of [...movements, ...ids]) held.add(name);
    if (held.size === 0) return scope;
  }
}

/** A change of one nomination is no matter of openings. */
function movementsOf({ request: { spec } }: Proposed, { rounds, nominations }: InScope): string[] {
  if ('nominationId' in spec.scope) return [];
  const named = roundParts(partOf(spec.scope).roundId ?? '');
  const movements = [...rounds, ...nominations, ...(named ? [named] : [])];
  return [...new Set(movements.map(({ programmeId, movementId }) => `${programmeId}/${movementId}`))];
}

function typeOf({ spec: { kind } }: ChangeRequest): ChangeType {
  return kind === 'deadline' || kind === 'calendar' ? 'deadline.change' : `round.${kind}`;
}
