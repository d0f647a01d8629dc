import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { applyChange } from '../../client/core/changes/apply.ts';
import type { ChangesOf } from '../../client/core/changes/preview.ts';
import { previewChange } from '../../client/core/changes/preview.ts';
import { ClientError } from '../../client/core/errors.ts';
import type { ChangeSpec } from '../../contract/changeSpec.ts';
import { connect } from '../../store/connect.ts';
import { by, moving, requestOf } from '../support/applyChange.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { expectInStep } from '../support/inStep.ts';
import { launchedRound } from '../support/launchedRound.ts';
import type { Product } from '../support/product.ts';
import type { ReceiptAim } from '../support/receiptAim.ts';
import { offsetOf, receiptAim, spread } from '../support/receiptAim.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

/** At least so many of each kind, so many on their way at a time. */
const tries = 52;
/** On a busy machine the aim is worse: more tries then, until both ends of the race have been seen. */
const mostTries = 4 * tries;
const lanes = 13;
/** From the opening to the due instant; the preview is made meanwhile. */
const leadMs = 2_500;
const dayMs = 86_400_000;
const apart = `last${Date.now()}`;

const kinds = ['draft', 'official', 'round'] as const;
type Kind = (typeof kinds)[number];
type Subject = { id: string; dueAt: string; spec: ChangeSpec };
/** An extension that was kept, with the instant of its receipt; or why not, and when that was said. */
type Attempt = Subject & { kind: Kind } & ({ receivedAt: string } | { code: string; toldAt: string });
type Found = { state: string; level: number; dueAt: string; events: string[] };

