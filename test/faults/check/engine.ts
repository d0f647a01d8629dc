import { isDeepStrictEqual } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import type { Sql } from 'postgres';
import { lifeQuery, nominationWorkflow, nominationWorkflowId } from '../../../contract/names.ts';
import type { ActAnswer, PersistedNomination } from '../../../contract/nomination.ts';
import type { StateName } from '../../../contract/states.ts';
import { isTerminal } from '../../../contract/states.ts';
import type { Finding } from './finding.ts';

type Row = { id: string; state: StateName; revision: number; snapshot: PersistedNomination };

const atATime = 12;

/** Checks that the engine stands where the record stands, nomination by nomination, and runs no other. */
export async function checkEngine(
  sql: Sql,
  temporal: { address: string; namespace: string },
): Promise<{ findings: Finding[]; asked: number }> {
  const rows = await sql<Row[]>`select id, state, revision, snapshot from nominations order by id`;
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    const findings: Finding[] = [];
    const waiting = [...rows];
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let row = waiting.pop(); row; row = waiting.pop()) findings.push(...(await compare(client, row)));
      }),
    );
    findings.push(...(await strangers(client, new Set(rows.map(({ id }) => nominationWorkflowId(id))))));
    return { findings, asked: rows.length };
  } finally {
    await connection.close();
  }
}

async function compare(client: Client, { id, state, revision, snapshot }: Row): Promise<Finding[]> {
  const handle = client.workflow.getHandle(nominationWorkflowId(id));
  const differs = (engine: unknown): Finding[] => [
    {
      rule: 'the engine stands where the record stands',
      what: JSON.stringify({ id, record: { state, revision }, engine }),
    },
  ];
  try {
    if (isTerminal(state)) {
      const result = (await handle.result()) as ActAnswer;
      return isDeepStrictEqual(result, { state, revision }) ? [] : differs(result);
    }
    const life = await handle.query<PersistedNomination>(lifeQuery);
    if (life.context.revision !== revision || !isDeepStrictEqual(life.value, snapshot.value)) {
      return differs({ value: life.value, revision: life.context.revision });
    }
    return isDeepStrictEqual(life.context, snapshot.context)
      ? []
      : [
          {
            rule: 'engine and record know the same facts',
            what: JSON.stringify({ id, engine: life.context, record: snapshot.context }),
          },
        ];
  } catch (error) {
    return differs(String(error));
  }
}

/** A workflow that runs without a projection would be a nomination nobody sees. */
async function strangers(client: Client, known: ReadonlySet<string>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const query = `WorkflowType = '${nominationWorkflow}'`;
  for await (const { workflowId, status } of client.workflow.list({ query })) {
    if (!known.has(workflowId))
      findings.push({ rule: 'the engine carries no nomination that is not in the record', what: workflowId });
    if (status.name !== 'RUNNING' && status.name !== 'COMPLETED')
      findings.push({ rule: 'no workflow has failed', what: `${workflowId} ${status.name}` });
  }
  return findings;
}
