import type { Store } from '../../store/connect.ts';
import { claimMails, claimPosts } from '../../store/outbox.ts';
import type { DeliverTo, Outcomes } from './deliver.ts';
import { deliver } from './deliver.ts';
import { deliverPost } from './deliverPost.ts';
import { digestible } from './digestible.ts';
import type { ProbeDelays, ServerWatch } from './serverWatch.ts';
import { watchServer } from './serverWatch.ts';

/** A channel's own way out: one that is blocked holds up no other. */
export type Lane = {
  /** Takes what is due, at most `places`, with `inFlight` under way; each gives one attempt to run. */
  claim(places: number, inFlight: number): Promise<((abort: AbortSignal) => Promise<Outcomes>)[]>;
};

export type MailLaneOptions = Omit<DeliverTo, 'abort'> & {
  leaseMs: number;
  digestFrom: number;
  digestWaitMs: number;
  mailDomain: string;
};

/** Gives the lane of mail. */
export function mailLane(options: MailLaneOptions): Lane {
  const { store, watch, leaseMs, digestFrom, digestWaitMs, mailDomain } = options;
  return {
    async claim(places, inFlight) {
      const limit = watch.allowance(places, inFlight);
      const mails = await claimMails(store, { limit, leaseMs, digestFrom, digestWaitMs, digestible, mailDomain });
      return mails.map((mail) => (abort) => deliver({ ...options, abort }, mail));
    },
  };
}

/** What is known of each webhook's receiver. */
export type ReceiverWatches = Map<string, ServerWatch>;

export type PostLaneOptions = {
  store: Store;
  watches: ReceiverWatches;
  probe: ProbeDelays;
  leaseMs: number;
  sendWithinMs: number;
};

/** Gives the lane of webhooks. A receiver that is away is asked with one post at a time and keeps no place from the others. */
export function postLane({ store, watches, probe, leaseMs, sendWithinMs }: PostLaneOptions): Lane {
  const watchOf = (webhook: string): ServerWatch => {
    const watch = watches.get(webhook) ?? watchServer(probe);
    watches.set(webhook, watch);
    return watch;
  };
  const underWay = new Map<string, number>();
  return {
    async claim(places) {
      const away = [...watches].filter(([, watch]) => watch.isAway());
      const rows = await claimPosts(store, { limit: places, leaseMs, except: away.map(([webhook]) => webhook) });
      for (const [webhook, watch] of away) {
        const limit = Math.min(places - rows.length, watch.allowance(1, underWay.get(webhook) ?? 0));
        rows.push(...(await claimPosts(store, { limit, leaseMs, only: webhook })));
      }
      return rows.map((row) => async (abort) => {
        const webhook = row.recipientPerson;
        underWay.set(webhook, (underWay.get(webhook) ?? 0) + 1);
        try {
          return await deliverPost({ store, watch: watchOf(webhook), sendWithinMs, abort }, row);
        } finally {
          underWay.set(webhook, (underWay.get(webhook) ?? 1) - 1);
        }
      });
    },
  };
}
