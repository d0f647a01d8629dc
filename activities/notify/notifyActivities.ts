import { Context } from '@temporalio/activity';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import type { DrainLimits, DrainReport } from './drain.ts';
import { drain } from './drain.ts';
import type { ReceiverWatches } from './lanes.ts';
import { mailLane, postLane } from './lanes.ts';
import type { ProbeDelays } from './serverWatch.ts';
import { watchServer } from './serverWatch.ts';
import { openTransport } from './transport.ts';

export type NotifyActivities = {
  /** Writes reminders and sends what is due for about two minutes; heartbeats; ends early, cleanly, when cancelled. */
  drainOutbox(): Promise<DrainReport>;
};

export type NotifyDependencies = {
  store: Store;
  /** `smtp://user:password@host:587` or `smtps://…`; the built-in mailbox's `smtpUrl` in development. */
  smtpUrl: string;
  /** The From line. */
  mailFrom?: string;
  /** Right-hand side of the Message-ID of digests and reminders. */
  mailDomain?: string;
  /** The programme clock reminders are due by; without it none are written. */
  clock?: ProgrammeClock;
  /** Ends rounds at once when the process is asked to stop: the SDK cancels activities only after the worker's grace time. */
  stopping?: AbortSignal;
  /** Tests shorten these. */
  limits?: Partial<DrainLimits & SendLimits & DigestLimits>;
};
export type SendLimits = {
  inactivityMs: number;
  sendWithinMs: number;
  postWithinMs: number;
  /** Must outlast the longest attempt, or a second worker sends the same notice. */
  leaseMs: number;
  probe: ProbeDelays;
};
export type DigestLimits = {
  /** So many notices due for one person at once become one mail. */
  digestFrom: number;
  /** How long notices of a bulk change gather before they are sent, real time. */
  digestWaitMs: number;
};

const defaultFrom = 'Vinh Danh <khong-tra-loi@vinhdanh.invalid>';
const defaultDomain = 'vinhdanh.invalid';

const defaults: DrainLimits & SendLimits & DigestLimits = {
  concurrency: 5,
  pollMs: 500,
  roundMs: 120_000,
  roundAttempts: 1_000,
  inactivityMs: 30_000,
  sendWithinMs: 60_000,
  postWithinMs: 15_000,
  leaseMs: 120_000,
  // A worker that shuts down waits five seconds for its activities.
  graceMs: 3_000,
  probe: { firstMs: 1_000, mostMs: 60_000 },
  digestFrom: 4,
  digestWaitMs: 20_000,
};

/** Gives the activities of the `notifier` workflow. */
export function createNotifyActivities(dependencies: NotifyDependencies): NotifyActivities {
  const { store, smtpUrl, mailFrom, stopping, clock } = dependencies;
  const mailDomain = dependencies.mailDomain ?? defaultDomain;
  const all = { ...defaults, ...dependencies.limits };
  // Kept between rounds: what one round learnt of a server, the next need not find out again.
  const watch = watchServer(all.probe);
  const watches: ReceiverWatches = new Map();
  return {
    async drainOutbox() {
      const context = Context.current();
      const cancelled = stopping ? AbortSignal.any([context.cancellationSignal, stopping]) : context.cancellationSignal;
      const transport = openTransport({ smtpUrl, connections: all.concurrency, inactivityMs: all.inactivityMs });
      const lanes = [
        mailLane({ ...all, store, transport, watch, from: mailFrom ?? defaultFrom, mailDomain }),
        postLane({ ...all, store, watches, sendWithinMs: all.postWithinMs }),
      ];
      const reminders = clock ? { clock, mailDomain } : null;
      try {
        return await drain({ store, lanes, reminders }, all, {
          cancelled,
          heartbeat: (done) => context.heartbeat(done),
        });
      } finally {
        transport.close();
      }
    },
  };
}
