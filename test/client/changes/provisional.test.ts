import { describe, expect, it } from 'vitest';
import { changeEventOf, roundChangeEventOf } from '../../../client/core/changes/eventOf.ts';
import { roundOf } from '../../../client/core/rounds/roundOf.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../contract/changes.ts';
import type { PersistedNomination } from '../../../contract/nomination.ts';
import type { PersistedRound } from '../../../contract/round.ts';
import { restore } from '../../../machines/interpreter.ts';
import { deadlinesOf } from '../../../machines/outlook.ts';
import { restoreRound, roundDeadlinesOf } from '../../../machines/round/interpreter.ts';
import { administrator, applied, launchedFor } from './support/extension.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

type DeadlineSpec = Extract<ChangeSpec, { kind: 'deadline' }>;
const working = (addDays: number) => ({ addDays, counting: 'working' as const });

// The notices of 2021 and 2022 are not switched on, and no rule of programme 004 counts working days.
describe('a deadline moved by working days that are not announced', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  const [unit, otherUnit] = units;
  let number = 0;

  const moving = (scope: DeadlineSpec['scope'], deadline: DeadlineSpec['deadline'], to: DeadlineSpec['to']) =>
    ({ kind: 'deadline', scope, deadline, to }) as const;
  const marks = ({ subjects }: ChangePreview) =>
    subjects.flatMap(({ kind, deadlines }) => deadlines.map(({ name, provisional }) => [kind, name, provisional]));
  const life = (id: string) => quick().engine.life(id);
  const runs = (id: string) => {
    const [running] = deadlinesOf(restore(life(id) as PersistedNomination));
    return running && [running.name, running.provisional];
  };
  const provisionalMatters = async (id: string) => {
    const rows = await quick().store.sql<{ provisional: boolean }[]>`
      select provisional from work_items where subject_id = ${id} and closed_at is null`;
    return rows.map(({ provisional }) => provisional);
  };

  /** An open round with a nomination of each unit. */
  async function open(movement: string): Promise<{ roundId: string; nominationId: string }> {
    const launched = await launchedFor(quick(), movement, number, '2021-12-10');
    number = launched.number;
    return { roundId: launched.roundId, nominationId: launched.first };
  }

  it('is foretold as provisional and is so on record, until a day is named', async () => {
    const { nominationId } = await open('2.5');
    const scope = { nominationId };
    expect(marks(await applied(quick(), moving(scope, 'draft', working(5))))).toEqual([['nomination', 'draft', true]]);
    expect(runs(nominationId)).toEqual(['draft', true]);
    expect(new Set(await provisionalMatters(nominationId))).toEqual(new Set([true]));
    // Withdrawn and revived, the draft ends on the same day.
    const plan = (life(nominationId) as PersistedNomination).context.plan;
    expect(plan.draft).toMatchObject({ on: '2021-12-17T16:59:59.999Z', provisional: true });
    const later = { addDays: 2, counting: 'calendar' } as const;
    expect(marks(await applied(quick(), moving(scope, 'draft', later)))).toEqual([['nomination', 'draft', true]]);
    expect(marks(await applied(quick(), moving(scope, 'draft', { on: '2021-12-22' })))).toEqual([
      ['nomination', 'draft', false],
    ]);
    expect(new Set(await provisionalMatters(nominationId))).toEqual(new Set([false]));
    expect((life(nominationId) as PersistedNomination).context.plan.draft).not.toHaveProperty('provisional');
  });

  it('keeps its mark while it stands still and goes on', async () => {
    const { roundId, nominationId } = await open('2.4');
    await applied(quick(), moving({ roundId }, 'closing', working(5)));
    expect(runs(nominationId)).toEqual(['draft', true]);
    await applied(quick(), { kind: 'suspend', scope: { roundId } });
    const paused = deadlinesOf(restore(life(nominationId) as PersistedNomination)).find(({ name }) => name === 'draft');
    expect(paused).toMatchObject({ paused: true, provisional: true });
    // Moved while it stands still, by a named day and by working days.
    const named = await applied(quick(), moving({ roundId }, 'closing', { on: '2021-12-22' }));
    expect(marks(named)).toContainEqual(['nomination', 'draft', false]);
    const again = await applied(quick(), moving({ roundId }, 'closing', working(2)));
    expect(new Set(marks(again).map(([, , mark]) => mark))).toEqual(new Set([true]));
    const resumed = await applied(quick(), { kind: 'resume', scope: { roundId } });
    expect(marks(resumed).filter(([, name]) => name === 'draft' || name === 'closing')).toEqual([
      ['round', 'closing', true],
      ['nomination', 'draft', true],
      ['nomination', 'draft', true],
    ]);
    expect(runs(nominationId)).toEqual(['draft', true]);
  });

  it('is marked in the plan of a round, for one unit and for nominations still to be opened', async () => {
    const { roundId } = await open('2.3');
    const closing = () =>
      roundDeadlinesOf(restoreRound(life(roundId) as PersistedRound)).find(({ name }) => name === 'closing')
        ?.provisional;
    const opened = async (unitId: string) => {
      const found = await roundOf(
        quick().store,
        { programmeId: '004', movementId: '2.3', unitId } as Parameters<typeof roundOf>[1],
        quick().now(),
      );
      return 'round' in found ? found.round.provisional : found;
    };
    const ofUnit = await applied(quick(), moving({ roundId, unitId: unit }, 'closing', working(3)));
    expect(marks(ofUnit)).toEqual([
      ['round', 'closing', true],
      ['nomination', 'draft', true],
    ]);
    expect(ofUnit.subjects[0]?.deadlines).toMatchObject([{ unit }]);
    expect(closing()).toBe(true);
    expect([await opened(unit), await opened(otherUnit)]).toEqual([true, undefined]);
    // Everybody's end covers the unit's own.
    await applied(quick(), moving({ roundId }, 'closing', { on: '2021-12-24' }));
    expect(closing()).toBe(false);
    expect([await opened(unit), await opened(otherUnit)]).toEqual([undefined, undefined]);
    await applied(quick(), moving({ roundId }, 'closing', working(1)));
    expect(closing()).toBe(true);
    expect([await opened(unit), await opened(otherUnit)]).toEqual([true, true]);
  });

  it('is marked in a plan that is not launched yet, and when it is launched', async () => {
    const season = quick();
    const roundId = await season.launch('2.2', { opensOn: '2021-11-01', closesOn: '2021-12-10' });
    expect(marks(await applied(quick(), moving({ roundId }, 'closing', working(5))))).toEqual([
      ['round', 'closing', true],
    ]);
    const seen = await applied(quick(), moving({ roundId }, 'opening', working(2)));
    expect(marks(seen)).toEqual([['round', 'opening', true]]);
    expect(seen.subjects[0]?.nominationsFrom).toMatchObject({ provisional: true });
    const ends = () => roundDeadlinesOf(restoreRound(life(roundId) as PersistedRound));
    expect(ends().map(({ name, provisional }) => [name, provisional])).toEqual([
      ['opening', true],
      ['closing', true],
    ]);
    season.travel(24 * 40);
    await season.pass();
    expect(ends().find(({ name }) => name === 'closing')).toMatchObject({ provisional: true, ahead: false });
  });

  it('says so in the stored share, which an older one does not', () => {
    const row = {
      ...{ type: 'deadline.change' as const, as: 'administrator' as const, expectedRevision: 1 },
      programmeAt: '2021-10-04T02:00:00.000Z',
      body: { changeId: 'c', of: 'draft', dueAt: '2021-12-17T16:59:59.999Z', provisional: true },
    };
    const actor = { personId: administrator, homeBody: 'soYTe', roles: [] };
    expect(changeEventOf(row, actor)).toMatchObject({ provisional: true });
    const { provisional: _, ...old } = row.body;
    expect(roundChangeEventOf({ ...row, body: old }, actor)).not.toHaveProperty('provisional');
  });
});
