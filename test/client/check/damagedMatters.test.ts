import { beforeAll, it } from 'vitest';
import { useStore } from '../../store/fixture.ts';
import type { Damage } from './damages.ts';
import { expectOnlyFound } from './damages.ts';
import { appraised, draft, openStanding, returned, roundId } from './standing.ts';

const getStore = useStore();
beforeAll(() => openStanding(getStore()));

const damages: Damage[] = [
  [
    'an open nomination that waits for nobody',
    `NO_WORK_ITEM ${draft}`,
    'work_items',
    `delete from work_items where subject_id = '${draft}'`,
  ],
  [
    'an open round that waits for nobody',
    `NO_WORK_ITEM ${roundId}`,
    'work_items',
    `update work_items set closed_at = now() where subject_id = '${roundId}' and not exists (select from reminders where work_item_id = id); delete from work_items where subject_id = '${roundId}' and closed_at is null`,
  ],
  [
    'a matter of a nomination that does not exist',
    'WORK_ITEM_LEFT gtgn-2020-9999',
    'work_items',
    `insert into work_items (subject_id, key, queue, opened_at, due_at, next_escalation_at, level, opened_revision) values ('gtgn-2020-9999', 'draft', 'unitClerk@hospital', now(), '2020-12-01', '2020-12-01', 0, 1)`,
  ],
  [
    'another queue than the machine’s',
    `WORK_ITEM_DISAGREES ${returned}`,
    'work_items',
    `update work_items set queue = 'unitHead@hospital' where subject_id = '${returned}' and closed_at is null`,
  ],
  [
    'another due time than the machine’s',
    `WORK_ITEM_DISAGREES ${returned}`,
    'work_items',
    `update work_items set due_at = due_at + interval '1 day' where subject_id = '${returned}' and closed_at is null`,
  ],
  [
    'another next escalation than the machine’s',
    `WORK_ITEM_DISAGREES ${appraised}`,
    'work_items',
    `update work_items set next_escalation_at = next_escalation_at + interval '1 day' where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'another level than the machine’s',
    `WORK_ITEM_DISAGREES ${appraised}`,
    'work_items',
    `update work_items set level = 1 where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'an escalation the machine knows nothing of',
    `WORK_ITEM_DISAGREES ${roundId}`,
    'work_items',
    `update work_items set escalated_to = 'councilSecretary@office' where subject_id = '${roundId}' and key = 'open' and closed_at is null`,
  ],
  [
    'one owner of two missing',
    `WORK_ITEM_DISAGREES ${draft}`,
    'work_items',
    `delete from work_items where subject_id = '${draft}' and key = 'draft:unitHead'`,
  ],
  [
    'a reminder that is gone',
    `REMINDERS_DISAGREE ${returned}`,
    'reminders',
    `delete from reminders where work_item_id in (select id from work_items where subject_id = '${returned}' and closed_at is null)`,
  ],
  [
    'a reminder nobody asked for',
    `REMINDERS_DISAGREE ${appraised}`,
    'reminders',
    `insert into reminders (work_item_id, remind_at) select id, '2020-09-11T17:00:00Z' from work_items where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'a reminder of a matter that is closed',
    `REMINDER_LEFT ${returned}`,
    'reminders',
    `insert into reminders (work_item_id, remind_at) select min(id), '2020-09-11T17:00:00Z' from work_items where subject_id = '${returned}' and closed_at is not null`,
  ],
];

it.each(damages)('finds %s, and nothing else', (...damage) => expectOnlyFound(getStore(), damage));
