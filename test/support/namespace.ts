import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import Long from 'long';
import { inject } from 'vitest';

/**
 * Gives a namespace of the run's engine for one test file: rounds and reports are named by their programme, so two
 * installations in one namespace would meet each other's.
 */
export async function freshNamespace(): Promise<{ address: string; namespace: string }> {
  const address = inject('temporalAddress');
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    const day = { seconds: Long.fromNumber(86_400) };
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  } finally {
    await connection.close();
  }
  return { address, namespace };
}
