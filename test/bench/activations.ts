import { defaultPayloadConverter, TypedSearchAttributes } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import type { WorkflowInfo } from '@temporalio/workflow';
import Long from 'long';
import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import { realClock } from '../../contract/clock.ts';
import type { ActEnvelope, NominationStart } from '../../contract/nomination.ts';
import { machineVersion } from '../../machines/interpreter.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { planNomination } from '../../programmes/plan.ts';
import { findRound } from '../../programmes/rounds.ts';

/** What the worker's core hands to a workflow; written here so that no engine is needed. */
type Activation = coresdk.workflow_activation.IWorkflowActivation;
type Job = coresdk.workflow_activation.IWorkflowActivationJob;

const payload = (value: unknown) => defaultPayloadConverter.toPayload(value);

function activation(n: number, jobs: Job[]): Activation {
  const nowMs = Date.now();
  return {
    runId: `run-${n}`,
    timestamp: { seconds: Long.fromNumber(Math.floor(nowMs / 1000)), nanos: 0 },
    historyLength: 3,
    historySizeBytes: Long.fromNumber(1_000),
    jobs,
  };
}

/** The first activation of a workflow. */
export function started(n: number, workflowType: string, args: unknown[]): Activation {
  return activation(n, [
    { initializeWorkflow: { workflowType, workflowId: `heap/${n}`, arguments: args.map(payload) } },
  ]);
}

/** A nomination as most cached ones are: opened, recorded, handed in, recorded, waiting with its timer armed. */
export function openedNomination(n: number): Activation[] {
  const start = nominationStart(n);
  return [
    started(n, 'nomination', [start]),
    recorded(n, 1),
    activation(n, [
      {
        doUpdate: {
          id: `act-${n}`,
          protocolInstanceId: `act-${n}`,
          name: 'act',
          input: [payload(signOff(n, start.input.openedAt))],
          meta: { updateId: `act-${n}`, identity: 'bench' },
          runValidator: true,
        },
      },
    ]),
    recorded(n, 2),
  ];
}

const recorded = (n: number, seq: number): Activation =>
  activation(n, [{ resolveActivity: { seq, isLocal: true, result: { completed: { result: payload(undefined) } } } }]);

const { programmes, directory } = loadProgrammes();
const { programme } = [...programmes.values()].find((loaded) => loaded.programme.id === '004') ?? fail();

const window = findRound(programme, '004/2.8/nam2021').window;
const round = {
  roundId: '004/2.8/nam2021',
  from: startOfDay(window.from),
  to: endOfDay(window.to),
  stages: {},
};

function nominationStart(n: number): NominationStart {
  const input = planNomination({
    programme,
    directory,
    movementId: '2.8',
    unitId: 'benhVienBaRia',
    nominee: { kind: 'individual', id: `bench-${n}` },
    nominationId: `004-${n}`,
    openedAt: '2021-11-15T01:00:00.000Z',
    openedBy: 'bvbr.clerk',
    dossierHash: 'd'.repeat(64),
    machine: machineVersion,
    round,
  });
  // The clock shows the season's day now: the timer is armed for weeks ahead.
  return {
    input,
    inboxId: `open-${n}`,
    clock: { ...realClock, origin: '2021-11-15T01:00:00.000Z', start: new Date().toISOString() },
  };
}

function signOff(n: number, at: string): ActEnvelope {
  const roles = [{ role: 'unitHead' as const, body: 'benhVienBaRia' }];
  const actor = { personId: 'bvbr.head', homeBody: 'benhVienBaRia', roles };
  return { inboxId: `act-${n}`, event: { type: 'draft.signOff', at, actor, as: 'unitHead', reasonGiven: false } };
}

/** Only what our workflows and the SDK read of it. */
export function workflowInfo(runId: string, workflowType: string): WorkflowInfo {
  const nowDate = new Date();
  const info: Partial<WorkflowInfo> = {
    workflowId: `heap/${runId}`,
    runId,
    workflowType,
    searchAttributes: {},
    typedSearchAttributes: new TypedSearchAttributes(),
    taskQueue: 'heap',
    namespace: 'default',
    firstExecutionRunId: runId,
    startTime: nowDate,
    runStartTime: nowDate,
    taskTimeoutMs: 10_000,
    attempt: 1,
    historyLength: 3,
    historySize: 1_000,
    continueAsNewSuggested: false,
  };
  return { ...info, unsafe: { now: Date.now, isReplaying: false, isReplayingHistoryEvents: false } } as WorkflowInfo;
}

function fail(): never {
  throw new Error('Programme 004 is not shipped');
}
