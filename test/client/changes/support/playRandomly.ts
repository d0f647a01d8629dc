import { expect } from 'vitest';
import { applyChange } from '../../../../client/core/changes/apply.ts';
import { previewChange } from '../../../../client/core/changes/preview.ts';
import { ClientError } from '../../../../client/core/errors.ts';
import { addDays } from '../../../../contract/calendar.ts';
import { localDay } from '../../../../contract/calendarDay.ts';
import type { ChangeRequest, ChangeSpec } from '../../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../../contract/changes.ts';
import { roundDeadlineNames } from '../../../../contract/roundStates.ts';
import { deadlineNames } from '../../../../contract/states.ts';
import type { Chance } from '../../../faults/random.ts';
import type { Life } from './dump.ts';
import { asForetold, dump, foretoldPeople, toldOf } from './dump.ts';
import { likelyAct } from './likelyAct.ts';
import type { Season } from './season.ts';
import { units } from './season.ts';

export type Played = {
  applied: number;
  stale: number;
  nothing: number;
  refused: number;
  acts: number;
  subjects: number;
  kinds: Record<string, number>;
};

export type Play = {
  season: Season;
  /** Rounds going on and their nominations; a cancelled one is followed by `another`. */
  rounds: string[];
  nominations: string[];
  another: () => Promise<void>;
  life: Life;
  chance: Chance;
  changes: number;
  /** Lets time go on and deadlines pass; absent where nothing is due during the test. */
  passTime?: () => Promise<void>;
};

const admin = { by: 'syt.admin', as: 'administrator' as const };
/**
 * Applies so many random changes, mixed with random acts, and compares what then stands on record and in the engine with
 * what was foretold: every deadline, timer, work item, reminder and recipient, of every subject, the untouched ones too.
 */
export async function playRandomly(play: Play): Promise<Played> {
  const played: Played = { applied: 0, stale: 0, nothing: 0, refused: 0, acts: 0, subjects: 0, kinds: {} };
  while (played.applied < play.changes) {
    await actAtRandom(play, played);
    await play.passTime?.();
    await changeAtRandom(play, played);
  }
  return played;
}

async function actAtRandom({ season, chance }: Play, played: Played): Promise<void> {
  for (let left = Math.floor(chance.between(0, 5)); left > 0; left -= 1) {
    const act = await likelyAct(season, chance);
    if (!act) continue;
    await season.receive(act.subjectId, act.by, act.as, act.type, act.body);
    played.acts += 1;
  }
  // Now and then they are still on their way when the change comes.
  if (chance.happens(0.7)) await season.deliverAll();
}

async function changeAtRandom(play: Play, played: Played): Promise<void> {
  const { season, chance, life } = play;
  const { store, clock } = season;
  const request = requestAtRandom(play);
  const seen = await previewChange({ store, clock }, admin.by, request).catch(administratorsError);
  if (!seen) {
    played.refused += 1;
    return;
  }
  const between = chance.happens(0.2);
  if (between) await actAtRandom(play, played);
  const applying = applyChange({ store, clock }, admin.by, request, seen.hash);
  // The change waits for what is under way; its delivery goes on beside it.
  const delivering = season.deliverActs();
  const outcome = await applying.catch((error: unknown) => {
    if (error instanceof ClientError) return error;
    throw error;
  });
  await delivering;
  if (outcome instanceof ClientError) {
    if (outcome.code === 'PREVIEW_STALE') played.stale += 1;
    else if (outcome.code === 'NOTHING_TO_CHANGE') played.nothing += 1;
    else throw outcome;
    return;
  }
  const [{ preview } = { preview: seen }] = await store.sql<{ preview: ChangePreview }[]>`
    select preview from changes where id = ${outcome.changeId}`;
  expect(preview.hash).toBe(seen.hash);
  // Acts that changed nothing foretold may have come between.
  if (request.spec.kind !== 'resume') expect(withoutRevisions(preview)).toEqual(withoutRevisions(seen));
  // Its shares are kept and not delivered, and everything else waits behind them: the record is as the change found it.
  const before = await dump(store, life, preview.at);
  await season.deliverAll();
  const context = JSON.stringify({ request, preview: preview.hash });
  expect(await dump(store, life, preview.at), context).toEqual(asForetold(before, preview));
  expect(await toldOf(store, outcome.changeId), context).toEqual(foretoldPeople(preview));
  played.applied += 1;
  played.subjects += preview.subjects.length;
  played.kinds[request.spec.kind] = (played.kinds[request.spec.kind] ?? 0) + 1;
  if (request.spec.kind === 'cancel') {
    play.rounds.splice(play.rounds.indexOf(request.spec.scope.roundId), 1);
    await play.another();
  }
}

function withoutRevisions({ at: _, subjects, ...preview }: ChangePreview) {
  return { ...preview, subjects: subjects.map(({ revision: __, ...subject }) => subject) };
}

/** What is wrong with a request is told before anything happens. */
function administratorsError(error: unknown): null {
  if (
    error instanceof ClientError &&
    ['DAY_OFF', 'WINDOW_REVERSED', 'UNKNOWN_DEADLINE', 'DUE_NOT_AHEAD'].includes(error.code)
  )
    return null;
  throw error;
}

function requestAtRandom({ season, rounds, nominations, chance }: Play): ChangeRequest {
  const roundId = chance.pick(rounds);
  const kind = chance.next();
  const spec: ChangeSpec =
    kind < 0.2
      ? { kind: kind < 0.08 ? 'suspend' : 'resume', scope: { roundId } }
      : kind < 0.215
        ? { kind: 'cancel', scope: { roundId } }
        : kind < 0.27
          ? { kind: 'calendar', scope: { programmeId: '004' } }
          : {
              kind: 'deadline',
              scope: chance.pick([
                { nominationId: chance.pick(nominations) },
                { roundId },
                { roundId, unitId: chance.pick(units) },
                { roundId, personId: chance.pick(['bvbr.clerk', 'vps.reviewer', 'vps.secretary', 'syt.director']) },
                { programmeId: '004' },
              ]),
              deadline: chance.happens(0.3) ? 'draft' : chance.pick([...deadlineNames, ...roundDeadlineNames]),
              to: chance.happens(0.5)
                ? { on: addDays(localDay(season.now()), Math.floor(chance.between(2, 90))) }
                : {
                    addDays: Math.floor(chance.between(1, 15)) * (chance.happens(0.8) ? 1 : -1),
                    counting: chance.pick(['calendar', 'working'] as const),
                  },
            };
  return { spec, as: admin.as, reason: 'Điều chỉnh theo thực tế', holdNotices: chance.happens(0.3) };
}
