import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundContext } from '../../../contract/round.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { uuidV7 } from '../../../store/ids.ts';
import { migrate } from '../../../store/migrate.ts';
import { noticeValues } from '../../../store/outboxFacts.ts';
import * as schema from '../../../store/schema/index.ts';
import type { NoticeData } from '../../../store/schema/outbox.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import { noticeRow, putNotice, runDrain, startSmtp } from './support.ts';

const roundId = '004/2.4/nam2021';
const at = '2021-02-01T02:00:00.000Z';
const closing = '2021-06-30T16:59:59.999Z';
const inboxId = uuidV7();
let database: FreshDatabase;
let store: Store;

const plan: MovementPlan = {
  criteria: [
    { code: 'a', text: 'Hoàn thành chỉ tiêu khám, chữa bệnh' },
    { code: 'b', text: 'Không có đơn thư khiếu nại đúng' },
  ],
  awardForm: 'giayKhen',
  opensOn: '2021-02-01',
  window: { from: '2021-06-01', to: '2021-06-30' },
  quota: { collective: { kind: 'fixed', count: 5 }, individual: { kind: 'fixed', count: 10 } },
  answerBy: '2021-02-15',
  deadlines: {},
};

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
  await seed();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function seed(): Promise<void> {
  const { db } = store;
  await db.insert(schema.bodies).values([
    { id: 'bvBaRia', name: 'Bệnh viện Bà Rịa' },
    { id: 'bvVungTau', name: 'Bệnh viện Vũng Tàu' },
    { id: 'phongNghiepVu', name: 'Phòng Nghiệp vụ' },
  ]);
  const person = (id: string, homeBody: string) => ({
    id,
    name: `Ông ${id}`,
    email: `${id}@syt.example`,
    locale: 'vi',
    homeBody,
  });
  await db
    .insert(schema.people)
    .values([person('head.br', 'bvBaRia'), person('head.vt', 'bvVungTau'), person('reviewer', 'phongNghiepVu')]);
  const validFrom = '2021-01-01T00:00:00.000Z';
  await db.insert(schema.roleAssignments).values([
    { personId: 'head.br', role: 'unitHead', bodyId: 'bvBaRia', validFrom },
    { personId: 'head.vt', role: 'unitHead', bodyId: 'bvVungTau', validFrom },
    { personId: 'reviewer', role: 'reviewer', bodyId: 'phongNghiepVu', validFrom },
  ]);
  const ref = '004@1#abc';
  await db.insert(schema.programmeVersions).values({
    ref,
    id: '004',
    version: '1',
    hash: 'abc',
    storedAt: at,
    definition: {
      title: { value: 'Kế hoạch thi đua năm 2021' },
      movements: [{ id: '2.4', title: { value: 'Thầy thuốc như mẹ hiền' } }],
      phases: [{ id: 'nam2021', name: 'Năm 2021' }],
    },
  });
  const context = {
    bodies: {
      inCharge: 'phongNghiepVu',
      standingBody: 'vanPhong',
      council: 'hoiDong',
      authorities: ['giamDoc'],
      units: ['bvBaRia', 'bvVungTau'],
    },
    answers: { bvVungTau: { at: '2021-01-31T02:00:00.000Z', takesPart: true } },
    approved: null,
  } as unknown as RoundContext;
  await db.insert(schema.rounds).values({
    id: roundId,
    programmeId: '004',
    programmeRef: ref,
    movementId: '2.4',
    phaseId: 'nam2021',
    state: 'open',
    revision: 5,
    snapshot: { value: 'open', context, status: 'active' },
    begunAt: at,
    changedAt: at,
  });
  await db.insert(schema.roundPlans).values([
    { roundId, version: 1, content: { ...plan, awardForm: 'bangKhen' }, hash: 'x', submittedRevision: 2 },
    { roundId, version: 2, content: plan, hash: 'y', submittedRevision: 3, approvedRevision: 4 },
  ]);
  await db.insert(schema.roundHandovers).values({
    roundId,
    revision: 7,
    stage: 'open',
    nominations: ['004-0001'],
    counts: { units: 0, department: 12, council: 0, decision: 0, awarded: 0, published: 0, onHold: 1, over: 3 },
    listHash: 'z',
    at,
  });
  await db.insert(schema.inbox).values({
    id: inboxId,
    idempotencyKey: 'k',
    actorId: 'head.vt',
    asRole: 'unitHead',
    programmeId: '004',
    subjectId: roundId,
    type: 'unit.answer' as never,
    body: { unit: 'bvVungTau', takesPart: true },
    receivedAt: at,
    programmeAt: at,
    status: 'applied',
    appliedRevision: 6,
  });
  const transition = { subjectId: roundId, at, recordedAt: at, fromState: 'open' as const, toState: 'open' as const };
  await db.insert(schema.transitions).values([
    { ...transition, revision: 5, type: 'deadline.pass' },
    { ...transition, revision: 6, type: 'unit.answer' as never, inboxId, actorId: 'head.vt', asRole: 'unitHead' },
    { ...transition, revision: 7, type: 'stage.complete' as never },
  ]);
  await db.insert(schema.workItems).values({
    subjectId: roundId,
    key: 'open:answer',
    queue: 'reviewer@phongNghiepVu',
    openedAt: at,
    dueAt: closing,
    nextEscalationAt: closing,
    level: 0,
    openedRevision: 5,
  });
}

