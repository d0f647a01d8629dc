import { describe, expect, test } from 'vitest';
import type { Store } from '../../store/connect.ts';
import { recordRefusal } from '../../store/deliver.ts';
import { OutOfOrder, RecordConflict } from '../../store/errors.ts';
import { latestDossier, openWorkItems } from '../../store/queries/details.ts';
import { inboxOfPerson, inboxOfQueue } from '../../store/queries/inbox.ts';
import { nominationById, nominationList } from '../../store/queries/nominations.ts';
import { noticesOf, noticesOfNomination } from '../../store/queries/notices.ts';
import { countsPerMovement, openWithoutOwner } from '../../store/queries/overview.ts';
import { path, timeline } from '../../store/queries/timeline.ts';
import { record } from '../../store/record.ts';
import { at, clerk, entryOf, itemOf, programmeId, receiveAct, receiveOpening, useStore } from './fixture.ts';

const getStore = useStore();

async function opened(store: Store, key: string): Promise<string> {
  const receipt = await receiveOpening(store, key);
  await record(store, entryOf(receipt.subjectId, 1, { inboxId: receipt.inboxId }));
  return receipt.subjectId;
}

async function rowsOf(store: Store, nominationId: string) {
  const [row] = await store.sql`
    select (select count(*)::int from transitions where subject_id = ${nominationId}) as transitions,
      (select count(*)::int from work_items where subject_id = ${nominationId}) as items,
      (select count(*)::int from outbox where subject_id = ${nominationId}) as notices,
      (select count(*)::int from dossiers where nomination_id = ${nominationId}) as dossiers,
      (select count(*)::int from audit_entries where subject_id = ${nominationId}) as audit`;
  return row;
}

describe('record', () => {
  test('writes projection, timeline, dossier, work item, answer and audit entry', async () => {
    const store = getStore();
    const id = await opened(store, 'all');
    expect(await nominationById(store, id)).toMatchObject({
      state: 'draft',
      revision: 1,
      unitId: 'hospital',
      nomineeName: 'Trần Thị Mai',
      unitName: 'Đơn vị hospital',
      deadlineName: 'draft',
      closedAt: null,
    });
    expect(await rowsOf(store, id)).toEqual({ transitions: 1, items: 1, notices: 0, dossiers: 1, audit: 2 });
    expect(await latestDossier(store, id)).toMatchObject({
      version: 1,
      hash: 'c'.repeat(64),
      content: { nomineeName: 'Trần Thị Mai' },
    });
    expect(await timeline(store, id)).toMatchObject([
      { revision: 1, type: 'nomination.open', at, to: 'draft', actor: { id: 'clerk', as: 'unitClerk' } },
    ]);
  });

  test('ten repetitions at once write everything once', async () => {
    const store = getStore();
    const id = await opened(store, 'repeated');
    const act = await receiveAct(store, {
      idempotencyKey: 'amend',
      subjectId: id,
      type: 'draft.amend',
      body: { dossier: { nomineeName: 'M', achievements: 'x' } },
    });
    const entry = entryOf(id, 2, { inboxId: act.inboxId, notices: [{ template: 'draft.amend', to: 'bodyInCharge' }] });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => record(store, entry)));
    expect(outcomes.filter(({ alreadyRecorded }) => !alreadyRecorded)).toHaveLength(1);
    expect(await rowsOf(store, id)).toEqual({ transitions: 2, items: 1, notices: 1, dossiers: 2, audit: 4 });
  });

  test('ten openings of the same nomination at once write it once', async () => {
    const store = getStore();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => record(store, entryOf('same-0001', 1))));
    expect(outcomes.filter(({ alreadyRecorded }) => !alreadyRecorded)).toHaveLength(1);
    expect(await rowsOf(store, 'same-0001')).toMatchObject({ transitions: 1, audit: 1 });
  });

  test('a revision ahead of its turn is retryable and comes through after the missing one', async () => {
    const store = getStore();
    const id = await opened(store, 'order');
    await expect(record(store, entryOf(id, 3))).rejects.toSatisfy(
      (error) => error instanceof OutOfOrder && error.retryable,
    );
    expect(await rowsOf(store, id)).toMatchObject({ transitions: 1 });
    await record(store, entryOf(id, 2));
    await record(store, entryOf(id, 3));
    expect(await nominationById(store, id)).toMatchObject({ revision: 3 });
  });

  test('another event under a recorded revision is a conflict, not a repetition', async () => {
    const store = getStore();
    const id = await opened(store, 'conflict');
    await record(store, entryOf(id, 2));
    await expect(
      record(store, entryOf(id, 2, { event: { type: 'deadline.pass', at }, to: 'expired' })),
    ).rejects.toThrow(RecordConflict);
  });

  test('a deadline is audited as one; the end closes the nomination and its work', async () => {
    const store = getStore();
    const id = await opened(store, 'expires');
    await record(
      store,
      entryOf(id, 2, { event: { type: 'deadline.pass', at }, to: 'expired', workItems: [] }, { deadline: null }),
    );
    expect(await nominationById(store, id)).toMatchObject({ state: 'expired', closedAt: at, deadlineName: null });
    expect(await openWorkItems(store, id)).toEqual([]);
    expect(await path(store, id)).toEqual(['draft', 'expired']);
    expect(await store.sql`select kind from audit_entries where subject_id = ${id} and revision = 2`).toEqual([
      { kind: 'deadline' },
    ]);
  });
});

