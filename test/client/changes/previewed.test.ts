import { describe, expect, it } from 'vitest';
import { previewChange } from '../../../client/core/changes/preview.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../contract/changes.ts';
import type { PersistedRound } from '../../../contract/round.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { administrator, applied, launchedFor, requestOf } from './support/extension.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

type DeadlineSpec = Extract<ChangeSpec, { kind: 'deadline' }>;

describe('a preview', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  const [unit, _otherUnit] = units;
  let number = 0;

  const preview = (spec: ChangeSpec) => previewChange(quick(), administrator, requestOf(spec));
  const moving = (scope: DeadlineSpec['scope'], deadline: DeadlineSpec['deadline'], to: DeadlineSpec['to']) =>
    preview({ kind: 'deadline', scope, deadline, to });
  const days = (addDays: number, counting: 'calendar' | 'working' = 'calendar') => ({ addDays, counting });
  const moves = ({ subjects }: ChangePreview) => subjects.map(({ kind, deadlines }) => ({ kind, deadlines }));
  const approvedPlan = async (roundId: string) => (quick().engine.life(roundId) as PersistedRound).context.approved;

  /** Names of the round's own rules that the day would change. */
  const rulesOf = async (roundId: string, on: string) => {
    const { subjects } = await moving({ roundId }, 'council', { on });
    return subjects.flatMap(({ rules }) => rules.filter(({ of }) => of === 'round').map(({ name }) => name));
  };

  /** An open round with a nomination of each unit. */
  async function open(movement: string): Promise<{ roundId: string; nominationId: string }> {
    const launched = await launchedFor(quick(), movement, number);
    number = launched.number;
    return { roundId: launched.roundId, nominationId: launched.first };
  }

  it('of the closing of a unit, a round or a programme is that of the drafts: both are the end of nominating', async () => {
    const { roundId, nominationId } = await open('2.5');
    for (const scope of [{ roundId, unitId: unit }, { roundId }, { programmeId: '004' }]) {
      const [closing, draft] = await Promise.all([
        moving(scope, 'closing', { on: '2022-01-14' }),
        moving(scope, 'draft', { on: '2022-01-14' }),
      ]);
      expect(closing.subjects).toEqual(draft.subjects);
      expect(closing.untouched).toEqual(draft.untouched);
    }
    expect(moves(await moving({ roundId, unitId: unit }, 'closing', { on: '2022-01-14' }))).toMatchObject([
      { kind: 'round', deadlines: [{ name: 'closing', unit }] },
      { kind: 'nomination', deadlines: [{ name: 'draft', to: '2022-01-14T16:59:59.999Z' }] },
    ]);
    // Of one nomination, and of what waits for one person, it is the complaint window.
    for (const scope of [{ nominationId }, { roundId, personId: 'bvbr.clerk' }]) {
      const { subjects } = await moving(scope, 'closing', { on: '2022-01-14' });
      expect(subjects.map(({ kind, deadlines, rules }) => [kind, deadlines, rules.map(({ name }) => name)])).toEqual([
        ['nomination', [], ['closing']],
      ]);
    }
  });

  it('of the opening shows from when nominations are then taken, which is what happens', async () => {
    const roundId = await quick().launch('2.6', {
      opensOn: '2021-10-20',
      closesOn: '2021-12-31',
      answerBy: '2021-11-20',
    });
    const spec = { kind: 'deadline', scope: { roundId }, deadline: 'opening', to: days(12) } as const;
    const { subjects } = await applied(quick(), spec);
    const moved = { from: '2021-10-19T17:00:00.000Z', to: '2021-10-31T17:00:00.000Z' };
    expect(subjects).toMatchObject([{ deadlines: [{ name: 'opening', ...moved }], nominationsFrom: moved }]);
    expect(await approvedPlan(roundId)).toMatchObject({ opensAt: moved.to, nominationsFrom: moved.to });
    const sooner = await moving({ roundId }, 'opening', days(-2));
    // Back towards the plan's own day the nominations go along again.
    const backTo = '2021-10-29T17:00:00.000Z';
    expect(sooner.subjects).toMatchObject([
      { deadlines: [{ name: 'opening', to: backTo }], nominationsFrom: { from: moved.to, to: backTo } },
    ]);
    // A named day is launched on from its first instant.
    expect((await moving({ roundId }, 'opening', { on: '2021-11-05' })).subjects).toMatchObject([
      { deadlines: [{ name: 'opening', to: '2021-11-04T17:00:00.000Z' }] },
    ]);
    expect((await moving({ roundId }, 'opening', days(20))).untouched[0]?.because[0]?.code).toBe(
      'OPENING_AFTER_ANSWER',
    );
  });

  it('of a rule of the round’s own shows, apart from it, that of the same name for nominations to come', async () => {
    const { roundId } = await open('2.7');
    const seen = await applied(quick(), { kind: 'deadline', scope: { roundId }, deadline: 'appraisal', to: days(3) });
    const [round] = seen.subjects;
    const ruled = (of: string) => round?.rules.filter((rule) => rule.of === of) ?? [];
    const count = (addDays: number) => ({ count: { days: addDays } });
    const { plan, approved } = (quick().engine.life(roundId) as PersistedRound).context;
    expect(ruled('round')).toMatchObject([{ name: 'appraisal', from: count(30), to: count(33) }]);
    expect(ruled('nominations')).toMatchObject([{ name: 'appraisal', from: count(10), to: count(13) }]);
    expect(round?.rules.map(({ to }) => to)).toEqual([plan.appraisal, approved?.stages.appraisal]);
  });

  it('of everybody’s window leaves the drafts of a unit that has an end of its own, and says until when', async () => {
    const { roundId, nominationId } = await open('2.8');
    const kept = { unit, dueAt: '2021-12-24T16:59:59.999Z' };
    await applied(quick(), {
      kind: 'deadline',
      scope: { roundId, unitId: unit },
      deadline: 'closing',
      to: { on: '2021-12-24' },
    });
    const general = { kind: 'deadline', scope: { roundId }, deadline: 'closing', to: { on: '2022-01-20' } } as const;
    // Applied once, the window is everybody's but the unit's, and asking again moves nobody's draft either.
    for (const touched of [[roundId, expect.any(String)], []]) {
      const { subjects, untouched } = await applied(quick(), general).catch(() => preview(general));
      expect(subjects.map(({ id }) => id)).toEqual(touched);
      expect(untouched).toContainEqual({
        ...{ kind: 'nomination', id: nominationId },
        because: [{ code: 'UNIT_WINDOW_KEPT', detail: kept }],
      });
    }
    const said = sayRefusal({ code: 'UNIT_WINDOW_KEPT', detail: kept }, 'vi', { [unit]: 'Bệnh viện Bà Rịa' }).message;
    expect(said).toContain('Bệnh viện Bà Rịa có hạn riêng đến 23:59 24/12/2021');
  });

  it('of a day that no count can stay below says so, and leaves the rule', async () => {
    const { roundId, nominationId } = await open('2.9');
    const code = ({ untouched }: ChangePreview, id: string) => untouched.find((one) => one.id === id)?.because[0];
    // The council's thirty days can begin with the closing of 31 December at the earliest.
    const early = await moving({ roundId }, 'council', { on: '2021-12-01' });
    expect(early.subjects.flatMap(({ rules }) => rules.filter(({ of }) => of === 'round'))).toEqual([]);
    expect(await rulesOf(roundId, '2022-03-01')).toEqual(['council']);
    // Of a nomination they can begin now.
    const { subjects, ...none } = await moving({ nominationId }, 'council', { on: '2021-10-06' });
    expect(subjects).toEqual([]);
    expect(code(none as ChangePreview, nominationId)).toMatchObject({ code: 'DAY_TOO_EARLY' });
    expect(code(await moving({ roundId }, 'council', { on: '2021-10-06' }), roundId)).toMatchObject({
      code: 'DAY_TOO_EARLY',
    });
  });

  it('warns of an added day that is off, and not of one that is worked', async () => {
    const { roundId } = await open('2.4');
    // 31 December 2021 is a Friday; 3 January is off for New Year’s Day, a Saturday.
    for (const [to, off] of [
      [days(1), true],
      [days(3), true],
      [days(4), false],
      [days(1, 'working'), false],
    ] as const) {
      const deadlines = moves(await moving({ roundId }, 'closing', to)).flatMap((subject) => subject.deadlines);
      expect(deadlines.map(({ dayOff }) => dayOff ?? false)).toEqual([off, off, off]);
    }
  });

  it('of a suspended round marks what stands still, and moves round and drafts alike however long it has stood', async () => {
    const season = quick();
    const { roundId, nominationId } = await open('2.3');
    await applied(quick(), { kind: 'suspend', scope: { roundId } });
    season.travel(24 * 100);
    await season.pass();
    const extension = { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: days(4) } as const;
    const seen = await applied(quick(), extension);
    const to = '2022-01-04T16:59:59.999Z';
    expect(moves(seen)).toMatchObject([
      { kind: 'round', deadlines: [{ name: 'closing', to, paused: true }] },
      { kind: 'nomination', deadlines: [{ name: 'draft', to, paused: true }] },
      { kind: 'nomination', deadlines: [{ name: 'draft', to, paused: true }] },
    ]);
    const [review] = moves(await moving({ roundId }, 'suspension', days(150)));
    expect(review?.deadlines).toMatchObject([{ name: 'suspension' }]);
    expect(review?.deadlines[0]).not.toHaveProperty('paused');
    const resumed = moves(await applied(quick(), { kind: 'resume', scope: { roundId } }));
    expect(resumed.flatMap(({ deadlines }) => deadlines).filter(({ paused }) => paused)).toEqual([]);
    // The hundred days are added on both sides.
    const closesAt = (await approvedPlan(roundId))?.closesAt ?? '';
    expect(closesAt.slice(0, 10)).toBe('2022-04-14');
    const [row] = await season.store.sql<{ due: string }[]>`
      select deadline_due_at as due from nominations where id = ${nominationId}`;
    expect(Math.abs(Date.parse(row?.due ?? '') - Date.parse(closesAt))).toBeLessThan(1_000);
  });

  it('marks, too, what the plan of a suspended round has fixed ahead, and one unit’s window', async () => {
    const roundId = await quick().launch('2.2', { opensOn: '2022-03-01', closesOn: '2022-05-31' });
    await applied(quick(), { kind: 'suspend', scope: { roundId } });
    const closing = await moving({ roundId }, 'closing', days(1));
    expect(closing.subjects[0]?.deadlines).toMatchObject([{ name: 'closing', paused: true }]);
    const ofUnit = await moving({ roundId, unitId: unit }, 'closing', days(1));
    expect(ofUnit.subjects[0]?.deadlines).toMatchObject([{ name: 'closing', unit, paused: true }]);
  });
});
