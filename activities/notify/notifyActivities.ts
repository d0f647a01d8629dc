import { Context } from '@temporalio/activity';
import type { Store } from '../../store/connect.ts';
import type { DrainLimits, DrainReport } from './drain.ts';
import { drain } from './drain.ts';
import type { ProbeDelays } from './serverWatch.ts';
import { watchServer } from './serverWatch.ts';
import { openTransport } from './transport.ts';

export type NotifyActivities = {
  /** Sends what is due for about two minutes; heartbeats; ends early, cleanly, when cancelled. */
  drainOutbox(): Promise<DrainReport>;
};

export type NotifyDependencies = {
  store: Store;
  /** `smtp://user:password@host:587` or `smtps://…`; the built-in mailbox's `smtpUrl` in development. */
  smtpUrl: string;
  /** The From line. */
  mailFrom?: string;
  /** Ends rounds at once when the process is asked to stop: the SDK cancels activities only after the worker's grace time. */
  stopping?: AbortSignal;
  /** Tests shorten these. */
  limits?: Partial<DrainLimits & SendLimits>;
};
export type SendLimits = { inactivityMs: number; sendWithinMs: number; probe: ProbeDelays };

const defaultFrom = 'Vinh Danh <khong-tra-loi@vinhdanh.invalid>';

const defaults: DrainLimits & SendLimits = {
  concurrency: 5,
  pollMs: 500,
  roundMs: 120_000,
  roundAttempts: 1_000,
  inactivityMs: 30_000,
  sendWithinMs: 60_000,
  leaseMs: 120_000,
  // A worker that shuts down waits five seconds for its activities.
  graceMs: 3_000,
  probe: { firstMs: 1_000, mostMs: 60_000 },
};

/** Gives the activities of the `notifier` workflow. */
export function createNotifyActivities({
  store,
  smtpUrl,
  mailFrom,
  stopping,
  limits,
}: NotifyDependencies): NotifyActivities {
  const all = { ...defaults, ...limits };
  // Kept between rounds: what one round learnt of the server, the next need not find out again.
  const watch = watchServer(all.probe);
  return {
    async drainOutbox() {
      const context = Context.current();
      const cancelled = stopping ? AbortSignal.any([context.cancellationSignal, stopping]) : context.cancellationSignal;
      const transport = openTransport({ smtpUrl, connections: all.concurrency, inactivityMs: all.inactivityMs });
      try {
        return await drain(
          { store, transport, watch, from: mailFrom ?? defaultFrom, sendWithinMs: all.sendWithinMs },
          all,
          { cancelled, heartbeat: (done) => context.heartbeat(done) },
        );
      } finally {
        transport.close();
      }
    },
  };
}
