import { beforeAll, it } from 'vitest';
import { useStore } from '../../store/fixture.ts';
import type { Damage } from './damages.ts';
import { expectOnlyFound } from './damages.ts';
import { appraised, draft, openStanding, returned, roundId } from './standing.ts';

const getStore = useStore();
beforeAll(() => openStanding(getStore()));

const damages: Damage[] = [
  [
    'a state the machine is not in',
    `STATE_DISAGREES ${draft}`,
    'nominations',
    `update nominations set state = 'departmentReview' where id = '${draft}'`,
  ],
  [
    'a nomination closed in the projection alone',
    `STATE_DISAGREES ${draft}`,
    'nominations',
    `update nominations set closed_at = now() where id = '${draft}'; update work_items set closed_at = now() where false`,
  ],
  [
    'a round whose timer is another',
    `STATE_DISAGREES ${roundId}`,
    'rounds',
    `update rounds set wake_at = wake_at - interval '1 hour' where id = '${roundId}'`,
  ],
  [
    'a snapshot of another machine',
    `SNAPSHOT_UNREADABLE ${draft}`,
    'nominations',
    `update nominations set snapshot = jsonb_set(snapshot, '{context,machine}', '"nomination@9"') where id = '${draft}'`,
  ],
  [
    'a returned nomination without its list',
    `RETURN_INCOMPLETE ${returned}`,
    'nominations',
    `update nominations set snapshot = jsonb_set(snapshot, '{context,itemCodes}', '[]') where id = '${returned}'`,
  ],
  [
    'an appraisal asked without a due time',
    `APPRAISAL_INCOMPLETE ${appraised}`,
    'nominations',
    `update nominations set snapshot = snapshot #- '{context,appraisals,0,dueAt}' where id = '${appraised}'`,
  ],
  [
    'a round that does not exist',
    `ROUND_UNKNOWN ${draft}`,
    'nominations',
    `update nominations set round_id = 'gtgn-2020/none/dot1' where id = '${draft}'`,
  ],
  [
    'a share of a change that was never received',
    'CHANGE_SHARE_MISSING c1',
    'changes',
    `insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at) values ('c1', 'gtgn-2020', '{}', '{"subjects":[{"id":"${draft}"}]}', '', 'admin', 'administrator', '', false, now())`,
  ],
  [
    'an act that was never delivered',
    `ACT_UNDELIVERED `,
    'inbox',
    `update inbox set status = 'received', received_at = received_at - interval '1 hour' where subject_id = '${returned}' and type = 'review.return'`,
  ],
  [
    'a refusal notice past its deadline',
    `REFUSAL_UNTOLD `,
    'outbox',
    `update outbox set deliver_by = '2020-09-01T00:00:00Z' where id = (select id from outbox where subject_id = '${returned}' order by id limit 1)`,
  ],
  [
    'a step of the timeline that is gone',
    `COUNTS_DISAGREE ${returned}`,
    'transitions',
    `delete from transitions where subject_id = '${returned}' and revision = 2`,
  ],
  [
    'an entry of the audit chain that is gone',
    `COUNTS_DISAGREE ${roundId}`,
    'audit_entries',
    `delete from audit_entries where subject_id = '${roundId}' and revision = 3`,
  ],
];

it.each(damages)('finds %s, and nothing else', (...damage) => expectOnlyFound(getStore(), damage));