test('an extension at −50…+50 ms around a deadline: kept in time it holds and the old instant is nothing any more, otherwise the deadline passes', async () => {
  const product = getProduct();
  const aim = receiptAim();
  // Changes are transactions of many statements: they get connections of their own.
  const admin = { store: connect(product.reach.databaseUrl, { max: 3 * lanes }), clock: product.clock };
  const attempts: Attempt[] = [];
  const of = (kind: Kind) => attempts.filter((one) => one.kind === kind);
  const isRaced = (kind: Kind) => {
    const held = of(kind).filter((one) => 'receivedAt' in one).length;
    return Math.min(held, of(kind).length - held) > tries / 10;
  };
  // Rounds by themselves: a change of a whole round waits for openings of its movement that are under way.
  for (const kindsOf of [['round'], ['draft', 'official']] as Kind[][]) {
    let begun = 0;
    const lane = async () => {
      while (begun < kindsOf.length * tries || (begun < kindsOf.length * mostTries && !kindsOf.every(isRaced))) {
        const n = begun++;
        const kind = kindsOf[n % kindsOf.length] ?? 'draft';
        attempts.push(await race(product, admin, { kind, n: Math.floor(n / kindsOf.length), aim }));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  await admin.store.close();
  await until('every share has been applied', async () => {
    const [left] = await product.store.sql<{ acts: number }[]>`
      select count(*)::int as acts from inbox where status = 'received'`;
    return left?.acts === 0;
  });

  const wrong: unknown[] = [];
  for (const attempt of attempts) {
    const kept = 'receivedAt' in attempt;
    await until(`${attempt.id} has gone on`, async () => {
      const { events } = await found(product, attempt);
      return events.at(-1) === (kept ? 'deadline.change' : 'deadline.pass');
    }).catch(() => undefined);
    const is = await found(product, attempt);
    const wanted = kept ? extended(attempt) : passed(attempt);
    // Kept means in time; and nobody is told no before the deadline.
    const judged = kept ? attempt.receivedAt <= attempt.dueAt : attempt.toldAt > attempt.dueAt;
    if (!judged || JSON.stringify(is) !== JSON.stringify(wanted)) wrong.push({ ...attempt, is, wanted });
  }
  for (const kind of kinds) console.log(`last second of a change, ${kind}: ${figures(of(kind))}`);
  expect(wrong).toEqual([]);
  for (const kind of kinds) expect(of(kind).length, kind).toBeGreaterThanOrEqual(tries);
  expect(kinds.filter((kind) => !isRaced(kind))).toEqual([]);
  for (const { id } of attempts.filter((one) => 'receivedAt' in one).slice(0, 9)) await expectInStep(product, id);
}, 240_000);

async function race(
  product: Product,
  admin: ChangesOf,
  { kind, n, aim }: { kind: Kind; n: number; aim: ReceiptAim },
): Promise<Attempt> {
  const subject = await begin(product, kind, n);
  const dueMs = Date.parse(product.clock.start) + Date.parse(subject.dueAt) - Date.parse(product.clock.origin);
  const request = requestOf(subject.spec);
  const { hash } = await previewChange(admin, by, request);
  await sleep(Math.max(0, dueMs + offsetOf(n) - aim.latencyMs() - Date.now()));
  const sentAt = Date.now();
  try {
    // A closed round without nominations is busy until the steward, which does not run here, has moved it on.
    const { appliedAt, changeId } = await applyChange(admin, by, request, hash, { waitMs: 1_500 });
    const [row] = await product.store.sql<{ at: string }[]>`
      select received_at as at from inbox where change_id = ${changeId}`;
    aim.took(Date.parse(row?.at ?? '') - sentAt);
    return { ...subject, kind, receivedAt: appliedAt };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return { ...subject, kind, code: error.code, toldAt: product.now() };
  }
}

async function begin(product: Product, kind: Kind, n: number): Promise<Subject> {
  const far = { on: '2030-01-01T00:00:00.000Z' };
  if (kind === 'round') {
    // It takes a while to bring up.
    const dueAt = product.inMs(2 * leadMs);
    const id = await launchedRound(product, `${apart}-${n}`, dueAt);
    return { id, dueAt, spec: moving({ roundId: id }, 'closing', 1) };
  }
  const dueAt = product.inMs(leadMs);
  const { input } = await product.prepare();
  const plan =
    kind === 'draft' ? { ...input.plan, draft: { on: dueAt } } : { ...input.plan, draft: far, review: { on: dueAt } };
  const id = await product.open({ change: { plan } });
  if (kind === 'draft') return { id, dueAt, spec: moving({ nominationId: id }, 'draft', 1) };
  await product.applied(id, 'draft.signOff');
  return { id, dueAt, spec: moving({ nominationId: id }, 'review', 1) };
}

async function found(product: Product, { id, kind }: Attempt): Promise<Found> {
  const { sql } = product.store;
  const rows =
    kind === 'round'
      ? await sql<Omit<Found, 'events'>[]>`
          select state, (snapshot #>> '{context,deadlines,0,level}')::int as level, snapshot #>> '{context,approved,closesAt}' as "dueAt"
          from rounds where id = ${id}`
      : await sql<Omit<Found, 'events'>[]>`
          select state, coalesce((snapshot #>> '{context,deadline,level}')::int, 0) as level,
            coalesce(snapshot #>> '{context,deadline,dueAt}', '') as "dueAt" from nominations where id = ${id}`;
  const [row] = rows;
  if (!row) throw new Error(`${id} is not on record`);
  const events = await sql<{ type: string }[]>`select type from transitions where subject_id = ${id} order by revision`;
  return { ...row, events: events.map(({ type }) => type) };
}

const begunBy: Record<Kind, string[]> = {
  draft: ['nomination.open'],
  official: ['nomination.open', 'draft.signOff'],
  round: ['round.begin', 'plan.submit', 'plan.approve', 'deadline.pass'],
};

function extended({ kind, dueAt }: Attempt): Found {
  const state = { draft: 'draft', official: 'departmentReview', round: 'open' }[kind];
  const moved = new Date(Date.parse(dueAt) + dayMs).toISOString();
  return { state, level: 0, dueAt: moved, events: [...begunBy[kind], 'deadline.change'] };
}

function passed({ kind, dueAt }: Attempt): Found {
  const events = [...begunBy[kind], 'deadline.pass'];
  if (kind === 'draft') return { state: 'expired', level: 0, dueAt: '', events };
  if (kind === 'official') return { state: 'departmentReview', level: 1, dueAt, events };
  return { state: 'appraisal', level: 0, dueAt, events };
}

function figures(attempts: Attempt[]): string {
  const kept = attempts.flatMap((one) =>
    'receivedAt' in one ? [Date.parse(one.receivedAt) - Date.parse(one.dueAt)] : [],
  );
  const codes = Map.groupBy(
    attempts.filter((one) => 'code' in one),
    ({ code }) => code,
  );
  const told = [...codes].map(([code, of]) => `${code} ${of.length}`).join(', ');
  return `${kept.length} kept (received ${spread(kept)} ms before or after), not: ${told || 0}`;
}
