import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { heldBatches } from '../../../store/holds.ts';
import { addWebhook, removeWebhook } from '../../../store/webhooks.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

const admin = 'syt.admin';

describe('the people and webhooks a preview counts', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  const hook = async (path: string, templates: string[] = []) => {
    const { webhook } = await addWebhook(quick().store, { url: `https://van-ban.example/${path}`, templates }, admin);
    return webhook;
  };
  const extension = (roundId: string): ChangeRequest => ({
    spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-14' } },
    ...{ as: 'administrator', reason: 'Gia hạn vì dịch', holdNotices: true },
  });

  it('are those that are written: a webhook is no person, and what it gets no notice', async () => {
    const season = quick();
    const roundId = await season.launch('2.5', { opensOn: '2021-10-01', closesOn: '2021-12-31' });
    await season.pass();
    for (const [place, unit] of units.entries()) await season.nominate(roundId, unit, place + 1);
    const [all, some] = [await hook('all'), await hook('some', ['deadline.change'])];
    await hook('none', ['authority.award']);
    const seen = await previewChange(season, admin, extension(roundId));
    const { changeId } = await applyChange(season, admin, extension(roundId), seen.hash);
    await season.deliverAll();
    const { notices, people, webhooks, posts } = seen.totals;
    // The round and its two nominations, each told of to both.
    expect({ webhooks, posts }).toEqual({ webhooks: 2, posts: 6 });
    const written = await season.store.sql<{ channel: string; notices: number; told: number }[]>`
      select channel, count(*)::int as notices, count(distinct recipient_person)::int as told
      from outbox where batch_id = ${changeId} group by channel order by channel`;
    expect(written).toEqual([
      { channel: 'email', notices, told: people },
      { channel: 'webhook', notices: posts, told: webhooks },
    ]);
    expect(await heldBatches(season.store)).toMatchObject([{ notices, people, posts, webhooks }]);
    const foretold = seen.subjects.flatMap((subject) => (subject.posts ?? []).map(({ webhookId }) => webhookId));
    expect(new Set(foretold)).toEqual(new Set([all.id, some.id]));
  });

  it('are part of the hash: a webhook that has come or gone makes a preview stale', async () => {
    const season = quick();
    const roundId = await season.launch('2.6', { opensOn: '2021-10-01', closesOn: '2021-12-31' });
    await season.pass();
    const seen = await previewChange(season, admin, extension(roundId));
    const { id } = await hook('new');
    await expect(applyChange(season, admin, extension(roundId), seen.hash)).rejects.toMatchObject({
      code: 'PREVIEW_STALE',
    });
    await removeWebhook(season.store, id, admin);
    await applyChange(season, admin, extension(roundId), seen.hash);
  });
});
