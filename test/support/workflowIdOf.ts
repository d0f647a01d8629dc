import { nominationWorkflowId, roundWorkflowId } from '../../contract/names.ts';
import { roundParts } from '../../contract/round.ts';

/** Gives the id of the workflow that carries the nomination or round. */
export function workflowIdOf(subjectId: string): string {
  return roundParts(subjectId) ? roundWorkflowId(subjectId) : nominationWorkflowId(subjectId);
}