describe('work items', () => {
  test('the same matter keeps its row, new ones open, the rest close', async () => {
    const store = getStore();
    const id = await opened(store, 'items');
    const [before] = await openWorkItems(store, id);
    const later = '2020-10-05T16:59:59.999Z';
    await record(
      store,
      entryOf(id, 2, {
        workItems: [
          itemOf('stage', 'unitClerk@hospital', { dueAt: later, level: 1, escalatedTo: 'reviewer@office' }),
          itemOf('stage:b', 'appraiser@b'),
        ],
      }),
    );
    const both = await openWorkItems(store, id);
    expect(both.find(({ key }) => key === 'stage')).toEqual({
      ...before,
      dueAt: later,
      level: 1,
      escalatedTo: 'reviewer@office',
    });
    await record(store, entryOf(id, 3, { workItems: [itemOf('stage:b', 'appraiser@b')] }));
    expect((await openWorkItems(store, id)).map(({ key }) => key)).toEqual(['stage:b']);
    const [closed] = await store.sql`select closed_revision from work_items where subject_id = ${id} and key = 'stage'`;
    expect(closed).toEqual({ closed_revision: 3 });
  });

  test('a person sees own and escalated items, the most urgent first, page by page', async () => {
    const store = getStore();
    const first = await opened(store, 'inbox 1');
    const second = await opened(store, 'inbox 2');
    await record(
      store,
      entryOf(first, 2, {
        workItems: [
          itemOf('stage', 'appraiser@x', {
            dueAt: '2020-09-10T00:00:00.000Z',
            level: 1,
            escalatedTo: 'approvingAuthority@committee',
          }),
        ],
      }),
    );
    await record(
      store,
      entryOf(second, 2, {
        workItems: [itemOf('stage', 'approvingAuthority@committee', { dueAt: '2020-09-05T00:00:00.000Z' })],
      }),
    );
    const all = await inboxOfPerson(store, 'chair', at);
    expect(all.map(({ subject }) => subject.id)).toEqual([second, first]);
    const [top] = await inboxOfQueue(store, 'approvingAuthority@committee', { limit: 1 });
    expect(await inboxOfPerson(store, 'chair', at, top && { limit: 1, after: top })).toMatchObject([
      { subject: { kind: 'nomination', id: first }, nominee: { name: 'Trần Thị Mai' } },
    ]);
    expect(await inboxOfPerson(store, 'nobody', at)).toEqual([]);
  });

  test('the checker of rule 12 finds a nomination that waits for nobody', async () => {
    const store = getStore();
    expect(await openWithoutOwner(store)).toEqual([]);
    const id = await opened(store, 'orphan');
    await record(store, entryOf(id, 2, { workItems: [] }));
    expect(await openWithoutOwner(store)).toEqual([{ nominationId: id, state: 'draft', revision: 2 }]);
    await record(store, entryOf(id, 3));
  });
});

