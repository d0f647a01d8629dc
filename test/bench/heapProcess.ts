import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { workflowBundle } from '../../worker/bundle.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { openedNomination, started, workflowInfo } from './activations.ts';
import { bareBundle } from './stand.ts';

// A process of its own, so that nothing else is on its heap: `heapProcess.ts <ours|empty> <instances>`. It fills the
// SDK's own workflow container, which each worker runs in a thread, and prints what one more instance costs.
const [kind, instances] = [process.argv[2], Number(process.argv[3])];
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const code =
  kind === 'ours' ? await readFile(await workflowBundle(cacheFolder(process.env)), 'utf8') : (await bareBundle()).code;
const container = await ReusableVMWorkflowCreator.create(
  parseWorkflowCode(code),
  5_000,
  new Set(['record', 'recordRound', 'drained']),
);

const workflowType = kind === 'ours' ? 'nomination' : 'empty';

/** Makes one and brings it to where it waits for a person. */
async function fill(n: number): Promise<void> {
  const workflow = await container.createWorkflow({
    info: workflowInfo(`run-${n}`, workflowType),
    randomnessSeed: [n],
    now: Date.now(),
    showStackTraceSources: false,
  });
  for (const activation of kind === 'ours' ? openedNomination(n) : [started(n, workflowType, [])]) {
    const { failed, successful } = await workflow.activate(activation);
    if (failed || successful?.commands?.some((command) => command.failWorkflowExecution))
      throw new Error(JSON.stringify(failed ?? successful));
  }
}

/** Twice: what the first collection finalises, the second frees. */
function heapUsed(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

// Compiled code and the shared modules' lazy parts belong to the worker, not to the instance.
for (let n = 0; n < 20; n++) await fill(n);
const before = heapUsed();
const startedAt = performance.now();
for (let n = 20; n < 20 + instances; n++) await fill(n);
const msEach = (performance.now() - startedAt) / instances;
const kbEach = (heapUsed() - before) / 1024 / instances;
console.log(JSON.stringify({ kbEach, msEach }));
process.exit();
