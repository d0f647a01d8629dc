import type { Measured } from './budgets.ts';
import type { Flow } from './flows.ts';
import { steps } from './flows.ts';
import type { Stand } from './stand.ts';

type Counts = { events: number; tasks: number; bytes: number };

/** Row 1: history events and workflow tasks of one nomination from created to decided. */
export async function measureCounts(stand: Stand): Promise<Measured[]> {
  const ours = await countsOf(stand, stand.ours);
  const early = await countsOf(stand, stand.oursEarly);
  const bare = await countsOf(stand, stand.bare);
  const note = (name: string, { events, tasks, bytes }: Counts) =>
    `${name}: ${events} events, ${tasks} tasks, ${bytes} bytes of history`;
  return [
    {
      budget: 'created to decided: history events',
      limit: 32,
      value: Math.max(ours.events, early.events),
      unit: '',
      notes: [
        note('opened in the last days of the window', ours),
        note('opened in mid-window and decided the same day (deadlines move earlier)', early),
        note('bare', bare),
      ],
    },
    {
      budget: 'created to decided: workflow tasks',
      limit: 5,
      value: Math.max(ours.tasks, early.tasks),
      unit: '',
      notes: [],
    },
  ];
}

async function countsOf({ temporal }: Stand, flow: Flow): Promise<Counts> {
  const id = await flow.open();
  for (let step = 0; step < steps; step++) await flow.decide(id, step);
  const handle = temporal.workflow.getHandle(id);
  const { events = [] } = await handle.fetchHistory();
  const tasks = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes).length;
  return { events: events?.length ?? 0, tasks, bytes: (await handle.describe()).historySize ?? 0 };
}
