import { expect, test } from 'vitest';
import type { ActAnswer } from '../../contract/nomination.ts';
import type { RoundAnswer } from '../../contract/round.ts';
import { clockFrom } from '../support/clockFrom.ts';
import type { Product } from '../support/product.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

/** A programme minute a second: stages are due within seconds, and the window of the programme stays open. */
const getProduct = useProduct(() => ({ clock: clockFrom('2021-06-01T01:00:00.000Z', 60) }));

const dossier = { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, documents: [] };

/** Amends until the nomination has been carried on in a new run; gives the number of amendments. */
async function carryOn(product: Product, id: string): Promise<number> {
  const first = await product.runId(id);
  for (let n = 1; ; n++) {
    await product.applied(id, 'draft.amend', { dossier: { ...dossier, achievements: `Bản ${n}` } });
    if ((await product.runId(id)) !== first) return n;
    if (n === 20) throw new Error('Not carried on after twenty acts');
  }
}

async function openWith(
  product: Product,
  plan: { draft?: string; review?: string },
  continueAfterEvents = 15,
): Promise<string> {
  const far = '2030-01-01T00:00:00.000Z';
  const { input } = await product.prepare();
  return product.open({
    continueAfterEvents,
    change: { plan: { ...input.plan, draft: { on: plan.draft ?? far }, review: { on: plan.review ?? far } } },
  });
}

test('a draft carried on in a new run keeps its deadline, and expires at that instant', async () => {
  const product = getProduct();
  const dueAt = product.inMs(5_000);
  const id = await openWith(product, { draft: dueAt });
  const before = (await product.life(id)).context.deadline;
  const amended = await carryOn(product, id);
  const carried = await product.life(id);
  expect(carried.context.deadline).toEqual(before);
  expect(carried.context.deadline?.dueAt).toBe(dueAt);
  expect(carried.context.revision).toBe(1 + amended);

  await until('it has expired', async () => (await product.state(id)) === 'expired');
  const pass = (await product.timeline(id)).at(-1);
  expect(pass).toMatchObject({ type: 'deadline.pass', to: 'expired', revision: 2 + amended });
  // Neither early nor on some later occasion: within three seconds.
  expect((pass?.at ?? '') > dueAt).toBe(true);
  expect(Date.parse(pass?.at ?? '') - Date.parse(dueAt)).toBeLessThan(3_000 * 60);
});

test('an overdue stage carried on in a new run escalates at its instant', async () => {
  const product = getProduct();
  const dueAt = product.inMs(6_000);
  const id = await openWith(product, { review: dueAt }, 20);
  await carryOn(product, id);
  const signedOff = await product.runId(id);
  await product.applied(id, 'draft.signOff');
  await until('it is escalated', async () => ((await product.recorded(id)).context.deadline?.level ?? 0) === 1);
  const pass = (await product.timeline(id)).at(-1);
  expect(pass).toMatchObject({ type: 'deadline.pass', from: 'departmentReview', to: 'departmentReview' });
  expect(Date.parse(pass?.at ?? '') - Date.parse(dueAt)).toBeLessThan(3_000 * 60);
  // Carried on again after the timer's event, if that filled the history: the escalation is not forgotten.
  if ((await product.runId(id)) !== signedOff) expect((await product.life(id)).context.deadline?.level).toBe(1);
});

test('an act delivered again after the new run began gets the old answer and is not recorded twice', async () => {
  const product = getProduct();
  const id = await openWith(product, {});
  const row = await product.receive(id, 'draft.amend', { dossier: { ...dossier, achievements: 'Bản đầu' } });
  const envelope = await product.envelope(row);
  const first = await product.engine.act(id, envelope);
  expect(first).toEqual({ kind: 'applied', answer: { state: 'draft', revision: 2 } });
  await carryOn(product, id);
  const revision = (await product.life(id)).context.revision;
  expect(await product.engine.act(id, envelope)).toEqual(first);
  expect((await product.life(id)).context.revision).toBe(revision);
  const recorded = await product.store.sql`select revision from transitions where inbox_id = ${row.id}`;
  expect(recorded).toEqual([{ revision: 2 }]);
});

test('acts that keep coming while it is carried on again and again are each applied once, or refused', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const id = await openWith(product, {}, 12);
  const firstRun = await product.runId(id);
  // Each act is delivered twice at the same time, eight acts at a time; every fourth asks for a revision long gone.
  const acts = await Promise.all(
    Array.from({ length: 48 }, (_, n) =>
      product.receive(
        id,
        'draft.amend',
        { dossier: { ...dossier, achievements: `Bản ${n}` } },
        n % 4 === 3 ? { expectedRevision: 1 } : {},
      ),
    ),
  );
  await until(
    'the first act is applied',
    async () => acts[0] && (await product.engine.act(id, await product.envelope(acts[0]))).kind === 'applied',
  );
  const answers = new Map<string, (ActAnswer | RoundAnswer | string)[]>();
  let next = 0;
  const lane = async () => {
    for (let row = acts[next++]; row; row = acts[next++]) {
      const envelope = await product.envelope(row);
      const twice = [0, 1].map(() =>
        until('there is an answer', async () => {
          const answer = await product.engine.act(id, envelope);
          // An answer that there is no such workflow, or none at all, would be asked for again by a dispatcher.
          if (answer.kind === 'over') overs++;
          return answer.kind === 'applied' || answer.kind === 'refused' ? answer : null;
        }),
      );
      const both = await Promise.all(twice);
      answers.set(
        row.id,
        both.map((answer) =>
          answer.kind === 'applied' ? answer.answer : answer.refusals.map(({ code }) => code).join(),
        ),
      );
    }
  };
  let overs = 0;
  await Promise.all(Array.from({ length: 8 }, lane));

  const runs = new Set([firstRun, await product.runId(id)]);
  expect(runs.size).toBe(2);
  for (const [n, row] of acts.entries()) {
    const [one, other] = answers.get(row.id) ?? [];
    if (n % 4 === 3) expect([one, other]).toEqual(['STALE_REVISION', 'STALE_REVISION']);
    else expect(one).toEqual(other);
  }
  const applied = acts.filter((_, n) => n % 4 !== 3);
  const recorded = await product.store.sql<
    { inbox_id: string; revision: number }[]
  >`select inbox_id, revision from transitions where subject_id = ${id} and type = 'draft.amend' order by revision`;
  expect(recorded.map(({ inbox_id }) => inbox_id).sort()).toEqual(applied.map((row) => row.id).sort());
  expect(recorded.map(({ revision }) => revision)).toEqual(applied.map((_, n) => n + 2));
  const { context } = await product.life(id);
  expect(context.revision).toBe(applied.length + 1);
  expect((await product.recorded(id)).context).toEqual(context);
  const { length } = await product.client
    .history(id)
    .then((events) => events.filter(({ type }) => type === 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW'));
  console.log(`carried on ${length} times under ${2 * acts.length} deliveries; answered “over” meanwhile: ${overs}`);
  expect(length).toBeGreaterThan(2);
  product.startDispatcher();
}, 90_000);
