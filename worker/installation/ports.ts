import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldPort } from '../../store/embedded/heldPort.ts';
import { holdAnyPort, holdPort } from '../../store/embedded/heldPort.ts';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';

const DEFAULTS = { page: 7400, engine: 7233, engineUi: 8233, database: 5439, smtp: 2525 } as const;

export type PortName = keyof typeof DEFAULTS;
export type Ports = Record<PortName, number>;
export type HeldPorts = Record<PortName, HeldPort>;

const NAMES = Object.keys(DEFAULTS) as PortName[];

/** The environment variable that sets a port: VINHDANH_PORT_ENGINE_UI for `engineUi`. A value of 0 asks for any free one. */
export function portVariable(name: PortName): string {
  return `VINHDANH_PORT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
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

async function hold(
  name: PortName,
  wanted: number | null,
  earlier: number | undefined,
  report: Report,
): Promise<HeldPort> {
  if (wanted !== null && wanted !== 0) {
    const held = await holdPort(wanted);
    if (held !== null) return held;
    throw new StartupError(
      'portTaken',
      `cổng ${wanted} (${portVariable(name)}) đang bị phần mềm khác dùng; hãy dừng phần mềm đó hoặc chọn cổng khác`,
      `port ${wanted} (${portVariable(name)}) is taken; stop that program or choose another port`,
    );
  }
  const preferred = earlier ?? (wanted === 0 ? null : DEFAULTS[name]);
  const held = preferred === null ? null : await holdPort(preferred);
  if (held !== null) return held;
  const any = await holdAnyPort();
  if (any === null)
    throw new StartupError('portTaken', 'không còn cổng trống trên 127.0.0.1', 'no free port on 127.0.0.1');
  if (preferred !== null)
    report(
      `• cổng ${preferred} đang bận, dùng ${any.port} (${portVariable(name)}) / port ${preferred} is taken, using ${any.port}`,
    );
  return any;
}

/**
 * Takes the ports of this run: what the environment sets, else those of last time, else the defaults, else any free one.
 * They are kept in `<home>/ports.json`. Each is held until released, so that nobody takes it before its part listens;
 * one that is not needed is only named.
 * @throws StartupError `portTaken` for a port set on purpose that is in use, `portInvalid` for nonsense; nothing is held then.
 */
export async function holdPorts(
  home: string,
  env: NodeJS.ProcessEnv,
  needed: ReadonlySet<PortName>,
  report: Report,
): Promise<HeldPorts> {
  const file = join(home, 'ports.json');
  const earlier = readEarlier(file);
  // Ports set on purpose first, so that none is given away as a free one.
  const wanted = new Map(NAMES.map((name) => [name, asked(name, env)]));
  const order = NAMES.filter((name) => needed.has(name)).sort(
    (a, b) => Number(!wanted.get(a)) - Number(!wanted.get(b)),
  );
  const held: Partial<HeldPorts> = {};
  try {
    for (const name of order) held[name] = await hold(name, wanted.get(name) ?? null, earlier[name], report);
  } catch (error) {
    await releasePorts(held);
    throw error;
  }
  const of = (name: PortName): HeldPort =>
    held[name] ?? { port: earlier[name] ?? DEFAULTS[name], release: async () => undefined };
  const ports = Object.fromEntries(NAMES.map((name) => [name, of(name)])) as HeldPorts;
  writeFileSync(file, `${JSON.stringify(portNumbers(ports))}\n`);
  return ports;
}

/** Gives up whatever of the ports is still held. */
export async function releasePorts(ports: Partial<HeldPorts>): Promise<void> {
  await Promise.all(Object.values(ports).map((port) => port.release()));
}

/** The numbers of the ports, by name. */
export function portNumbers(ports: HeldPorts): Ports {
  return Object.fromEntries(NAMES.map((name) => [name, ports[name].port])) as Ports;
}
