import { ApplicationFailure, condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

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

export type FloorActivities = { note(entry: unknown): Promise<void> };
const { note } = proxyLocalActivities<FloorActivities>({ startToCloseTimeout: '10s' });
/** About as large as a nomination's record entry. */
const entry = { text: 'x'.repeat(2_000) };

/** The same, noting each event by a local activity that does nothing: what a recorded workflow costs before anything is recorded. */
export async function notedApproval({ dueAtMs }: BareStart): Promise<void> {
  let revision = 1;
  const opened = note(entry);
  setHandler(
    bareAct,
    async (act) => {
      dueAtMs = act.dueAtMs;
      const mine = ++revision;
      await note(entry);
      return mine;
    },
    {
      validator: ({ expectedRevision }) => {
        if (expectedRevision !== revision) throw ApplicationFailure.nonRetryable(`At ${revision}`, 'Refused');
      },
    },
  );
  await opened;
  while (dueAtMs > Date.now()) {
    const armedFor = dueAtMs;
    await condition(() => dueAtMs < armedFor, armedFor - Date.now());
  }
}

/** Does nothing: what every cached workflow costs before it does anything. */
export async function empty(): Promise<void> {
  await condition(() => false);
}
