import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs } from '../../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toReal } from '../../../contract/clock.ts';
import { isRoundOver } from '../../../contract/roundStates.ts';
import { ClientError } from '../../core/errors.ts';
import type { RoundSummary, RoundView } from '../../core/types.ts';
import type { RoundBeat, RoundDeed } from '../plan/roundBeats.ts';
import type { ActingTo } from './acting.ts';
import { against } from './acting.ts';
import type { Agenda } from './agenda.ts';
import type { AppliedChange, RoundLife } from './roundLife.ts';
import { nextRoundBeat } from './roundLife.ts';

/** How soon a person looks again at a round that is not yet where they may act. */
const againMs = dayMs;
/** Sent again with a new preview, should something of the round have moved in between. */
const previews = 20;
const settledWithinMs = 60_000;

/** What a person sees of a round before acting. */
type Seen = Pick<RoundSummary, 'state'> & Partial<Pick<RoundView, 'plan'>>;

export type RoundPlay = { to: ActingTo; agenda: Agenda; clock: ProgrammeClock; fail(error: unknown): void };

/** Has people do with each round what the plan has them do: its lanes side by side, the beats of one after the other. */
export function playRounds(play: RoundPlay, lives: readonly RoundLife[], changes: AppliedChange[]): void {
  const { to, agenda, clock, fail } = play;
  const { client, gate } = to;

  function goOn(life: RoundLife, lane: string, notBefore = ''): void {
    const beat = nextRoundBeat(life, lane);
    if (!beat) return;
    const at = beat.at > notBefore ? beat.at : notBefore;
    agenda.at(at, () =>
      look(life, lane, beat).catch((error: unknown) => {
        life.mishaps.push({ lane, text: `${beat.deed.type}: ${String(error)}` });
        fail(error);
      }),
    );
  }

  async function look(life: RoundLife, lane: string, beat: RoundBeat): Promise<void> {
    // Only whoever approves needs to see the plan; where the round stands is told by the short list.
    const view = await (beat.deed.type === 'plan.approve' ? shown(life.plan.roundId) : listed(life.plan));
    const again = () => goOn(life, lane, new Date(Date.parse(client.now()) + againMs).toISOString());
    if (!view) return again();
    if (!beat.in.includes(view.state)) {
      if (!isRoundOver(view.state)) return again();
      return void life.mishaps.push({ lane, text: `${beat.deed.type}: the round is ${view.state}` });
    }
    const wrong = beat.deed.type === 'change' ? await change(life, beat, changes) : await act(life, lane, beat, view);
    if (wrong) life.mishaps.push({ lane, text: `${beat.deed.type} ${beat.by}: ${wrong}` });
    life.cursors[lane] = (life.cursors[lane] ?? 0) + 1;
    goOn(life, lane);
  }

  async function listed({ roundId, movementId }: RoundLife['plan']): Promise<Seen | null> {
    const rounds = await gate(() => client.rounds({ programmeId: to.programmeId, movementId }));
    return rounds.find((each) => each.roundId === roundId) ?? null;
  }

  /** A round that has just been begun is on record a moment later. */
  async function shown(roundId: string): Promise<Seen | null> {
    try {
      return await gate(() => client.round(roundId));
    } catch (error) {
      if (error instanceof ClientError && error.code === 'UNKNOWN_ROUND') return null;
      throw error;
    }
  }

  async function act(life: RoundLife, lane: string, beat: RoundBeat, view: Seen): Promise<string | null> {
    const { deed, by, as, expect } = beat;
    if (deed.type === 'change') throw new RangeError('not an act');
    const { roundId } = life.plan;
    const why = asks(deed.type) ? await gate(() => client.whyRound(by, roundId)) : [];
    const key = `${to.planHash} ${roundId} ${lane} ${life.cursors[lane] ?? 0}`;
    const sinceMs = Date.now();
    const { receipt, outcome } = await to.send(() =>
      client.actOnRound(by, { roundId, type: deed.type, as, body: formOf(deed, view) }, key),
    );
    to.note({
      key: `${roundId} ${lane}`,
      subjectId: roundId,
      inboxId: receipt.inboxId,
      type: deed.type,
      by,
      outcome,
      allowed: why.find(({ type }) => type === deed.type)?.allowed ?? null,
      lateMs: Math.max(0, sinceMs - toReal(clock, beat.at)),
      tookMs: Date.now() - sinceMs,
    });
    return against(expect, outcome);
  }

  /** Officials ask first whether they may; units, of whom there are many, just answer. */
  function asks(type: string): boolean {
    return type.startsWith('plan.');
  }

  /** Previews the change and applies exactly that; a preview that has become stale is made again. */
  async function change(
    life: RoundLife,
    { deed, by, as }: RoundBeat,
    applied: AppliedChange[],
  ): Promise<string | null> {
    if (deed.type !== 'change') throw new RangeError('not a change');
    const { spec, reason } = deed;
    const request = { spec, as, reason, holdNotices: false };
    for (let attempt = 1; ; attempt++) {
      const { hash } = await gate(() => client.previewChange(by, request));
      try {
        const { changeId } = await gate(() => client.applyChange(by, request, hash));
        const progress = await settled(changeId);
        // As it was kept: acts that changed nothing foretold may have come since the preview.
        const preview = await gate(() => client.changePreview(changeId));
        applied.push({ roundId: life.plan.roundId, spec, preview, progress });
        return progress.waiting > 0 || progress.refused > 0
          ? `change ${changeId}: ${progress.refused} refused, ${progress.waiting} waiting`
          : null;
      } catch (error) {
        const stale = error instanceof ClientError && ['PREVIEW_STALE', 'CHANGE_BUSY'].includes(error.code);
        if (!stale || attempt >= previews) throw error;
        await sleep(100);
      }
    }
  }

  async function settled(changeId: string): Promise<AppliedChange['progress']> {
    for (const giveUpAt = Date.now() + settledWithinMs; ; ) {
      const progress = await gate(() => client.change(changeId));
      if (progress.waiting === 0 || Date.now() > giveUpAt) return progress;
      await sleep(200);
    }
  }

  for (const life of lives) for (const { name } of life.plan.lanes) goOn(life, name);
}

/** Gives what a person writes into the form of an act; an approval is of the plan that was shown. */
function formOf(deed: Exclude<RoundDeed, { type: 'change' }>, view: Seen): Record<string, unknown> {
  if (deed.type === 'plan.submit') return { plan: deed.plan };
  return deed.type === 'plan.approve' ? { planHash: view.plan?.hash } : deed.body;
}
