import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { NotifyActivities } from '../activities/notify/notifyActivities.ts';

const { drainOutbox } = proxyActivities<NotifyActivities>({
  // A round lasts two minutes and ends its sends within one more; the rest is patience with a busy machine.
  startToCloseTimeout: '10 minutes',
  // It heartbeats every 5 s: a worker that died is noticed within half a minute, not after the ten.
  heartbeatTimeout: '30 seconds',
  // No maximum: notices must go out however long the database is away. At most a minute, so that they go soon after.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A round is six events; fifty keep the history at three hundred, under two hours when nothing happens. */
const roundsPerRun = 50;

/** One per installation: sends the outbox's notices, for ever. */
export async function notifier(): Promise<void> {
  for (let round = 0; round < roundsPerRun; round++) await drainOutbox();
  await continueAsNew<typeof notifier>();
}
