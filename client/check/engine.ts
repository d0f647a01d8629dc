import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { lifeQuery, nominationWorkflowId, roundWorkflowId } from '../../contract/names.ts';
import type { ViolationCode } from '../../contract/texts/check.ts';
import type { Store } from '../../store/connect.ts';
import { openSubjects, revisionOnRecord } from '../../store/queries/checkSubjects.ts';
import type { Suspect } from '../../store/queries/checks.ts';
import type { Engine } from '../core/engine.ts';
import { ClientError } from '../core/errors.ts';

type Subject = Awaited<ReturnType<typeof openSubjects>>[number];

const atATime = 12;
const answerWithinMs = 10_000;
const pauseMs = 500;
/** A difference counts when it is the same so many times in a row; one that keeps moving is asked about so often at most. */
const unchangedTimes = 5;
const askedTimes = 40;

/**
 * Gives where the engine does not stand where the record stands, for everything open. A step is applied a moment before it
 * is recorded, so a difference is asked about again until it stays the same. Throws ClientError ENGINE_UNREACHABLE.
 */
export async function suspectsOfEngine(
  store: Store,
  engine: Pick<Engine, 'client'>,
): Promise<Suspect<ViolationCode>[]> {
  const client = await engine.client().catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const waiting = (await openSubjects(store.sql)).toReversed();
  const found: Suspect<ViolationCode>[] = [];
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const suspect = await compareWithEngine(store, client, next);
        if (suspect) found.push(suspect);
      }
    }),
  );
  return found.sort((left, right) => left.id.localeCompare(right.id));
}

async function compareWithEngine(
  store: Store,
  client: Client,
  subject: Subject,
): Promise<Suspect<ViolationCode> | null> {
  let last = '';
  let same = 0;
  for (let asked = 1; ; asked++) {
    const suspect = await compareOnce(store, client, subject);
    if (!suspect) return null;
    const name = JSON.stringify(suspect);
    same = name === last ? same + 1 : 1;
    last = name;
    if (same === unchangedTimes || asked === askedTimes) return suspect;
    await sleep(pauseMs);
  }
}

async function compareOnce(store: Store, client: Client, subject: Subject): Promise<Suspect<ViolationCode> | null> {
  const before = await revisionOnRecord(store.sql, subject);
  const life = await lifeOf(client, subject);
  const after = await revisionOnRecord(store.sql, subject);
  // It has ended meanwhile.
  if (before === null || after === null) return null;
  if ('status' in life) return { code: 'WORKFLOW_MISSING', ...subject, detail: life };
  if (before <= life.revision && life.revision <= after) return null;
  const code = life.revision > after ? 'RECORD_BEHIND' : 'RECORD_AHEAD';
  return { code, ...subject, detail: { recorded: String(after), engine: String(life.revision) } };
}

/** Where the workflow stands, or why it cannot be asked. */
async function lifeOf(client: Client, { kind, id }: Subject): Promise<{ revision: number } | { status: string }> {
  const handle = client.workflow.getHandle(kind === 'round' ? roundWorkflowId(id) : nominationWorkflowId(id));
  const within = <T>(ask: () => Promise<T>): Promise<T> => client.withDeadline(Date.now() + answerWithinMs, ask);
  try {
    const { status } = await within(() => handle.describe());
    if (status.name !== 'RUNNING') return { status: status.name };
    const { context } = await within(() => handle.query<{ context: { revision: number } }>(lifeQuery));
    return { revision: context.revision };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'WorkflowNotFoundError') return { status: 'NOT_FOUND' };
    // A workflow that is stuck answers, with a refusal; an engine or a worker that is away does not.
    if (name === 'QueryRejectedError' || name === 'QueryNotRegisteredError') return { status: String(error) };
    throw unreachable(error);
  }
}

function unreachable(cause: unknown): ClientError {
  return new ClientError(
    'ENGINE_UNREACHABLE',
    {
      vi: 'Bộ máy hoặc tiến trình xử lý không trả lời; chưa đối chiếu được. Kiểm tra không có --engine vẫn dùng được.',
      en: 'The engine or its worker does not answer: nothing was compared with it. The check without --engine still works.',
    },
    { cause },
  );
}
