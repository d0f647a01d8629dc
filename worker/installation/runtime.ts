import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running installation tells other programs of the same person (the CLI) in `<home>/runtime.json`, mode 600. */
export type RuntimeFacts = {
  pid: number;
  startedAt: string;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  uiUrl: string | null;
  pageUrl: string | null;
  smtpPort: number | null;
};

export function runtimeFile(home: string): string {
  return join(home, 'runtime.json');
}

export function writeRuntime(home: string, facts: RuntimeFacts): void {
  const draft = `${runtimeFile(home)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, runtimeFile(home));
}

export function removeRuntime(home: string): void {
  rmSync(runtimeFile(home), { force: true });
}
