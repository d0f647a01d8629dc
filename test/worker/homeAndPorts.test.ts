import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstOutgoingPort, holdPort } from '../../store/embedded/heldPort.ts';
import { identify } from '../../store/embedded/processIdentity.ts';
import { failureLine } from '../../store/embedded/startupError.ts';
import { openHome } from '../../worker/installation/home.ts';
import { lockHolder, takeLock } from '../../worker/installation/lock.ts';
import type { HeldPorts, PortName } from '../../worker/installation/ports.ts';
import { holdPorts, portNumbers, portVariable, releasePorts } from '../../worker/installation/ports.ts';
import { temporaryHome } from '../support/installation.ts';
import { freePort } from '../support/port.ts';

let home: string;
const allHeld: HeldPorts[] = [];
const silent = (): void => undefined;
const all = new Set<PortName>(['page', 'engine', 'engineUi', 'database', 'smtp']);
const anyPort = Object.fromEntries([...all].map((name) => [portVariable(name), '0']));

beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  await Promise.all(allHeld.splice(0).map(releasePorts));
  rmSync(home, { recursive: true, force: true });
});

async function hold(env: NodeJS.ProcessEnv, report: (line: string) => void = silent): Promise<HeldPorts> {
  const ports = await holdPorts(home, env, all, report);
  allHeld.push(ports);
  return ports;
}

async function occupied(): Promise<{ port: number; free: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, free: () => void server.close() };
}

describe('the data folder', () => {
  it('is stamped on first use and accepted again', () => {
    openHome({ VINHDANH_HOME: join(home, 'new') });
    expect(JSON.parse(readFileSync(join(home, 'new', 'version.json'), 'utf8'))).toEqual({ dataVersion: 1 });
    expect(openHome({ VINHDANH_HOME: join(home, 'new') })).toBe(join(home, 'new'));
  });

  it('of a newer version is refused in one line', () => {
    writeFileSync(join(home, 'version.json'), '{"dataVersion":2}');
    expect(() => openHome({ VINHDANH_HOME: home })).toThrow(expect.objectContaining({ code: 'dataNewer' }));
  });

  it('that cannot be made is refused in one line', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => openHome({ VINHDANH_HOME: join(home, 'file', 'below') })).toThrow(
      expect.objectContaining({ code: 'homeUnwritable' }),
    );
  });
});

describe('the lock', () => {
  it('refuses a second copy and is free again after release', async () => {
    const lock = await takeLock(home, silent);
    const refusal = await takeLock(home, silent).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'alreadyRunning' });
    expect(failureLine(refusal)).not.toContain('\n');
    lock.release();
    (await takeLock(home, silent)).release();
    expect(lockHolder(home)).toBeNull();
  });

  it.each([
    ['a process that is gone', () => ({ pid: 2 ** 22 + 1, startedAt: 'x' })],
    ['an earlier process with the same number', () => ({ ...identify(process.pid), startedAt: 'before' })],
    ['nobody, torn by a power cut', () => null],
  ])('of %s is taken over', async (_who, holder) => {
    writeFileSync(join(home, 'lock'), holder() === null ? '{"pid"' : JSON.stringify(holder()));
    const lock = await takeLock(home, silent);
    expect(lockHolder(home)?.pid).toBe(process.pid);
    lock.release();
  });

  it('is waited for while its holder is stopping', async () => {
    const lock = await takeLock(home, silent);
    lock.markStopping();
    setTimeout(lock.release, 2_200);
    (await takeLock(home, silent)).release();
  });
});

describe('ports', () => {
  it('are kept from run to run', async () => {
    const first = await hold(anyPort);
    await releasePorts(first);
    expect(new Set(Object.values(portNumbers(first))).size).toBe(5);
    const second = await hold(anyPort);
    expect(portNumbers(second)).toEqual(portNumbers(first));
  });

  it('are held for the part that will listen, also against another installation, until it does', async () => {
    const ports = await hold(anyPort);
    expect(await holdPort(ports.page.port)).toBeNull();
    const other = await hold({ ...anyPort, VINHDANH_PORT_PAGE: String(ports.page.port) }).catch(
      (error: unknown) => error,
    );
    expect(other).toMatchObject({ code: 'portTaken' });
    await ports.page.release();
    const taken = await holdPort(ports.page.port);
    expect(taken).not.toBeNull();
    await taken?.release();
  });

  it('are given up by a start that is refused', async () => {
    const free = await freePort();
    const taken = await occupied();
    const env = { ...anyPort, VINHDANH_PORT_PAGE: String(free), VINHDANH_PORT_ENGINE: String(taken.port) };
    await expect(hold(env)).rejects.toMatchObject({ code: 'portTaken' });
    taken.free();
    const again = await holdPort(free);
    expect(again).not.toBeNull();
    await again?.release();
  });

  it('of the system’s choice are none that it gives to outgoing connections', async () => {
    const ports = await hold(anyPort);
    expect(Object.values(portNumbers(ports)).filter((port) => port >= firstOutgoingPort())).toEqual([]);
  });

  it('being held answer nobody, and let go of whoever knocks', async () => {
    const { page } = await hold(anyPort);
    const knocking = connect(page.port, '127.0.0.1');
    await once(knocking, 'close');
    await page.release();
    const free = await holdPort(page.port);
    expect(free).not.toBeNull();
    await free?.release();
  });

  it('set on purpose and taken are refused in one line that names the variable', async () => {
    const taken = await occupied();
    const refusal = await hold({ ...anyPort, VINHDANH_PORT_PAGE: String(taken.port) }).catch((error: unknown) => error);
    taken.free();
    expect(refusal).toMatchObject({ code: 'portTaken' });
    expect(failureLine(refusal)).toMatch(/^✗ .*VINHDANH_PORT_PAGE.*\/ .*choose another port$/);
  });

  it('not set on purpose give way to whoever has them, and say so', async () => {
    const taken = await occupied();
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'ports.json'), JSON.stringify({ page: taken.port }));
    const lines: string[] = [];
    const { page } = await hold({ ...anyPort, VINHDANH_PORT_PAGE: '' }, (line) => lines.push(line));
    taken.free();
    expect(page.port).not.toBe(taken.port);
    expect(lines.join()).toContain(String(taken.port));
    expect(JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8'))).toMatchObject({ page: page.port });
  });

  it('that are no numbers are refused', async () => {
    await expect(hold({ VINHDANH_PORT_ENGINE_UI: 'x' })).rejects.toMatchObject({ code: 'portInvalid' });
  });
});
