import { beforeAll, expect, test } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import type { ChangedSubject } from '../../contract/changes.ts';
import type { NoticeTemplate } from '../../contract/nomination.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { NoticeValues } from '../../contract/texts/notices/shape.ts';
import { noticeValues } from '../../store/outboxFacts.ts';
import { noticesOfNomination } from '../../store/queries/notices.ts';
import { programmeId, useStore } from './fixture.ts';
import type { LiveRound } from './roundFixture.ts';
import {
  addRoundPeople,
  answerBy,
  appraiseLive,
  chair,
  closesAt,
  openLive,
  opensAt,
  roundInputOf,
} from './roundFixture.ts';

const store = useStore();
beforeAll(() => addRoundPeople(store()));

const [actor, as] = chair;
const extended = endOfDay('2020-10-14');

/** Gives what the person's latest notice of this template is made from. */
async function valuesOf(round: LiveRound, person: string, template: NoticeTemplate): Promise<NoticeValues> {
  const rows = await noticesOfNomination(store(), round.id);
  const own = rows.filter((row) => row.recipientPerson === person && row.template === template);
  const [latest] = own.toSorted((a, b) => b.revision - a.revision);
  if (!latest) throw new Error(`No ${template} for ${person}`);
  return noticeValues(store(), latest);
}

const change = (id: string, content: object) =>
  ({
    type: 'deadline.change',
    at: '2020-09-02T02:00:00.000Z',
    actor,
    as,
    reasonGiven: true,
    changeId: id,
    ...content,
  }) as RoundEvent;

/** Keeps an applied change of the round, so that its notices find what it did. */
async function kept(id: string, roundId: string, did: Partial<ChangedSubject>): Promise<void> {
  const preview = { subjects: [{ id: roundId, kind: 'round', deadlines: [], rules: [], ...did }] };
  await store().sql`
    insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
    values (${id}, ${programmeId}, '{}', ${JSON.stringify(preview)}::jsonb, 'h', 'chair', 'approvingAuthority', 'Bão số 5', false, real_now())`;
}

test('late answers are waited for from the units that owe them, not from whoever is asked to chase them', async () => {
  const round = await openLive(store(), roundInputOf('late'));
  await round.pass({ type: 'deadline.pass', at: new Date(Date.parse(answerBy) + 1).toISOString() });
  const owner = ['Đơn vị hospital', 'Phòng khám đa khoa'];
  expect(await valuesOf(round, 'secretary', 'round.escalated')).toMatchObject({ deadlineName: 'answer', owner });
  const later = await appraiseLive(store(), roundInputOf('later'));
  expect(await valuesOf(later, 'reviewer', 'round.closing')).toMatchObject({ owner: ['Đơn vị office'] });
});

test('the end of nominating is the one that now holds, for a unit with an end of its own that one', async () => {
  const round = await openLive(store(), roundInputOf('window'));
  expect(await valuesOf(round, 'head', 'round.open')).toMatchObject({
    windowFrom: opensAt,
    windowTo: closesAt,
    answerBy,
  });
  const own = { name: 'closing' as const, from: closesAt, to: extended, provisional: false };
  await kept('clinics', round.id, { deadlines: [{ ...own, unit: 'clinic' }] });
  await round.pass(change('clinics', { of: 'closing', dueAt: extended, unit: 'clinic' }));
  const told = { changes: [{ name: 'closing', from: closesAt, to: extended, unitName: 'Phòng khám đa khoa' }] };
  expect(await valuesOf(round, 'clinic.head', 'deadline.change')).toMatchObject({ ...told, windowTo: extended });
  expect(await valuesOf(round, 'reviewer', 'deadline.change')).toMatchObject({ ...told, windowTo: closesAt });
  expect(await valuesOf(round, 'head', 'round.open')).toMatchObject({ windowTo: closesAt });
  await round.pass(change('all', { of: 'closing', dueAt: extended }));
  expect(await valuesOf(round, 'head', 'deadline.change')).toMatchObject({ windowTo: extended });
  expect(await valuesOf(round, 'reviewer', 'deadline.change')).toMatchObject({ windowTo: extended });
});

test('new rules are told with their day, where they are a day alone', async () => {
  const round = await openLive(store(), roundInputOf('rules'));
  const rules: ChangedSubject['rules'] = [
    { name: 'draft', from: null, to: { on: extended } },
    { name: 'council', from: null, to: { on: extended, withinDays: 5 } },
    { name: 'decision', from: null, to: { withinDays: 5 } },
  ];
  await kept('rules', round.id, { rules });
  await round.pass(change('rules', { plan: { council: { withinDays: 12 } } }));
  const { ruleChanges } = await valuesOf(round, 'reviewer', 'deadline.change');
  expect(ruleChanges).toEqual([{ name: 'draft', on: extended }, { name: 'council' }, { name: 'decision' }]);
});
