import type { TestProject } from 'vitest/node';
import { startTestInstallation, sweepAbandonedHomes } from './installation.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    temporalAddress: string;
    temporalNamespace: string;
  }
}

/** Starts one real engine and one real database for the whole run; tests reach them by `inject`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandonedHomes();
  const installation = await startTestInstallation({}, (line) => console.log(line));
  project.provide('databaseUrl', installation.databaseUrl);
  project.provide('temporalAddress', installation.temporal.address);
  project.provide('temporalNamespace', installation.temporal.namespace);
  return installation.stop;
}
