import type { ProgrammeClock } from '../contract/clock.ts';
import type { Queue } from '../contract/roles.ts';
import type { Store } from './connect.ts';
import type { NoticeData } from './schema/outbox.ts';

/** What a reminder's notice knows of the matter it is about. */
export type ReminderData = NoticeData & { matter: { key: string; queue: Queue; provisional: boolean } };

/**
 * Writes the notices of up to `limit` matters whose reminder is due by the programme clock (as the database's clock shows
 * it) and marks them, in one transaction: each reminder is told once, whoever else calls this and whenever it is cut off.
 * Of several steps of one matter due at once only the latest is told. They go to whoever holds the matter's queue now.
 * Gives how many matters were reminded of.
 */
export async function sendDueReminders(
  store: Store,
  clock: ProgrammeClock,
  limit: number,
  mailDomain = 'vinhdanh.invalid',
): Promise<number> {
  const { origin, start, speed } = clock;
  const [row] = await store.sql<{ reminded: number }[]>`
    select send_due_reminders(${Date.parse(origin)}, ${Date.parse(start)}, ${speed}, ${limit}, ${mailDomain}) as reminded`;
  return row?.reminded ?? 0;
}
