/** Names both sides of Temporal agree on. */
export const taskQueue = 'vinhdanh-v1';
export const nominationWorkflow = 'nomination';
export const roundWorkflow = 'round';
export const reportWorkflow = 'report';
export const notifierWorkflow = 'notifier';
export const actUpdate = 'act';
export const lifeQuery = 'life';

/** Gives the workflow id of a nomination; `nominationIdOf` is its inverse. No personal data in either. */
export function nominationWorkflowId(nominationId: string): string {
  return `nomination/${nominationId}`;
}

/** Gives the nomination's id, or null when the workflow id is another kind's. */
export function nominationIdOf(workflowId: string): string | null {
  return workflowId.startsWith('nomination/') ? workflowId.slice('nomination/'.length) : null;
}

/** Gives the workflow id of a round. */
export function roundWorkflowId(roundId: string): string {
  return `round/${roundId}`;
}
