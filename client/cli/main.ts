import { readFileSync } from 'node:fs';
import { outliveLostConnections } from '../../store/lostConnection.ts';
import { realWorld } from './realWorld.ts';
import { run } from './run.ts';

outliveLostConnections();
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const exit = await run(process.argv.slice(2), realWorld(), version);
// All is done and printed: a connection somebody forgot must not keep the person waiting. What is written is let out first.
process.stdout.write('', () => process.exit(exit));
