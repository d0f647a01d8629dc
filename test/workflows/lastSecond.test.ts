import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { InboxAnswer, InboxStatus } from '../../store/schema/inbox.ts';
import { clockFrom } from '../support/clockFrom.ts';
import type { Product } from '../support/product.ts';
import type { ReceiptAim } from '../support/receiptAim.ts';
import { offsetOf, receiptAim, spread } from '../support/receiptAim.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

const nominations = 500;
/** So many nominations are on their way at a time; each has a due instant of its own. */
const lanes = 24;
/** From the opening to the due instant; an opening that takes longer changes nothing, its act waits behind it. */
const leadMs = 2_000;

type Attempt = { id: string; dueAt: string };
type Row = { subject_id: string; programme_at: string; status: InboxStatus; answer: InboxAnswer | null };

test('a sign-off at −50…+50 ms around its deadline, 500 times: accepted exactly when received in time, one outcome each', async () => {
  const product = getProduct();
  const aim = receiptAim();
  let begun = 0;
  const attempts: Attempt[] = [];
  const lane = async () => {
    while (begun < nominations) attempts.push(await race(product, begun++, aim));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await until('every sign-off has an outcome and every late nomination has expired', async () => {
    const [left] = await product.store.sql<{ acts: number; drafts: number }[]>`
      select (select count(*)::int from inbox where status = 'received') as acts, (select count(*)::int from nominations where state = 'draft') as drafts`;
    return left?.acts === 0 && left.drafts === 0;
  });

  const acts = new Map(
    (
      await product.store.sql<
        Row[]
      >`select subject_id, programme_at, status, answer from inbox where type = 'draft.signOff'`
    ).map((row) => [row.subject_id, row]),
  );
  const states = new Map(
    (await product.store.sql<{ id: string; state: string }[]>`select id, state from nominations`).map((row) => [
      row.id,
      row.state,
    ]),
  );
  const events = new Map<string, string[]>();
  for (const { subject_id, type } of await product.store.sql<
    { subject_id: string; type: string }[]
  >`select subject_id, type from transitions order by subject_id, revision`) {
    events.set(subject_id, [...(events.get(subject_id) ?? []), type]);
  }

  expect(attempts).toHaveLength(nominations);
  expect(acts.size).toBe(nominations);
  const offsets: number[] = [];
  const refusals: Record<string, number> = {};
  const wrong: unknown[] = [];
  for (const { id, dueAt } of attempts) {
    const act = acts.get(id) as Row;
    const offset = Date.parse(act.programme_at) - Date.parse(dueAt);
    offsets.push(offset);
    const inTime = offset <= 0;
    const found = { status: act.status, state: states.get(id), events: events.get(id) };
    const wanted = inTime
      ? { status: 'applied', state: 'departmentReview', events: ['nomination.open', 'draft.signOff'] }
      : { status: 'refused', state: 'expired', events: ['nomination.open', 'deadline.pass'] };
    const codes = act.answer && 'refusals' in act.answer ? act.answer.refusals.map(({ code }) => code) : [];
    for (const code of codes) refusals[code] = (refusals[code] ?? 0) + 1;
    // A late act is told that it is late, or, when the nomination has expired before it came, that it is over.
    const told = inTime
      ? codes.length === 0
      : codes.length === 1 && ['PAST_DEADLINE', 'NOT_NOW'].includes(codes[0] ?? '');
    if (!told || JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push({ id, offset, codes, ...found });
  }
  const inTime = offsets.filter((offset) => offset <= 0).length;
  const near = offsets.filter((offset) => Math.abs(offset) <= 50).length;
  console.log(
    `last second: ${inTime} in time, ${nominations - inTime} late, ${near} within ±50 ms; refusals ${JSON.stringify(refusals)}; offsets ${spread(offsets)}`,
  );
  expect(wrong).toEqual([]);
  // The race was a race: both sides were met, and mostly within the 50 ms.
  expect(Math.min(inTime, nominations - inTime)).toBeGreaterThan(nominations / 10);
  expect(near).toBeGreaterThan(nominations / 4);
}, 240_000);

/** Opens a nomination that is due shortly, and signs it off at a moment spread over ±50 ms around that instant. */
async function race(product: Product, n: number, aim: ReceiptAim): Promise<Attempt> {
  const dueMs = Date.now() + leadMs;
  const dueAt = product.inMs(leadMs);
  const start = await product.prepare();
  const id = start.input.nominationId;
  const answer = await product.engine.open({
    ...start,
    input: { ...start.input, plan: { ...start.input.plan, draft: { on: dueAt } } },
  });
  if (answer.kind !== 'started') throw new Error(`Not started: ${JSON.stringify(answer)}`);
  const offset = offsetOf(n);
  await sleep(Math.max(0, dueMs + offset - aim.latencyMs() - Date.now()));
  const sentAt = Date.now();
  // Every other one as a process that dies after the receipt: a dispatcher delivers it.
  if (n % 2 === 0) await product.act(id, 'draft.signOff');
  else await product.receive(id, 'draft.signOff');
  const [row] = await product.store.sql<
    { received_at: string }[]
  >`select received_at from inbox where subject_id = ${id} and type = 'draft.signOff'`;
  if (row) aim.took(Date.parse(row.received_at) - sentAt);
  return { id, dueAt };
}
