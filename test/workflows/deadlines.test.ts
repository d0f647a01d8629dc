import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { localDay } from '../../contract/calendarDay.ts';
import { toReal } from '../../contract/clock.ts';
import type { NominationInput, StageDue } from '../../contract/nomination.ts';
import type { DeadlineName } from '../../contract/states.ts';
import { deadlineNames } from '../../contract/states.ts';
import { clockFrom } from '../support/clockFrom.ts';
import type { HistoryEvents, Product } from '../support/product.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

/** A programme day takes two seconds. */
const dayRealMs = 2_000;
const speed = 86_400_000 / dayRealMs;
const getProduct = useProduct(() => ({ clock: clockFrom('2021-06-01T01:00:00.000Z', speed) }));

test('an official who is late is escalated step by step up the chain; the matter stays where it is', async () => {
  const product = getProduct();
  const dueAt = product.inMs(2_500);
  const id = await product.open(withPlan({ review: { on: dueAt } }, { escalation: { everyDays: 1, chain } }));
  await product.applied(id, 'draft.signOff');
  const item = () =>
    product.store.sql`select queue, level, escalated_to from work_items where subject_id = ${id} and closed_at is null`;
  expect(await item()).toEqual([{ queue: 'reviewer@vanPhongSo', level: 0, escalated_to: null }]);
  await until(
    'the last step is reached',
    async () => ((await product.recorded(id)).context.deadline?.level ?? 0) === 3,
  );

  expect(await product.state(id)).toBe('departmentReview');
  expect(await item()).toEqual([{ queue: 'reviewer@vanPhongSo', level: 3, escalated_to: 'administrator@soYTe' }]);
  expect((await product.recorded(id)).context.deadline?.dueAt).toBe(dueAt);
  const passes = await passesOf(product, id);
  expect(passes.length).toBeGreaterThanOrEqual(3);
  for (const at of passes) expect(at > dueAt).toBe(true);
  const told = await product.store.sql<{ level: number; people: string[] }[]>`
    select (data #>> '{deadline,level}')::int as level, array_agg(recipient_person order by recipient_person) as people from outbox
    where subject_id = ${id} and template = 'deadline.escalated' and (data #>> '{deadline,level}')::int <= 3
      and revision <= 5 group by 1, revision order by revision`;
  const owners = ['vps.reviewer', 'vps.reviewer2'];
  expect(told.map(({ level, people }) => [level, people])).toEqual([
    [1, [...owners, 'vps.secretary'].sort()],
    [2, ['syt.deputy', 'syt.director', ...owners]],
    [3, ['syt.admin', ...owners]],
  ]);
  // The owner may still do what is overdue.
  expect(await product.applied(id, 'review.shortlist')).toMatchObject({ state: 'councilReview' });
});

test('a hold stops the clock and a resumption lets it go on with what was left', async () => {
  const product = getProduct();
  const dueAt = product.inMs(3_000);
  const id = await product.open(withPlan({ review: { on: dueAt } }));
  await product.applied(id, 'draft.signOff');
  await product.applied(id, 'nomination.hold', { ground: 'complaint', reason: 'Có đơn khiếu nại' });
  const [, , held] = await product.timeline(id);
  const remainingMs = Date.parse(dueAt) - Date.parse(held?.at ?? '');
  expect((await product.recorded(id)).context.hold).toMatchObject({ remainingMs, deadlineName: 'review' });
  await until('the first due instant is well past', async () => product.now() > plus(dueAt, dayMs / 2));
  expect(await passesOf(product, id)).toEqual([]);

  await product.applied(id, 'nomination.resume', { reason: 'Đã giải quyết xong' });
  const resumed = (await product.timeline(id)).at(-1);
  const newDueAt = plus(resumed?.at ?? '', remainingMs);
  expect((await product.recorded(id)).context.deadline).toMatchObject({
    name: 'review',
    dueAt: newDueAt,
    wakeAt: newDueAt,
    level: 0,
  });
  expect(await product.state(id)).toBe('departmentReview');
  const [pass = ''] = await until(
    'it is overdue',
    async () => (await passesOf(product, id)).length > 0 && passesOf(product, id),
  );
  expect(pass > newDueAt).toBe(true);
  // At that instant and not at the next occasion: within two seconds of it.
  expect(Date.parse(pass) - Date.parse(newDueAt)).toBeLessThan(2_000 * speed);
});

