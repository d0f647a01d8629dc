import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { workflowBundle } from '../../worker/bundle.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';

test('the workflow bundle holds neither zod nor any code of the store, the activities or above', async () => {
  const code = await readFile(await workflowBundle(cacheFolder(process.env)), 'utf8');
  // The bundle names the module each piece comes from, in its comments or in its source map.
  const map = Buffer.from(code.slice(code.lastIndexOf('base64,') + 'base64,'.length), 'base64').toString('utf8');
  const { sources } = JSON.parse(map) as { sources: string[] };
  const ours = sources.map((source) => source.replace(/^webpack:\/\/[^/]*\//, ''));
  expect(ours.some((source) => source.includes('workflows/nomination.ts'))).toBe(true);
  expect(ours.some((source) => source.includes('machines/interpreter.ts'))).toBe(true);
  const foreign =
    /node_modules\/(zod|postgres|drizzle-orm|nodemailer)\/|(^|\/)(store|activities|client|worker|programmes)\/[^/]*\.ts/;
  expect(ours.filter((source) => foreign.test(source) && !source.includes('node_modules/@temporalio'))).toEqual([]);
  // Texts of their own code, in case a module came in under another name.
  for (const text of ['ZodError', 'drizzle', 'record_transition', 'createTransport'])
    expect(code.slice(0, code.lastIndexOf('//# sourceMappingURL'))).not.toContain(text);
});
