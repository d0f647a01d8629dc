import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import { appendAudit } from '../../store/audit/append.ts';
import { compareWithChain } from '../../store/audit/compare.ts';
import { eraseNomination } from '../../store/audit/erase.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import { record } from '../../store/record.ts';
import { entryOf, programmeId, receiveAct, receiveOpening, useStore } from './fixture.ts';

const getStore = useStore();

beforeAll(async () => {
  const store = getStore();
  for (const key of ['a', 'b']) {
    const { inboxId, subjectId } = await receiveOpening(store, key);
    await record(store, entryOf(subjectId, 1, { inboxId }));
    const act = await receiveAct(store, { idempotencyKey: `${key} 2`, subjectId });
    await record(store, entryOf(subjectId, 2, { inboxId: act.inboxId }));
  }
  await appendAudit(store.sql, {
    chain: programmeId,
    kind: 'read',
    subjectId: 'gtgn-2020-0001',
    actorId: 'head',
    entry: {},
    payload: { name: 'Mai' },
  });
});

/** Does what a dishonest operator could, looks, and takes it back. */
async function tampered(...statements: string[]) {
  const store = getStore();
  let reports: Awaited<ReturnType<typeof verifyChain>> = [];
  let divergences: Awaited<ReturnType<typeof compareWithChain>> = [];
  const undo = new Error('undo');
  await store.sql
    .begin(async (tx) => {
      await tx.unsafe('set local session_replication_role = replica');
      for (const statement of statements) await tx.unsafe(statement);
      const inside = Object.assign(tx, { begin: (_: string, work: (sql: typeof tx) => Promise<unknown>) => work(tx) });
      reports = await verifyChain(inside as unknown as typeof store.sql, programmeId);
      divergences = await compareWithChain(inside as unknown as typeof store.sql);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return { firstBreak: reports[0]?.firstBreak, divergences };
}

describe('verifier', () => {
  test('finds an untouched chain whole', async () => {
    const reports = await verifyChain(getStore().sql);
    expect(reports).toMatchObject([
      { chain: programmeId, entries: 9, firstBreak: null },
      { chain: 'installation', entries: 1, firstBreak: null },
    ]);
    expect(await compareWithChain(getStore().sql)).toEqual([]);
  });

  test.each([
    [
      'an edited entry',
      `update audit_entries set entry = jsonb_set(entry, '{to}', '"awarded"') where seq = 4 and chain = '${programmeId}'`,
      4,
      'edited',
    ],
    [
      'an edited entry with its own hash made to fit',
      `update audit_entries set actor_id = 'other' where seq = 3 and chain = '${programmeId}'`,
      3,
      'edited',
    ],
    [
      'a moved instant',
      `update audit_entries set at = at - interval '1 ms' where seq = 5 and chain = '${programmeId}'`,
      5,
      'edited',
    ],
    ['a removed entry', `delete from audit_entries where seq = 2 and chain = '${programmeId}'`, 2, 'missing'],
    ['a cut tail', `delete from audit_entries where seq >= 8 and chain = '${programmeId}'`, 8, 'missing'],
    ['a wrong head', `update audit_heads set hash = sha256('x') where chain = '${programmeId}'`, 9, 'head'],
    [
      'another payload',
      `update audit_payloads set payload = '{"name": "Lan"}' where chain = '${programmeId}'`,
      9,
      'payload',
    ],
    [
      'another text in a received act',
      `update inbox set body = '{"reason": "x"}' where idempotency_key = 'a 2'`,
      3,
      'payload',
    ],
  ])('names %s', async (_, statement, seq, problem) => {
    const { firstBreak } = await tampered(statement);
    expect(firstBreak).toMatchObject({ seq, problem });
    expect(firstBreak?.at).toMatch(/^20\d\d-.*Z$/);
  });

  test.each([
    [
      'a state',
      `update nominations set state = 'awarded' where id = 'gtgn-2020-0001'`,
      'nominations',
      'gtgn-2020-0001 2',
    ],
    [
      'a decision',
      `update nominations set decision_number = '1/QĐ' where id = 'gtgn-2020-0002'`,
      'nominations',
      'gtgn-2020-0002 2',
    ],
    [
      'the timeline',
      `update transitions set to_state = 'awarded' where subject_id = 'gtgn-2020-0002' and revision = 2`,
      'transitions',
      'gtgn-2020-0002 2',
    ],
    ['a removed nomination', `delete from nominations where id = 'gtgn-2020-0001'`, 'nominations', 'gtgn-2020-0001 2'],
  ])('names a row outside the chain that was changed by hand: %s', async (_, statement, table, row) => {
    const { divergences, firstBreak } = await tampered(statement);
    expect(firstBreak).toBeNull();
    expect(divergences).toMatchObject([{ table, row, at: expect.stringMatching(/Z$/) }]);
  });

  test('names a receipt whose instant was moved', async () => {
    const { divergences } = await tampered(
      `update inbox set received_at = received_at - interval '1 day' where idempotency_key = 'b'`,
    );
    expect(divergences).toMatchObject([{ table: 'inbox' }]);
  });
});

test.each(['audit_entries', 'transitions'])('%s can be neither changed nor emptied', async (table) => {
  const { sql } = getStore();
  const refused = { code: '23001' };
  const column = table === 'transitions' ? 'type' : 'kind';
  await expect(sql.unsafe(`update ${table} set ${column} = 'x'`)).rejects.toMatchObject(refused);
  await expect(sql.unsafe(`delete from ${table}`)).rejects.toMatchObject(refused);
  await expect(sql.unsafe(`truncate ${table}`)).rejects.toMatchObject(refused);
});

test('erasure takes the texts, leaves the chain whole and is audited', async () => {
  const store = getStore();
  expect(await eraseNomination(store, 'gtgn-2020-0001', { actorId: 'head', ground: 'Luật 91/2025 Đ.14' })).toBe(true);
  const left = await store.sql`
    select (select count(*)::int from inbox where subject_id = 'gtgn-2020-0001' and body is not null) as bodies,
      (select count(*)::int from dossiers where nomination_id = 'gtgn-2020-0001' and content is not null) as dossiers,
      (select count(*)::int from audit_payloads where chain = ${programmeId}) as payloads`;
  expect(left).toEqual([{ bodies: 0, dossiers: 0, payloads: 0 }]);
  expect(await verifyChain(store.sql, programmeId)).toMatchObject([{ entries: 10, firstBreak: null }]);
  expect(await store.sql`select kind from audit_entries where chain = ${programmeId} and seq = 10`).toEqual([
    { kind: 'erasure' },
  ]);
});

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    ['Tie\u0302\u0301ng', '"Tiếng"'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4 }, '{"\\r":2,"1":3,"€":1,"😀":4}'],
    [[1e21, 1e-7, -0, 0.1], '[1e+21,1e-7,0,0.1]'],
    [{ a: undefined }, '{}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text.normalize('NFC'));
  });

  test.each([[Number.NaN], [() => 1], [new Date()], [{ 'e\u0302': 1, '\u00ea': 2 }], ['\0']])(
    'has none for %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'UNCANONICAL_VALUE' }));
    },
  );
});
