import { expect, test } from 'vitest';
import { programmeSummaries } from '../../../client/core/programmeViews.ts';
import { endOfDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { RoundStateName } from '../../../contract/roundStates.ts';
import { noon, usePublished } from '../reports/season.ts';

const getStore = usePublished();

async function putRound(
  roundId: string,
  state: RoundStateName,
  approved: { from: string; to: string } | null,
): Promise<void> {
  const [programmeId = '', movementId = '', phaseId = ''] = roundId.split('/');
  const plan = approved && { nominationsFrom: startOfDay(approved.from), closesAt: endOfDay(approved.to) };
  const snapshot = JSON.stringify({ context: { approved: plan } });
  await getStore().sql`
    insert into rounds (id, programme_id, programme_ref, movement_id, phase_id, state, revision, snapshot, begun_at, changed_at)
    values (${roundId}, ${programmeId}, ${`${programmeId}@2#x`}, ${movementId}, ${phaseId}, ${state}, 1, ${snapshot},
      ${noon('2020-06-01')}, ${noon('2020-06-01')})`;
}

async function movement(programmeId: string, movementId: string, day: string) {
  const programmes = await programmeSummaries(getStore(), noon(day));
  const found = programmes.find(({ id }) => id === programmeId)?.movements.find(({ id }) => id === movementId);
  if (!found) throw new Error(`no movement ${movementId}`);
  return [found.windowFrom, found.windowTo, found.open];
}

test('a movement whose round was not begun has the days of the definition, and is not open', async () => {
  expect(await movement('004', '2.5', '2021-11-20')).toEqual(['2021-04-01', '2021-12-31', false]);
});

test('a round on record is shown with its own window and state: extended, not yet approved, suspended', async () => {
  await putRound('004/2.9/nam2021', 'open', { from: '2021-12-01', to: '2022-01-14' });
  expect(await movement('004', '2.9', '2022-01-10')).toEqual(['2021-12-01', '2022-01-14', true]);
  expect(await movement('004', '2.9', '2021-11-30')).toEqual(['2021-12-01', '2022-01-14', false]);
  expect(await movement('004', '2.9', '2022-01-15')).toEqual(['2021-12-01', '2022-01-14', false]);
  await putRound('004/2.4/nam2021', 'planning', null);
  expect(await movement('004', '2.4', '2021-11-20')).toEqual(['2021-04-01', '2021-12-31', false]);
  await putRound('004/2.3/nam2021', 'suspended', { from: '2021-11-18', to: '2021-12-31' });
  expect(await movement('004', '2.3', '2021-11-20')).toEqual(['2021-11-18', '2021-12-31', false]);
});

test('of a movement with several rounds the open one is shown, else the next, else the last', async () => {
  await putRound('003/2.1/dot1', 'open', { from: '2020-06-26', to: '2020-07-30' });
  // The second overlaps it by the extension, and is not approved yet.
  await putRound('003/2.1/dot2', 'planning', null);
  expect(await movement('003', '2.1', '2020-07-29')).toEqual(['2020-06-26', '2020-07-30', true]);
  const second = ['2020-07-28', '2020-12-31', false];
  expect(await movement('003', '2.1', '2020-08-05')).toEqual(second);
  expect(await movement('003', '2.1', '2021-08-05')).toEqual(second);
});
