import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NominationContext } from '../../../contract/nomination.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { uuidV7 } from '../../../store/ids.ts';
import { migrate } from '../../../store/migrate.ts';
import { noticeValues } from '../../../store/outboxFacts.ts';
import * as schema from '../../../store/schema/index.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import { noticeRow, putNotice, runDrain, startSmtp } from './support.ts';

const at = '2021-06-01T03:00:00.000Z';
const returnedAt = '2021-06-10T03:00:00.000Z';
const inboxId = uuidV7();
let database: FreshDatabase;
let store: Store;

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
    { id: 'phongNghiepVu', name: 'Phòng Nghiệp vụ' },
  ]);
  await db.insert(schema.people).values([
    { id: 'unit.clerk', name: 'Nguyễn Thị Hoa', email: 'hoa@bvbaria.example', locale: 'vi', homeBody: 'bvBaRia' },
    { id: 'reviewer.a', name: 'Trần Văn Bình', email: 'binh@syt.example', locale: 'vi', homeBody: 'phongNghiepVu' },
  ]);
  await db.insert(schema.roleAssignments).values([
    { personId: 'unit.clerk', role: 'unitClerk', bodyId: 'bvBaRia', validFrom: '2021-01-01T00:00:00.000Z' },
    { personId: 'reviewer.a', role: 'reviewer', bodyId: 'phongNghiepVu', validFrom: '2021-01-01T00:00:00.000Z' },
  ]);
  await db
    .insert(schema.nominees)
    .values({ kind: 'individual', id: 'lan', name: 'Phạm Thị Lan', email: 'lan@bvbaria.example', locale: 'vi' });
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
    },
  });
  const context = {
    bodies: {
      unit: 'bvBaRia',
      inCharge: 'phongNghiepVu',
      standingBody: 'vanPhong',
      council: 'hoiDong',
      authorities: ['giamDoc'],
      divisions: [],
    },
    tier: 0,
    appraisals: [],
    hold: null,
    refusalGround: null,
    decision: null,
  } as unknown as NominationContext;
  await db.insert(schema.nominations).values({
    id: '004-0001',
    programmeId: '004',
    programmeRef: ref,
    movementId: '2.4',
    road: 'standard',
    unitId: 'bvBaRia',
    nomineeKind: 'individual',
    nomineeId: 'lan',
    state: 'returned',
    revision: 3,
    tier: 0,
    snapshot: { value: 'returned', context, status: 'active' },
    openedAt: at,
    changedAt: returnedAt,
  });
  await db.insert(schema.inbox).values({
    id: inboxId,
    idempotencyKey: 'k',
    actorId: 'reviewer.a',
    asRole: 'reviewer',
    programmeId: '004',
    subjectId: '004-0001',
    type: 'review.return',
    body: {
      items: [
        { code: 'a', text: 'Báo cáo thành tích <chưa ký>' },
        { code: 'b', text: 'Biên bản họp bình xét' },
      ],
      dueOn: '2021-06-20',
      reason: 'Thiếu tài liệu',
    },
    receivedAt: returnedAt,
    programmeAt: returnedAt,
    status: 'applied',
    appliedRevision: 3,
  });
  await db.insert(schema.transitions).values({
    subjectId: '004-0001',
    revision: 3,
    type: 'review.return',
    fromState: 'departmentReview',
    toState: 'returned',
    at: returnedAt,
    recordedAt: returnedAt,
    inboxId,
    actorId: 'reviewer.a',
    asRole: 'reviewer',
  });
  const item = { subjectId: '004-0001', dueAt: at, nextEscalationAt: at, level: 0, openedAt: at };
  await db.insert(schema.workItems).values([
    {
      ...item,
      key: 'review',
      queue: 'reviewer@phongNghiepVu',
      openedRevision: 2,
      closedRevision: 3,
      closedAt: returnedAt,
    },
    { ...item, key: 'supplement', queue: 'unitClerk@bvBaRia', openedRevision: 3 },
  ]);
}

function notice(recipientPerson: string, address: string): Promise<string> {
  return putNotice(store, {
    revision: 3,
    recipientPerson,
    address,
    data: {
      type: 'review.return',
      from: 'departmentReview',
      to: 'returned',
      at: returnedAt,
      movementId: '2.4',
      nominee: { kind: 'individual', id: 'lan' },
      inboxId,
      deadline: { name: 'supplement', dueAt: '2021-06-20T16:59:59.999Z', level: 0 },
    },
  });
}

describe('what a notice is made from', () => {
  it('reads names and texts from the record, and whom it goes to from the roles held then', async () => {
    const values = await noticeValues(store, await noticeRow(store, await notice('unit.clerk', 'hoa@bvbaria.example')));
    expect(values).toMatchObject({
      nomineeName: 'Phạm Thị Lan',
      unitName: 'Bệnh viện Bà Rịa',
      movementTitle: 'Thầy thuốc như mẹ hiền',
      programmeTitle: 'Kế hoạch thi đua năm 2021',
      owner: ['Bệnh viện Bà Rịa'],
      actorName: 'Trần Văn Bình',
      reason: 'Thiếu tài liệu',
      state: 'returned',
      dueAt: '2021-06-20T16:59:59.999Z',
      to: ['submittingUnit', 'currentOwner'],
    });
    expect(
      (await noticeValues(store, await noticeRow(store, await notice('reviewer.a', 'binh@syt.example')))).to,
    ).toEqual(['bodyInCharge']);
    expect((await noticeValues(store, await noticeRow(store, await notice('lan', 'lan@bvbaria.example')))).to).toEqual([
      'nominee',
    ]);
  });

  it('tells the unit what is missing, until when and how; the reviewer, who acts next', async () => {
    const server = await startSmtp();
    await runDrain(store, server.url);
    await server.stop();
    const to = (address: string) => server.mails.find(({ recipients }) => recipients.includes(address));
    const unit = to('hoa@bvbaria.example');
    expect(unit?.subject).toBe('Đề nghị bổ sung hồ sơ chậm nhất ngày 20/06/2021: Phạm Thị Lan');
    expect(unit?.text).toContain('1. Báo cáo thành tích <chưa ký>\n  2. Biên bản họp bình xét');
    expect(unit?.text).toContain('gửi lại hồ sơ chậm nhất hết ngày 20/06/2021');
    expect(unit?.text).toContain('vinhdanh show 004-0001');
    expect(unit?.text).toContain('Lý do: Thiếu tài liệu');
    expect(unit?.html).toContain('<li>Báo cáo thành tích &#60;chưa ký&#62;</li>');
    expect(to('binh@syt.example')?.text).toContain(
      'Bước tiếp theo do Bệnh viện Bà Rịa thực hiện, chậm nhất hết ngày 20/06/2021',
    );
  });
});
