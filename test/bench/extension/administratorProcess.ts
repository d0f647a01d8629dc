import { once } from 'node:events';
import type { Reach } from '../../../client/core/open.ts';
import { openVinhDanh } from '../../../client/core/open.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';

// The administrator's own process, as the command line is one: what a preview costs in it slows nobody else's down but by
// the processor it takes. Told by messages: first where and what, which it previews; then to apply.
const [{ reach, by, request }] = (await once(process, 'message')) as [
  { reach: Reach; by: string; request: ChangeRequest },
];
const client = await openVinhDanh(reach);
await client.changes();

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const sinceMs = performance.now();
  const value = await work();
  return { ms: performance.now() - sinceMs, value };
};
const { ms: previewMs, value: preview } = await timed(() => client.previewChange(by, request));
process.send?.({ previewMs, totals: preview.totals });
await once(process, 'message');
const { ms: applyMs, value: progress } = await timed(() => client.applyChange(by, request, preview.hash));
process.send?.({ applyMs, progress });
await client.close();
process.disconnect?.();
