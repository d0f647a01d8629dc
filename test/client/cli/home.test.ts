import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReach } from '../../../client/cli/home.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinhdanh-reach-'));
  const facts = { databaseUrl: 'postgres://x', temporalAddress: 'engine.example:7233', namespace: 'y-te', pid: 1 };
  writeFileSync(join(folder, 'runtime.json'), JSON.stringify(facts));
  writeFileSync(
    join(folder, 'temporal.toml'),
    '[profile.so]\naddress = "cloud.example:7233"\nnamespace = "so-y-te"\napi_key = "khoa"\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tls = { TEMPORAL_API_KEY: 'khoa', TEMPORAL_TLS: 'true', TEMPORAL_CONFIG_FILE: '/nowhere/temporal.toml' };

describe('an engine of the office’s own', () => {
  it('is reached with its TLS and key, read when it is needed', async () => {
    const env = { ...tls, DATABASE_URL: 'postgres://y', TEMPORAL_ADDRESS: 'cloud.example:7233' };
    const { databaseUrl, temporal } = findReach(undefined, env);
    expect({ databaseUrl, address: temporal.address }).toEqual({
      databaseUrl: 'postgres://y',
      address: 'cloud.example:7233',
    });
    expect(await temporal.settings?.()).toMatchObject({
      address: 'cloud.example:7233',
      connectionOptions: { apiKey: 'khoa', tls: expect.anything() },
    });
  });

  it('may be named by a profile', async () => {
    const env = {
      DATABASE_URL: 'postgres://y',
      TEMPORAL_PROFILE: 'so',
      TEMPORAL_CONFIG_FILE: join(folder, 'temporal.toml'),
    };
    expect(await findReach(undefined, env).temporal.settings?.()).toMatchObject({
      address: 'cloud.example:7233',
      namespace: 'so-y-te',
      connectionOptions: { apiKey: 'khoa' },
    });
  });

  it('is the running installation’s: its settings go with it', async () => {
    const { temporal } = findReach(folder, { ...tls, TEMPORAL_ADDRESS: 'engine.example:7233' });
    expect(temporal).toMatchObject({ address: 'engine.example:7233', namespace: 'y-te' });
    expect(await temporal.settings?.()).toMatchObject({ connectionOptions: { apiKey: 'khoa' } });
  });

  it('does not give its key to another engine', async () => {
    const { temporal } = findReach(folder, { ...tls, TEMPORAL_ADDRESS: 'cloud.example:7233' });
    expect(await temporal.settings?.()).toEqual({});
  });
});

it('asks no settings of the embedded engine', () => {
  expect(findReach(folder, {}).temporal).toEqual({ address: 'engine.example:7233', namespace: 'y-te' });
});
