import { expect, test } from 'vitest';
import { refusalNoticeWithin } from '../../../activities/notify/refusalNotice.ts';
import { createRecordActivities } from '../../../activities/record.ts';
import type { Actor } from '../../../contract/roles.ts';
import { StartupError } from '../../../store/embedded/startupError.ts';
import { uuidV7 } from '../../../store/ids.ts';
import { at, entryOf, programmeId, useStore } from '../../store/fixture.ts';

const getStore = useStore();

/** Refuses a nomination in an installation with these settings; gives by when each person must have been told. */
async function refusedUnder(env: NodeJS.ProcessEnv): Promise<Record<string, string | null>> {
  const store = getStore();
  const { record } = createRecordActivities(store, { refusalNoticeWithin: refusalNoticeWithin(env) });
  const id = `${programmeId}-${uuidV7()}`;
  await record(entryOf(id, 1));
  const notices = [{ template: 'authority.refuse' as const, to: 'submittingUnit' as const }];
  const actor: Actor = {
    personId: 'chair',
    homeBody: 'committee',
    roles: [{ role: 'approvingAuthority', body: 'committee' }],
  };
  const refused = {
    type: 'authority.refuse' as const,
    at,
    actor,
    as: 'approvingAuthority' as const,
    reasonGiven: true,
  };
  await record(entryOf(id, 2, { event: { ...refused, ground: 'belowStandard' }, to: 'refused', notices }));
  const rows = await store.sql<{ person: string; by: string | null }[]>`
    select recipient_person as person, deliver_by as by from outbox where subject_id = ${id}`;
  return Object.fromEntries(rows.map(({ person, by }) => [person, by && new Date(by).toISOString()]));
}

test('a refusal has no deadline for its notice unless the office sets one: no general rule has been seen', async () => {
  expect(refusalNoticeWithin({})).toBeNull();
  expect(refusalNoticeWithin({ VINHDANH_REFUSAL_NOTICE: '' })).toBeNull();
  expect(await refusedUnder({})).toEqual({ clerk: null, head: null });
});

test('the days the office sets are counted from the refusal, for the unit’s people', async () => {
  const by = '2020-09-11T16:59:59.999Z';
  expect(at).toBe('2020-09-01T02:00:00.000Z');
  const env = { VINHDANH_REFUSAL_NOTICE: '{"days": 10, "kind": "calendar"}' };
  expect(await refusedUnder(env)).toEqual({ clerk: by, head: by });
  const working = { days: 10, kind: 'working', firstDay: 'counted', cutOffHour: 16, endHour: 17 };
  expect(refusalNoticeWithin({ VINHDANH_REFUSAL_NOTICE: JSON.stringify(working) })).toEqual(working);
});

test.each([
  'ten',
  '10',
  'null',
  '{"days": 0, "kind": "working"}',
  '{"days": 10}',
  '{"days": 10, "kind": "working", "fromday": "counted"}',
  '{"days": 10, "kind": "working", "rollForward": true}',
  '{"days": 1, "kind": "calendar", "firstDay": "counted", "endHour": 17}',
])('%s is refused at the start, with an example of what it must be', (text) => {
  const reading = () => refusalNoticeWithin({ VINHDANH_REFUSAL_NOTICE: text });
  expect(reading).toThrow(StartupError);
  expect(reading).toThrow(/VINHDANH_REFUSAL_NOTICE.*"kind": "working"/);
});
