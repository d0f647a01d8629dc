import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { installationFact } from '../../store/installation.ts';
import { isPassing } from '../../store/passing.ts';
import { openEngine } from '../core/engine.ts';
import { ClientError } from '../core/errors.ts';
import type { Reach } from '../core/open.ts';
import { checkInstallation } from './check.ts';
import type { CheckReport } from './types.ts';

/**
 * Checks the running installation, with `withEngine` its engine too. Throws ClientError DATABASE_UNREACHABLE or
 * ENGINE_UNREACHABLE.
 */
export async function checkRunning(reach: Reach, withEngine: boolean): Promise<CheckReport> {
  const store = connect(reach.databaseUrl, { max: reach.connections ?? 4, name: 'vinhdanh check' });
  const engine = openEngine({ ...reach.temporal, ...(reach.taskQueue ? { taskQueue: reach.taskQueue } : {}) });
  try {
    const clock = await clockOf(store);
    return await checkInstallation({ store, clock, ...(withEngine ? { engine } : {}) });
  } finally {
    await Promise.all([engine.close(), store.close()]);
  }
}

async function clockOf(store: Store): Promise<ProgrammeClock> {
  try {
    return (await installationFact<ProgrammeClock>(store, 'clock')) ?? realClock;
  } catch (cause) {
    if (!isPassing(cause)) throw cause;
    const text = {
      vi: 'Không liên lạc được với cơ sở dữ liệu. Hãy chạy: npm start',
      en: 'The database cannot be reached. Run: npm start',
    };
    throw new ClientError('DATABASE_UNREACHABLE', text, { cause });
  }
}
