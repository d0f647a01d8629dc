import { failureLine } from '../../store/embedded/startupError.ts';
import { openInstallation } from '../../worker/installation/open.ts';
import { stopRequest } from '../../worker/stopRequest.ts';

// A process that only opens the installation and waits, for tests that kill it.
const request = stopRequest();
try {
  const installation = await openInstallation(process.env, { signal: request.signal });
  await request.asked;
  await installation.stop();
} catch (error) {
  if (!request.signal.aborted) {
    console.error(failureLine(error));
    process.exitCode = 1;
  }
}
process.exit();
