import { ClientError } from '../../client/core/errors.ts';
import type { ChangeRequest, ChangeScope, ChangeSpec } from '../../contract/changeSpec.ts';
import type { ChangePreview, ChangeProgress } from '../../contract/changes.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';

/** Who applies them. */
export const by = 'syt.admin';

/** Gives the request of an administrator. */
export function requestOf(spec: ChangeSpec): ChangeRequest {
  return { spec, as: 'administrator', reason: 'Điều chỉnh theo thực tế', holdNotices: false };
}

/** Gives the proposal that a deadline moves so many calendar days, or to the end of a day. */
export function moving(
  scope: ChangeScope,
  deadline: Extract<ChangeSpec, { kind: 'deadline' }>['deadline'],
  to: number | string,
): ChangeSpec {
  return {
    kind: 'deadline',
    scope,
    deadline,
    to: typeof to === 'number' ? { addDays: to, counting: 'calendar' } : { on: to },
  };
}

/**
 * Previews the change and applies exactly that; its shares are kept, and delivered by whoever delivers. A preview that is
 * stale when it is applied (a fast clock, an act in between) is made again, as a person would.
 */
export async function applyChange(
  { client }: Product,
  spec: ChangeSpec,
): Promise<{ preview: ChangePreview; progress: ChangeProgress }> {
  const request = requestOf(spec);
  for (let left = 10; ; left -= 1) {
    const preview = await client.previewChange(by, request);
    try {
      return { preview, progress: await client.applyChange(by, request, preview.hash) };
    } catch (error) {
      if (left === 0 || !(error instanceof ClientError && error.code === 'PREVIEW_STALE')) throw error;
    }
  }
}

/** The same, and waits until every share has been applied and is in the engine's own history. */
export async function changed(product: Product, spec: ChangeSpec): Promise<ChangePreview> {
  const { preview, progress } = await applyChange(product, spec);
  await reachedAll(product, progress.changeId);
  return preview;
}

/** Waits until the engine has confirmed every share of the change. Throws when one was refused. */
export async function reachedAll(product: Product, changeId: string): Promise<void> {
  await until(`change ${changeId} has reached everything`, async () => {
    const left = await product.store.sql<{ status: string; answer: unknown }[]>`
      select status, answer from inbox where change_id = ${changeId} and status <> 'applied'`;
    const refused = left.filter(({ status }) => status === 'refused');
    if (refused.length > 0) throw new Error(`Shares of ${changeId} were refused: ${JSON.stringify(refused)}`);
    return left.length === 0;
  });
}
