import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import type { Sql } from 'postgres';
import {
  lifeQuery,
  nominationWorkflow,
  nominationWorkflowId,
  roundWorkflow,
  roundWorkflowId,
} from '../../../contract/names.ts';
import type { ActAnswer, PersistedNomination } from '../../../contract/nomination.ts';
import type { PersistedRound, RoundAnswer } from '../../../contract/round.ts';
import { roundParts } from '../../../contract/round.ts';
import type { Finding } from './finding.ts';

type Persisted = PersistedNomination | PersistedRound;
type Row = { state: string; revision: number; snapshot: Persisted };

const atATime = 12;
const attempts = 8;
const pauseMs = 500;

const workflowIdOf = (id: string) => (roundParts(id) ? roundWorkflowId(id) : nominationWorkflowId(id));

/** Checks that the engine stands where the record stands, nomination by nomination and round by round, and runs no other. */
export async function checkEngine(
  sql: Sql,
  temporal: { address: string; namespace: string },
): Promise<{ findings: Finding[]; nominations: number }> {
  const rows = await sql<{ id: string }[]>`select id from nominations union all select id from rounds order by id`;
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    const findings: Finding[] = [];
    const waiting = [...rows];
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let row = waiting.pop(); row; row = waiting.pop()) findings.push(...(await compare(client, sql, row.id)));
      }),
    );
    findings.push(...(await strangers(client, new Set(rows.map(({ id }) => workflowIdOf(id))))));
    return { findings, nominations: rows.filter(({ id }) => !roundParts(id)).length };
  } finally {
    await connection.close();
  }
}

/** Deadlines go on passing, and are applied a moment before they are recorded: only what stays different counts. */
async function compare(client: Client, sql: Sql, id: string): Promise<Finding[]> {
  for (let attempt = 1; ; attempt++) {
    const found = await compareOnce(client, sql, id);
    if (found.length === 0 || attempt === attempts) return found;
    await sleep(pauseMs);
  }
}

async function compareOnce(client: Client, sql: Sql, id: string): Promise<Finding[]> {
  const [row] = await sql<Row[]>`
    select state, revision, snapshot from nominations where id = ${id}
    union all select state, revision, snapshot from rounds where id = ${id}`;
  if (!row) return [];
  const { state, revision, snapshot } = row;
  const differs = (rule: string, engine: unknown, record: unknown = { state, revision }): Finding[] => [
    { rule, what: JSON.stringify({ id, record, engine }) },
  ];
  const place = 'the engine stands where the record stands';
  try {
    const handle = client.workflow.getHandle(workflowIdOf(id));
    if (snapshot.status === 'done') {
      const result = await client.withDeadline(
        Date.now() + 10_000,
        async () => (await handle.result()) as ActAnswer | RoundAnswer,
      );
      return isDeepStrictEqual(result, { state, revision }) ? [] : differs(place, result);
    }
    const { value, context } = await handle.query<Persisted>(lifeQuery);
    if (context.revision !== revision || !isDeepStrictEqual(value, snapshot.value)) {
      return differs(place, { value, revision: context.revision });
    }
    const same = isDeepStrictEqual(context, snapshot.context);
    return same ? [] : differs('engine and record know the same facts', context, snapshot.context);
  } catch (error) {
    return differs(place, String(error));
  }
}

/** A workflow that runs without a projection would be a nomination or a round nobody sees. */
async function strangers(client: Client, known: ReadonlySet<string>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const query = `WorkflowType in ('${nominationWorkflow}', '${roundWorkflow}')`;
  for await (const { workflowId, status } of client.workflow.list({ query })) {
    if (!known.has(workflowId))
      findings.push({ rule: 'the engine carries nothing that is not in the record', what: workflowId });
    if (status.name !== 'RUNNING' && status.name !== 'COMPLETED')
      findings.push({ rule: 'no workflow has failed', what: `${workflowId} ${status.name}` });
  }
  return findings;
}
