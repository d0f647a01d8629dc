import { DefaultLogger, Runtime } from '@temporalio/worker';
import { failureLine } from '../store/embedded/startupError.ts';
import { outliveLostConnections } from '../store/lostConnection.ts';
import type { Installation } from './installation/open.ts';
import { openInstallation } from './installation/open.ts';
import type { Stoppable } from './parts.ts';
import { startParts } from './parts.ts';
import { stopRequest } from './stopRequest.ts';

function describe(installation: Installation, startedMs: number): void {
  const { temporal, embedded, ports, home } = installation;
  const note = (own: boolean): string => (own ? '' : ' (bên ngoài / external)');
  console.log(`✓ Vinh Danh đã sẵn sàng sau / ready after ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  console.log(`  dữ liệu / data            ${home}`);
  console.log(
    `  bộ máy / engine           ${temporal.address}${note(embedded.engine)}${temporal.uiUrl ? `, ${temporal.uiUrl}` : ''}`,
  );
  console.log(
    `  cơ sở dữ liệu / database  ${embedded.database ? `127.0.0.1:${ports.database.port}` : `DATABASE_URL${note(false)}`}`,
  );
  console.log('  Nhấn Ctrl-C để dừng / press Ctrl-C to stop');
}

async function main(): Promise<void> {
  const startedMs = Date.now();
  const request = stopRequest();
  let installation: Installation | null = null;
  const parts: Stoppable[] = [];
  try {
    installation = await openInstallation(process.env, { signal: request.signal });
    parts.push(...(await startParts(installation)));
    describe(installation, startedMs);
    await request.asked;
    console.log('… đang dừng / stopping');
    installation.announceStop();
  } catch (error) {
    if (!request.signal.aborted) {
      console.error(failureLine(error));
      process.exitCode = 1;
    }
  } finally {
    for (const part of parts.reverse()) {
      await part.stop().catch((error: unknown) => console.error(`! ${part.name}: ${String(error)}`));
    }
    await installation?.stop();
  }
  if (request.signal.aborted) console.log('✓ đã dừng / stopped');
}

// The SDK speaks only of what is wrong: what a worker does in passing is not for the person at the terminal.
Runtime.install({ logger: new DefaultLogger('WARN') });
outliveLostConnections();
await main();
process.exit();
