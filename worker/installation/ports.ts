import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';

const DEFAULTS = { page: 7400, engine: 7233, engineUi: 8233, database: 5439, smtp: 2525 } as const;

export type PortName = keyof typeof DEFAULTS;
export type Ports = Record<PortName, number>;

const NAMES = Object.keys(DEFAULTS) as PortName[];

/** The environment variable that sets a port: VINHDANH_PORT_ENGINE_UI for `engineUi`. A value of 0 asks for any free one. */
export function portVariable(name: PortName): string {
  return `VINHDANH_PORT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Listens on 127.0.0.1 for a moment; the port that worked (for 0 one the system chose), or null when it is taken. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

function readEarlier(file: string): Partial<Ports> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>;
  } catch {
    return {};
  }
}

function asked(name: PortName, env: NodeJS.ProcessEnv): number | null {
  const variable = portVariable(name);
  const text = env[variable];
  if (text === undefined || text === '') return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartupError(
    'portInvalid',
    `${variable}=${text} không phải số cổng (0–65535); hãy sửa lại`,
    `${variable} is not a port number; correct it`,
  );
}

async function choose(
  name: PortName,
  wanted: number | null,
  earlier: number | undefined,
  used: Set<number>,
  report: Report,
): Promise<number> {
  if (wanted !== null && wanted !== 0) {
    if (!used.has(wanted) && (await tryPort(wanted)) !== null) return wanted;
    throw new StartupError(
      'portTaken',
      `cổng ${wanted} (${portVariable(name)}) đang bị phần mềm khác dùng; hãy dừng phần mềm đó hoặc chọn cổng khác`,
      `port ${wanted} (${portVariable(name)}) is taken; stop that program or choose another port`,
    );
  }
  const preferred = earlier ?? (wanted === 0 ? 0 : DEFAULTS[name]);
  for (const candidate of [preferred, 0, 0, 0, 0, 0]) {
    if (candidate !== 0 && used.has(candidate)) continue;
    const port = await tryPort(candidate);
    if (port === null || used.has(port)) continue;
    if (preferred !== 0 && port !== preferred)
      report(
        `• cổng ${preferred} đang bận, dùng ${port} (${portVariable(name)}) / port ${preferred} is taken, using ${port}`,
      );
    return port;
  }
  throw new StartupError('portTaken', 'không còn cổng trống trên 127.0.0.1', 'no free port on 127.0.0.1');
}

/**
 * The ports of this run: what the environment sets, else those of last time, else the defaults, else any free one.
 * They are kept in `<home>/ports.json`.
 * @throws StartupError `portTaken` for a port set on purpose that is in use, `portInvalid` for nonsense.
 */
export async function choosePorts(
  home: string,
  env: NodeJS.ProcessEnv,
  needed: ReadonlySet<PortName>,
  report: Report,
): Promise<Ports> {
  const file = join(home, 'ports.json');
  const earlier = readEarlier(file);
  const ports: Ports = { ...DEFAULTS, ...earlier };
  const used = new Set<number>();
  // Ports set on purpose first, so that none is given away as a free one.
  const wanted = new Map(NAMES.map((name) => [name, asked(name, env)]));
  const order = NAMES.filter((name) => needed.has(name)).sort(
    (a, b) => Number(!wanted.get(a)) - Number(!wanted.get(b)),
  );
  for (const name of order) {
    ports[name] = await choose(name, wanted.get(name) ?? null, earlier[name], used, report);
    used.add(ports[name]);
  }
  writeFileSync(file, `${JSON.stringify(ports)}\n`);
  return ports;
}
