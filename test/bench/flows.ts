import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { VinhDanh } from '../../client/core/types.ts';
import type { ActRequest } from '../../contract/acts.ts';
import { dayMs } from '../../contract/calendarDay.ts';
import { nominationWorkflowId } from '../../contract/names.ts';
import type { bareApproval } from './bareWorkflow.ts';
import { bareAct } from './bareWorkflow.ts';

/** One kind of approval, driven the same way whoever carries it: opened, then decided in four steps. */
export type Flow = {
  /** Opens one; gives its workflow id. */
  open(): Promise<string>;
  /** Takes the decision of that step. Throws unless it is applied. */
  decide(workflowId: string, step: number): Promise<void>;
};

type Act = Omit<ActRequest, 'nominationId'>;
const acts: readonly (readonly [by: string, act: Act])[] = [
  ['bvbr.head', { type: 'draft.signOff', as: 'unitHead', body: {} }],
  ['cdc.reviewer', { type: 'review.shortlist', as: 'reviewer', body: {} }],
  ['vps.secretary', { type: 'council.recommend', as: 'councilSecretary', body: { resolution: '12/NQ-HĐ' } }],
  [
    'syt.director',
    {
      type: 'authority.award',
      as: 'approvingAuthority',
      body: { decisionNumber: '31/QĐ-SYT', decisionDate: '2021-11-15' },
    },
  ],
];
export const steps = acts.length;

/** Movement 2.8 of the shipped programme 004, through the typed client as everybody uses it. */
export function ourFlow(client: VinhDanh): Flow {
  return {
    async open() {
      const { outcome, receipt } = await client.nominate('bvbr.clerk', {
        programmeId: '004',
        movementId: '2.8',
        unitId: 'benhVienBaRia',
        nominee: { kind: 'individual', id: `bench-${randomUUID()}` },
        dossier: {
          nomineeName: 'Lê Văn Ví Dụ',
          directWorker: true,
          achievements: 'Trực chống dịch suốt năm',
          documents: [],
        },
      });
      if (outcome.kind !== 'applied') throw new Error(`Not opened: ${JSON.stringify(outcome)}`);
      return nominationWorkflowId(receipt.nominationId);
    },
    async decide(workflowId, step) {
      const [by, act] = acts[step] ?? fail(step);
      const nominationId = workflowId.slice(nominationWorkflowId('').length);
      const { outcome } = await client.act(by, { nominationId, ...act });
      if (outcome.kind !== 'applied') throw new Error(`${act.type} was not applied: ${JSON.stringify(outcome)}`);
    },
  };
}

/** Days until the next deadline, opening first; those of the nomination when opened in the window's last days. */
const dueInDays = [3, 20, 30, 15, 10];
/** Longer than a first workflow task takes. */
const settleMs = 150;

/** The bare engine with the same number of Updates, through the same library. */
export function bareFlow(
  client: Client,
  taskQueue: string,
  type: 'bareApproval' | 'notedApproval' = 'bareApproval',
): Flow {
  const dueAtMs = (step: number) => Date.now() + (dueInDays[step] ?? fail(step)) * dayMs;
  return {
    async open() {
      const workflowId = `bare/${randomUUID()}`;
      await client.workflow.start<typeof bareApproval>(type, {
        workflowId,
        taskQueue,
        args: [{ dueAtMs: dueAtMs(0) }],
      });
      // Nobody signs off in the instant of opening; an Update that did would save the first workflow task.
      await sleep(settleMs);
      return workflowId;
    },
    async decide(workflowId, step) {
      const act = { expectedRevision: step + 1, dueAtMs: dueAtMs(step + 1) };
      await client.workflow.getHandle(workflowId).executeUpdate(bareAct, { args: [act], updateId: randomUUID() });
    },
  };
}

function fail(step: number): never {
  throw new RangeError(`No step ${step}`);
}
