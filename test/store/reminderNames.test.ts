import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { StageDue } from '../../contract/nomination.ts';
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import { roundDeadlineNames } from '../../contract/roundStates.ts';
import { composeNotice } from '../../contract/texts/notices/compose.ts';
import { plainText } from '../../contract/texts/notices/render.ts';
import { roundDeadlineTexts } from '../../contract/texts/round/deadlines.ts';
import { stateOfDeadline } from '../../machines/round/deadlines.ts';
import { uuidV7 } from '../../store/ids.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { noticeValues } from '../../store/outboxFacts.ts';
import { noticesOfNomination } from '../../store/queries/notices.ts';
import { record } from '../../store/record.ts';
import { sendDueReminders } from '../../store/reminders.ts';
import { due, entryOf, itemOf, programmeId, useStore } from './fixture.ts';
import type { LiveRound } from './roundFixture.ts';
import {
  addRoundPeople,
  beginLive,
  chair,
  noCounts,
  opensAt,
  plan,
  planFacts,
  planHash,
  reviewer,
  roundInputOf,
} from './roundFixture.ts';

const store = useStore();
beforeAll(() => addRoundPeople(store()));

/** A clock that stands at the instant. */
function standing(origin: string): ProgrammeClock {
  return { origin, start: new Date(Date.now() - 1_000).toISOString(), speed: 1e-9 };
}

const reminded = Object.fromEntries(
  roundDeadlineNames.map((name): [string, StageDue] => [
    name,
    ['opening', 'answer', 'closing'].includes(name) ? { remindBefore: [1] } : { withinDays: 5, remindBefore: [1] },
  ]),
) as Record<RoundDeadlineName, StageDue>;

async function remindersOf(subjectId: string): Promise<OutboxRow[]> {
  const rows = await noticesOfNomination(store(), subjectId);
  return rows.filter(({ template }) => template === 'deadline.remind');
}

/** Leads a round through every state it can wait in; in each, all its reminders are written. */
async function remindedThroughout(): Promise<LiveRound> {
  const round = await beginLive(store(), roundInputOf('reminded', { plan: reminded, stalledAfterDays: null }));
  const remind = async () => {
    const latest = round
      .last()
      .workItems.flatMap(({ remindAt = [] }) => remindAt)
      .sort()
      .at(-1);
    if (latest === undefined) throw new Error(`No reminder in ${round.last().to}`);
    await sendDueReminders(store(), standing(latest), 100);
  };
  const next = () => new Date(Date.parse(round.last().snapshot.context.deadlines[0]?.wakeAt ?? '') + 1).toISOString();
  const [actor, as] = chair;
  await remind();
  await round.act(reviewer, '2020-08-26T02:00:00.000Z', { type: 'plan.submit', plan: planFacts }, { plan });
  await remind();
  await round.act(chair, '2020-08-27T02:00:00.000Z', { type: 'plan.approve', planHash }, { planHash });
  await remind();
  await round.pass({ type: 'deadline.pass', at: opensAt });
  await remind();
  const suspended = { at: '2020-09-02T02:00:00.000Z', actor, as, reasonGiven: true, changeId: 'c' };
  await round.pass({ type: 'round.suspend', ...suspended });
  await remind();
  await round.pass({ type: 'round.resume', ...suspended, at: '2020-09-03T02:00:00.000Z' });
  while (round.last().to === 'open') await round.pass({ type: 'deadline.pass', at: next() });
  for (const counts of [{ council: 1 }, { decision: 1 }, { published: 1 }]) {
    await remind();
    const { dueAt = '' } = round.last().snapshot.context.deadlines[0] ?? {};
    await round.pass({ type: 'stage.complete', at: dueAt, counts: { ...noCounts, ...counts }, listHash: 'h' });
  }
  await remind();
  return round;
}

describe('a reminder of a round', () => {
  test('calls what waits by the name of its deadline, in every state a round can wait in', async () => {
    const round = await remindedThroughout();
    const rows = await remindersOf(round.id);
    const named = new Set<string>();
    for (const row of rows) {
      const values = await noticeValues(store(), row);
      const name = values.deadlineName as RoundDeadlineName;
      named.add(`${row.data.to} ${name}`);
      for (const locale of ['vi', 'en'] as const) {
        const said = roundDeadlineTexts[name][locale];
        const text = plainText(composeNotice('deadline.remind', locale, values));
        expect(text).toContain(said.charAt(0).toLowerCase() + said.slice(1));
      }
    }
    const expected = Object.entries(stateOfDeadline).flatMap(([name, state]: [string, RoundStateName | null]) =>
      state === null ? [] : [`${state} ${name}`],
    );
    expect([...named].sort()).toEqual(expected.sort());
  });
});

describe('a reminder of a nomination', () => {
  test('carries the name of the deadline that runs, also while its round is suspended', async () => {
    const remindAt = ['2020-09-27T01:00:00.000Z'];
    const inReview = itemOf('departmentReview', 'reviewer@office', { remindAt });
    for (const name of ['review', 'hold'] as const) {
      const id = `${programmeId}-${uuidV7()}`;
      const deadline = { name, dueAt: due, wakeAt: due, level: 0 };
      await record(store(), entryOf(id, 1, { to: 'departmentReview', workItems: [inReview] }, { deadline }));
      await sendDueReminders(store(), standing('2020-09-27T01:00:00.000Z'), 100);
      expect((await remindersOf(id)).map(({ data }) => data.deadline?.name)).toEqual([name]);
    }
  });
});
