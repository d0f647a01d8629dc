import { z } from 'zod';
import type { DayCount } from '../../contract/dayCount.ts';
import { countedDue } from '../../contract/dayCount.ts';
import { dayCountShape } from '../../contract/stageRule.ts';
import { StartupError } from '../../store/embedded/startupError.ts';

const { firstDay, cutOffHour, endHour } = dayCountShape;
const settingSchema = z
  .strictObject({ days: z.int().min(1), kind: z.enum(['calendar', 'working']), firstDay, cutOffHour, endHour })
  .refine(countable);

/**
 * Gives by when the nominating unit must have been told of a refusal, counted from the event; null: no such deadline, unless
 * `VINHDANH_REFUSAL_NOTICE` (JSON, a `DayCount`) sets one. What is late then is a violation the checker reports; nothing is
 * refused or held up by it. Throws StartupError when the variable is no such count.
 *
 * Off by itself because the rule is UNCONFIRMED: ten working days is what two sectors' rules give, counted from the dossier
 * (TT 57/2020/TT-BQP Đ.22, defence: complete dossier; the Ministry of Health's procedure for Cờ thi đua: receipt). The
 * general text (NĐ 91/2017 Đ.48) has not been seen, and for a council of a department no count was found.
 */
export function refusalNoticeWithin(env: NodeJS.ProcessEnv): DayCount | null {
  const text = env.VINHDANH_REFUSAL_NOTICE;
  if (!text) return null;
  try {
    return settingSchema.parse(JSON.parse(text));
  } catch {
    throw new StartupError(
      'refusalNoticeInvalid',
      'VINHDANH_REFUSAL_NOTICE không hợp lệ; cần JSON như {"days": 10, "kind": "working"} (kind: working – ngày làm việc, calendar – ngày)',
      'VINHDANH_REFUSAL_NOTICE is not valid; it must be JSON like {"days": 10, "kind": "working"} (kind: working or calendar days)',
    );
  }
}

/** A trial count finds what is no count; every kind of days has the same rules for its hours. */
function countable(count: DayCount): boolean {
  try {
    countedDue('2021-01-04T02:00:00.000Z', { ...count, kind: 'calendar' });
    return true;
  } catch {
    return false;
  }
}
