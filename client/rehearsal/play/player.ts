import { dayMs } from '../../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toProgramme, toReal } from '../../../contract/clock.ts';
import type { StateName } from '../../../contract/states.ts';
import { isTerminal } from '../../../contract/states.ts';
import type { InboxItem, VinhDanh } from '../../core/types.ts';
import { hasInInbox } from '../plan/beats.ts';
import type { Plan, PlannedBeat } from '../plan/planned.ts';
import type { ActingTo } from './acting.ts';
import { act, against, open } from './acting.ts';
import { openAgenda } from './agenda.ts';
import { gateOf } from './gate.ts';
import type { Life, SentAct } from './life.ts';
import { newLife, nextBeat } from './life.ts';
import type { Interlude, Performance } from './performance.ts';
import type { AppliedChange } from './roundLife.ts';
import { newRoundLife } from './roundLife.ts';
import { playRounds } from './rounds.ts';
import { senderOver } from './sender.ts';
import { visitsOn } from './visits.ts';

/** Calls under way at a time: enough for the engine to be busy, few enough for it to answer soon. */
const width = 8;
/** How soon a person looks again for what was not there yet. */
const againMs = 2 * dayMs;
/** Has the plan's people play it on the clock. They act on what the client shows them, when it shows it to them. */
export function play(
  plan: Plan,
  client: VinhDanh,
  clock: ProgrammeClock,
  interludes: readonly Interlude[] = [],
): Performance {
  const lives = plan.nominations.map(newLife);
  const rounds = plan.rounds.map(newRoundLife);
  const changes: AppliedChange[] = [];
  const acts: SentAct[] = [];
  const errors: string[] = [];
  const fail = (error: unknown): void =>
    void errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const gate = gateOf(width);
  const to: ActingTo = {
    client,
    gate,
    send: senderOver(client, gate),
    programmeId: plan.programmeId,
    planHash: plan.hash,
    note: (each) => acts.push(each),
  };
  const agenda = openAgenda(clock, fail);
  const visits = visitsOn(agenda, plan.seed, look);
  /** Whose turn it is, by person: what each has been told of and not done yet. */
  const turns = new Map<string, Set<Life>>();

  function turnOf(life: Life): { person: string; beat: PlannedBeat } | null {
    const beat = nextBeat(life);
    const person = beat && life.plan.cast[beat.by];
    return beat && person ? { person, beat } : null;
  }

  function goOn(life: Life): void {
    const turn = turnOf(life);
    if (!turn) return;
    const { person, beat } = turn;
    turns.set(person, (turns.get(person) ?? new Set()).add(life));
    visits.ask(
      person,
      'at' in beat.when ? beat.when.at : after(life.lastAt, beat.when.after === 'due' ? 24 : beat.when.hours),
    );
  }

  async function begin(life: Life): Promise<void> {
    const result = await open(to, life, toReal(clock, life.plan.openAt)).catch((error: unknown) => {
      life.mishaps.push(`nomination.open: ${String(error)}`);
      return null;
    });
    life.opened = true;
    if (!result) return;
    const wrong = against(life.plan.refusedWith, result.outcome);
    if (wrong) life.mishaps.push(`nomination.open: ${wrong}`);
    if (result.outcome.kind === 'applied') life.nominationId = result.receipt.nominationId;
    life.lastAt = toProgramme(clock, Date.parse(result.receipt.receivedAt));
    goOn(life);
  }

  /** A person looks: at the inbox, and at what they were told of by mail. */
  async function look(person: string): Promise<void> {
    const waiting = [...(turns.get(person) ?? [])].filter((life) => turnOf(life)?.person === person);
    turns.set(person, new Set(waiting));
    if (waiting.length === 0) return;
    const items = waiting.some((life) => inInbox(life)) ? await gate(() => client.inbox({ person })) : [];
    await Promise.all(
      waiting.map((life) => consider(life, person, items).catch((error: unknown) => stumble(life, error))),
    );
  }

  function inInbox(life: Life): boolean {
    const beat = nextBeat(life);
    return beat !== null && hasInInbox(beat.by, beat.in);
  }

  async function consider(life: Life, person: string, items: readonly InboxItem[]): Promise<void> {
    const beat = nextBeat(life);
    if (!beat || (life.state !== null && isTerminal(life.state) && beat.expect.length === 0)) return;
    const shown = inInbox(life)
      ? items.find(({ subjectId, state }) => subjectId === life.nominationId && state === beat.in)
      : await opened(life, beat.in);
    const now = client.now();
    if (!shown) return visits.ask(person, new Date(Date.parse(now) + againMs).toISOString());
    const due =
      'at' in beat.when ? beat.when.at : after(beat.when.after === 'due' ? shown.dueAt : life.lastAt, beat.when.hours);
    if (now < due) return visits.ask(person, due);
    turns.get(person)?.delete(life);
    await carryOut(life, beat, due);
  }

  /** Opens the nomination by its number. A late sign-off is tried whatever has become of the draft meanwhile. */
  async function opened(life: Life, wanted: StateName): Promise<{ dueAt: string } | undefined> {
    const { state, deadline } = await gate(() => client.show(life.nominationId ?? ''));
    if (state !== wanted && !(state === 'expired' || state === 'withdrawnForGood')) return undefined;
    return { dueAt: deadline?.dueAt ?? life.lastAt };
  }

  async function carryOut(life: Life, beat: PlannedBeat, due: string): Promise<void> {
    const { receipt, outcome } = await act(to, life, beat, toReal(clock, due));
    const wrong = against(beat.expect, outcome);
    if (wrong) life.mishaps.push(`${beat.act}: ${wrong}`);
    life.cursor += 1;
    life.lastAt = toProgramme(clock, Date.parse(receipt.receivedAt));
    goOn(life);
  }

  function stumble(life: Life, error: unknown): void {
    life.mishaps.push(`${nextBeat(life)?.act}: ${String(error)}`);
    fail(error);
  }

  playRounds({ to, agenda, clock, fail }, rounds, changes);
  for (const life of lives) agenda.at(life.plan.openAt, () => begin(life));
  for (const { at, task } of interludes) agenda.at(at, task);
  return { lives, rounds, changes, acts, errors, stop: () => agenda.stop() };
}

function after(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}