function notice(person: string, revision: number, template: string, data: Partial<NoticeData> = {}): Promise<string> {
  return putNotice(store, {
    subjectId: roundId,
    revision,
    template: template as never,
    recipientPerson: person,
    recipientName: `Ông ${person}`,
    address: `${person}@syt.example`,
    data: {
      type: revision === 5 ? 'deadline.pass' : template,
      from: 'approved',
      to: 'open',
      at,
      movementId: '2.4',
      inboxId: null,
      deadline: { name: 'closing', dueAt: closing, level: 0 },
      ...data,
    },
  });
}

const valuesOf = async (id: string) => noticeValues(store, await noticeRow(store, id));

describe('what a notice of a round is made from', () => {
  it('is the movement, the phase, the approved plan and what the recipient is to the round', async () => {
    expect(await valuesOf(await notice('head.br', 5, 'round.open'))).toMatchObject({
      about: 'round',
      roundId,
      movementTitle: 'Thầy thuốc như mẹ hiền',
      phaseName: 'Năm 2021',
      programmeTitle: 'Kế hoạch thi đua năm 2021',
      bodyInCharge: 'Phòng Nghiệp vụ',
      awardForm: 'giayKhen',
      windowFrom: '2021-06-01',
      windowTo: '2021-06-30',
      criteria: ['Hoàn thành chỉ tiêu khám, chữa bệnh', 'Không có đơn thư khiếu nại đúng'],
      answerBy: '2021-02-15',
      owner: ['Phòng Nghiệp vụ'],
      to: ['units', 'unansweredUnits'],
    });
    expect(await valuesOf(await notice('head.vt', 5, 'round.open'))).toMatchObject({ to: ['units'] });
    expect(await valuesOf(await notice('reviewer', 5, 'round.open'))).toMatchObject({
      to: ['bodyInCharge', 'currentOwner'],
    });
  });

  it('names the unit that answered, and counts what a stage hands on', async () => {
    expect(await valuesOf(await notice('reviewer', 6, 'unit.answer'))).toMatchObject({
      unitName: 'Bệnh viện Vũng Tàu',
      takesPart: 'yes',
      actorName: 'Ông head.vt',
    });
    expect(await valuesOf(await notice('reviewer', 7, 'stage.complete'))).toMatchObject({ counts: { department: 12 } });
  });

  it('becomes a mail that tells a unit of the launch: criteria, window, and by when to answer', async () => {
    await store.sql`truncate outbox, deliveries`;
    const server = await startSmtp();
    await notice('head.br', 5, 'round.open');
    await notice('reviewer', 7, 'stage.complete');
    await runDrain(store, server.url);
    await server.stop();
    const launch = server.mails.find(({ recipients }) => recipients[0] === 'head.br@syt.example');
    expect(launch?.subject).toBe('Phát động phong trào “Thầy thuốc như mẹ hiền” (Năm 2021)');
    expect(launch?.text).toContain('1. Hoàn thành chỉ tiêu khám, chữa bệnh');
    expect(launch?.text).toContain('từ ngày 01/06/2021 đến hết ngày 30/06/2021; hình thức khen thưởng: Giấy khen');
    expect(launch?.text).toContain('Thời hạn trả lời việc tham gia: ngày 15/02/2021');
    expect(launch?.text).not.toContain('…');
    expect(launch?.headers.get('x-vinhdanh-round')).toBe(roundId);
    expect(launch?.headers.has('x-vinhdanh-nomination')).toBe(false);
    const stage = server.mails.find(({ recipients }) => recipients[0] === 'reviewer@syt.example');
    expect(stage?.text).toContain('Đang ở bộ phận phụ trách: 12');
    expect(stage?.text).not.toMatch(/Đang ở Hội đồng|…/);
  });

  it('that cannot be written fails by itself, and the others go', async () => {
    await store.sql`truncate outbox, deliveries`;
    const server = await startSmtp();
    const broken = await notice('head.br', 5, 'round.open', { at: 'never' });
    const unknown = await notice('head.vt', 5, 'round.dance');
    await notice('reviewer', 5, 'round.closing');
    expect(await runDrain(store, server.url)).toMatchObject({ sent: 1, failed: 2 });
    await server.stop();
    expect(await noticeRow(store, broken)).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('TEMPORARY'),
    });
    expect(await noticeRow(store, unknown)).toMatchObject({
      lastError: expect.stringContaining('UNKNOWN_TEMPLATE round.dance'),
    });
  });
});
