import type { ganttStageTexts } from '../../contract/texts/gantt.ts';

/** What the time chart is drawn from. Days are local, both ends of a bar inclusive. */
export type RoundStage = keyof typeof ganttStageTexts;
/** `unknown`: its days are over, and nothing shows whether it was done: before the record began, or without a record. */
export type BarState = 'done' | 'running' | 'late' | 'coming' | 'unknown';

/** From where the chart is drawn. `begunOn`: the first day on record; null: there is no record. */
export type Standpoint = { today: string; begunOn: string | null };

export type GanttBar = {
  /** A stage of a round; a phase's or a report's own id. */
  key: string;
  stage: RoundStage | null;
  /** Name of a phase or report, already in words; null: the stage's name. */
  name: string | null;
  from: string;
  to: string;
  /** Due or done on one day: drawn as a sign. */
  mark: boolean;
  state: BarState;
  /** Days between the due day and its end, or today while it runs; negative: late. Null: not begun, or nothing is due. */
  slackDays: number | null;
  /** Computed over days whose yearly notice had not been issued. */
  provisional: boolean;
  /** The document does not state the days. */
  assumed: boolean;
};

export type GanttRow = {
  id: string;
  kind: 'phases' | 'round' | 'reports';
  /** The phase's name, for rounds. */
  group: string | null;
  title: string;
  halted: 'suspended' | 'cancelled' | null;
  bars: GanttBar[];
};

export type Gantt = Standpoint & {
  programmeId: string;
  title: string;
  /** First and last day of the chart: those of its bars. */
  from: string;
  to: string;
  /** Whether what happened is shown, or the definition alone. */
  onRecord: boolean;
  /** There is a record, which cannot be read: the installation does not run. */
  stopped: boolean;
  rows: GanttRow[];
};