describe('notices', () => {
  test('one per person and template, none to who acted, the nominee only with an address', async () => {
    const store = getStore();
    const id = await opened(store, 'told');
    const notices = (['submittingUnit', 'unitHead', 'bodyInCharge', 'nominee'] as const).map((to) => ({
      template: 'draft.signOff' as const,
      to,
    }));
    await record(store, entryOf(id, 2, { notices }));
    const rows = await noticesOfNomination(store, id);
    expect(rows.map(({ recipientPerson }) => recipientPerson).sort()).toEqual(['head', 'nurse', 'reviewer']);
    expect(new Set(rows.map(({ messageId }) => messageId)).size).toBe(3);
    await record(store, entryOf(id, 3, { notices }, { nominee: { kind: 'individual', id: 'porter' } }));
    expect(
      (await noticesOfNomination(store, id))
        .filter(({ revision }) => revision === 3)
        .map(({ recipientPerson }) => recipientPerson)
        .sort(),
    ).toEqual(['head', 'reviewer']);
  });

  test('who acted is told when nobody else is there', async () => {
    const store = getStore();
    const id = await opened(store, 'alone');
    const event = {
      type: 'review.shortlist' as const,
      at,
      as: 'reviewer' as const,
      reasonGiven: false,
      actor: { ...clerk, personId: 'reviewer' },
    };
    await record(store, entryOf(id, 2, { event, notices: [{ template: 'review.shortlist', to: 'bodyInCharge' }] }));
    expect((await noticesOfNomination(store, id)).map(({ recipientPerson }) => recipientPerson)).toEqual(['reviewer']);
  });

  test('a notice without an address shows as undeliverable; a permanent Message-ID names the mail domain', async () => {
    const store = getStore();
    const id = await opened(store, 'unreachable');
    await store.sql`update people set email = null where id = 'reviewer'`;
    const notices = [{ template: 'deadline.escalated' as const, to: 'bodyInCharge' as const }];
    await record(store, entryOf(id, 2, { notices, event: { type: 'deadline.pass', at } }), {
      mailDomain: 'soyte.example.vn',
    });
    const [notice] = await noticesOf(store, 'reviewer');
    expect(notice).toMatchObject({
      status: 'dead',
      lastError: 'NO_ADDRESS',
      data: { type: 'deadline.pass', to: 'draft', movementId: 'covid' },
    });
    expect(notice?.messageId).toBe(`<${notice?.id}@soyte.example.vn>`);
  });
});

test('lists and counts', async () => {
  const store = getStore();
  const id = await opened(store, 'listed');
  expect((await nominationList(store, { unitId: 'hospital', state: 'draft' })).map((row) => row.id)).toContain(id);
  const counts = await countsPerMovement(store, programmeId);
  expect(counts.find(({ state }) => state === 'draft')).toMatchObject({
    movementId: 'covid',
    nomineeKind: 'individual',
  });
});

test('a refused attempt is part of the timeline', async () => {
  const store = getStore();
  const id = await opened(store, 'attempted');
  const act = await receiveAct(store, { idempotencyKey: 'attempt', subjectId: id, type: 'authority.award' });
  await recordRefusal(store, act.inboxId, [{ code: 'NOT_YOUR_ROLE', detail: {} }]);
  expect((await timeline(store, id)).at(-1)).toMatchObject({
    revision: null,
    type: 'authority.award',
    refusals: [{ code: 'NOT_YOUR_ROLE' }],
  });
});
