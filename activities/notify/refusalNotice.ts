import type { DayCount } from '../../contract/dayCount.ts';

/**
 * By when the nominating unit must have been told of a refusal, counted from the event; null: no such deadline.
 *
 * UNCONFIRMED. Ten working days is what sector rules give: TT 57/2020/TT-BQP Đ.22 (defence, from the complete dossier) and the
 * Ministry of Health's procedure for Cờ thi đua (from receipt). The general text (NĐ 91/2017 Đ.48) has not been seen. It is
 * switched on because it only warns: what is late shows in the checker, and nothing is refused or held up by it.
 */
export const refusalNoticeWithin: DayCount | null = { days: 10, kind: 'working' };
