import { ApplicationFailure, condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** What we are measured against: the same approval by hand, without machine, record or database. */
export type BareStart = { dueAtMs: number };
export type BareAct = { expectedRevision: number; dueAtMs: number };

export const bareAct = defineUpdate<number, [BareAct]>('bareAct');

/** Takes Updates with a validator and keeps one lazily armed timer, as `nomination` does. */
export async function bareApproval({ dueAtMs }: BareStart): Promise<void> {
  let revision = 1;
  setHandler(
    bareAct,
    (act) => {
      dueAtMs = act.dueAtMs;
      return ++revision;
    },
    {
      validator: ({ expectedRevision }) => {
        if (expectedRevision !== revision) throw ApplicationFailure.nonRetryable(`At ${revision}`, 'Refused');
      },
    },
  );
  while (dueAtMs > Date.now()) {
    const armedFor = dueAtMs;
    await condition(() => dueAtMs < armedFor, armedFor - Date.now());
  }
}

/** Does nothing: what every cached workflow costs before it does anything. */
export async function empty(): Promise<void> {
  await condition(() => false);
}
