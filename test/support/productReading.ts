import { nominationWorkflowId, roundWorkflowId } from '../../contract/names.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { PersistedRound } from '../../contract/round.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import { timeline } from '../../store/queries/timeline.ts';
import type { Product } from './product.ts';
import { workflowIdOf } from './workflowIdOf.ts';

type Reading = Pick<Product, 'history' | 'runId' | 'life' | 'roundLife' | 'recorded' | 'state' | 'timeline'>;

/** Gives what a test reads of a nomination or round: from the engine's own history and snapshot, and from the record. */
export function productReading({ store, engine }: Pick<Product, 'store' | 'engine'>): Reading {
  return {
    async history(subjectId, runId) {
      const { workflow } = await engine.client();
      return (await workflow.getHandle(workflowIdOf(subjectId), runId).fetchHistory()).events ?? [];
    },
    async runId(subjectId) {
      const { workflow } = await engine.client();
      return (await workflow.getHandle(workflowIdOf(subjectId)).describe()).runId;
    },
    async life(nominationId) {
      const { workflow } = await engine.client();
      return workflow.getHandle(nominationWorkflowId(nominationId)).query<PersistedNomination>('life');
    },
    async roundLife(subjectId) {
      const { workflow } = await engine.client();
      return workflow.getHandle(roundWorkflowId(subjectId)).query<PersistedRound>('life');
    },
    async recorded(nominationId) {
      const row = await nominationById(store, nominationId);
      if (!row) throw new Error(`${nominationId} is not recorded`);
      return row.snapshot;
    },
    state: async (nominationId) => (await nominationById(store, nominationId))?.state ?? null,
    timeline: (subjectId) => timeline(store, subjectId),
  };
}
