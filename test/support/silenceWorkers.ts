import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Workers say when they start, stop and retry: of no use where tests make them do so. Before the first worker of a process. */
export function silenceWorkers(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });
}