test('an act received in time and not yet delivered keeps the deadline from ending the nomination', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const dueAt = product.inMs(2_000);
  const id = await product.open(withPlan({ draft: { on: dueAt } }));
  const row = await product.receive(id, 'draft.signOff');
  expect(row.programmeAt <= dueAt).toBe(true);
  await until('the deadline is well past', async () => product.now() > plus(dueAt, 2 * dayMs));
  expect((await product.life(id)).context.deadline?.dueAt).toBe(dueAt);
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual(['nomination.open']);
  const asked = (await product.history(id)).filter((event) => event.timerStartedEventAttributes).length;

  product.startDispatcher();
  await until('it is applied', async () => (await product.state(id)) === 'departmentReview');
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual(['nomination.open', 'draft.signOff']);
  // It asks less and less often: an act that cannot be delivered must not keep engine and database busy for ever.
  expect(asked).toBeLessThanOrEqual(7);
});

test('an act refused after its receipt lets the deadline pass', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const id = await product.open(withPlan({ draft: { on: product.inMs(1_500) } }));
  await product.receive(id, 'review.shortlist');
  await sleep(1_700);
  expect(await product.state(id)).toBe('draft');
  product.startDispatcher();
  await until('it has expired', async () => (await product.state(id)) === 'expired');
  expect((await product.timeline(id)).map(({ revision, type }) => [revision, type])).toEqual([
    [1, 'nomination.open'],
    [null, 'review.shortlist'],
    [2, 'deadline.pass'],
  ]);
});

test('what was asked about one deadline is not believed of the next one', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const draftDueAt = product.inMs(1_500);
  const id = await product.open(withPlan({ draft: { on: draftDueAt } }));
  // All of it is received while the engine gives no answer; the supplement after the first deadline and before the second.
  await product.stopWorker();
  const signOff = await product.receive(id, 'draft.signOff');
  const back = await product.receive(id, 'review.return', {
    items: [{ code: 'a', text: 'Bổ sung' }],
    dueOn: localDay(plus(product.now(), 3 * dayMs)),
    reason: 'Thiếu hồ sơ',
  });
  await until('the first deadline is past', async () => product.now() > plus(draftDueAt, dayMs / 20));
  const supplement = await product.receive(id, 'supplement.submit', {
    dossier: { nomineeName: 'Lê Văn Ví Dụ', achievements: 'Đã bổ sung' },
  });
  expect(supplement.programmeAt > draftDueAt).toBe(true);

  // The question about the first deadline gets no answer while both acts are applied.
  const { told } = await product.store.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(subject_lock_key(${id}))`;
    await product.startWorker();
    await until('the workflow asks', async () => {
      const [asking] = await product.store
        .sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
      return asking !== undefined;
    });
    // A worker that waits for the database takes new acts only every few seconds: both are on their way, in this order.
    const applied = (row: typeof signOff) =>
      until(`${row.type} is applied, and the engine has said so`, async () => {
        await product.deliver(row);
        const [kept] = await product.store.sql`select status from inbox where id = ${row.id}`;
        return kept?.status === 'applied';
      });
    const first = applied(signOff);
    await sleep(500);
    const both = Promise.all([first, applied(back)]);
    both.catch(() => undefined);
    // Their records wait for their turn behind the question.
    const { context } = await until('both are applied', async () => {
      const life = await product.life(id);
      return life.context.deadline?.name === 'supplement' && life;
    });
    // By the workflow's own time too, which stands still within a workflow task.
    const secondMs = toReal(product.clock, context.deadline?.dueAt ?? '');
    const startedAfter = (event: HistoryEvents[number]) =>
      event.workflowTaskStartedEventAttributes && Number(event.eventTime?.seconds) * 1_000 > secondMs;
    await until('the second deadline is past too', async () => (await product.history(id)).some(startedAfter));
    return { told: both };
  });
  await told;
  product.startDispatcher();
  await until('it is decided', async () => (await product.state(id)) !== 'returned');
  expect((await product.timeline(id)).map(({ type, to }) => [type, to])).toEqual([
    ['nomination.open', 'draft'],
    ['draft.signOff', 'departmentReview'],
    ['review.return', 'returned'],
    ['supplement.submit', 'departmentReview'],
  ]);
}, 90_000);

const dayMs = 86_400_000;
const chain: NominationInput['escalation']['chain'] = [
  'councilSecretary@vanPhongSo',
  'approvingAuthority@soYTe',
  'administrator@soYTe',
];

function plus(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** Every stage is due far away but for those given. */
function withPlan(plan: Partial<Record<DeadlineName, StageDue>>, change: Partial<NominationInput> = {}) {
  const far: StageDue = { on: '2030-01-01T00:00:00.000Z' };
  const all = Object.fromEntries(deadlineNames.map((name) => [name, far]));
  return { change: { ...change, plan: { ...all, ...plan } as NominationInput['plan'] } };
}

async function passesOf(product: Product, id: string): Promise<string[]> {
  return (await product.timeline(id)).filter(({ type }) => type === 'deadline.pass').map(({ at }) => at);
}
