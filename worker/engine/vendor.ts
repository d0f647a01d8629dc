import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Report } from '../../store/embedded/step.ts';

const run = promisify(execFile);
const PROGRESS_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 20_000;

const VENDOR_ARCH: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Downloads the CLI from its maker's own site into `folder`, saying how far it is; returns the program's path.
 * The newest version comes, over TLS but without a pinned sum, which is why this is the last resort.
 * @throws Error when the site does not answer or sends something else.
 */
export async function fetchFromVendor(folder: string, report: Report, signal?: AbortSignal): Promise<string> {
  const arch = VENDOR_ARCH[process.arch];
  if (arch === undefined) throw new Error(`no build for ${process.arch}`);
  const url = `https://temporal.download/cli/archive/latest?platform=${process.platform}&arch=${arch}`;
  const tooSlow = new AbortController();
  const answerTimer = setTimeout(() => tooSlow.abort(new Error('no answer within 20 s')), ANSWER_WITHIN_MS);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, tooSlow.signal]) : tooSlow.signal })
    .catch((error: unknown) => {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new Error(`temporal.download: ${cause instanceof Error ? cause.message : String(cause)}`);
    })
    .finally(() => clearTimeout(answerTimer));
  if (!response.ok || response.body === null) throw new Error(`temporal.download: HTTP ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  let received = 0;
  let saidAtMs = Date.now();
  const progress = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (Date.now() - saidAtMs > PROGRESS_EVERY_MS) {
        saidAtMs = Date.now();
        report(
          `… temporal.download: ${Math.round(received / 1e6)}${total > 0 ? ` / ${Math.round(total / 1e6)}` : ''} MB`,
        );
      }
      done(null, chunk);
    },
  });
  const archive = join(folder, 'temporal.tar.gz');
  await pipeline(Readable.fromWeb(response.body), progress, createWriteStream(archive), signal ? { signal } : {});
  await run('tar', ['-xzf', archive, '-C', folder]);
  return join(folder, 'temporal');
}
