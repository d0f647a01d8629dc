import { describe, expect, test } from 'vitest';
import { localDay } from '../../contract/calendarDay.ts';
import type { Programme } from '../../contract/programme.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import { movementPlanSchema } from '../../contract/roundActs.ts';
import { findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { checkMovementPlan } from '../../programmes/planChecks.ts';
import { PlanningError } from '../../programmes/planningError.ts';
import { findRound, planFacts, planHash, proposedPlan, roundsOf } from '../../programmes/rounds.ts';

const loaded = loadProgrammes();
const programmeOf = (id: string): Programme => findProgramme(loaded, id).programme;

function proposed(programme: Programme, roundId: string): MovementPlan {
  const { movement, phase } = findRound(programme, roundId);
  return proposedPlan({ programme, movement, phase });
}

describe.each([...loaded.programmes.keys()])('programme %s', (id) => {
  const programme = programmeOf(id);
  test('every round’s proposed plan can be submitted as it is, and means what it says', () => {
    for (const { roundId, opensOn, window } of roundsOf(programme)) {
      const plan = proposed(programme, roundId);
      expect(movementPlanSchema.parse(plan), roundId).toEqual(plan);
      expect(() => checkMovementPlan(plan, opensOn), roundId).not.toThrow();
      const facts = planFacts(plan, planHash(plan));
      expect([facts.opensAt, facts.nominationsFrom, facts.closesAt].map(localDay)).toEqual([
        opensOn,
        window.from,
        window.to,
      ]);
      expect(new Set(plan.criteria.map(({ code }) => code)).size).toBe(plan.criteria.length);
    }
  });
});

describe('the most nominations from one unit', () => {
  const programme = structuredClone(programmeOf('004'));
  const planned = () => proposed(programme, '004/2.2/nam2021');
  const why = { by: 'demonstration configuration' as const, why: 'Ví dụ' };

  test('is proposed by no plan of the five programmes: no document states one', () => {
    const every = [...loaded.programmes.keys()].map(programmeOf);
    const plans = every.flatMap((one) => roundsOf(one).map(({ roundId }) => proposed(one, roundId)));
    expect(plans.filter(({ nominationsPerUnit }) => nominationsPerUnit)).toEqual([]);
  });

  test('comes from the programme, or from the movement before it, and goes on with the approved plan', () => {
    programme.configured.rounds.nominationsPerUnit = { value: { individual: 5 }, ...why };
    expect(planned().nominationsPerUnit).toEqual({ individual: 5 });
    const movement = programme.movements.find(({ id }) => id === '2.2');
    if (movement) movement.configured.rounds = { nominationsPerUnit: { value: { collective: 2 }, ...why } };
    const plan = planned();
    expect(plan.nominationsPerUnit).toEqual({ collective: 2 });
    expect(planFacts(plan, planHash(plan)).nominationsPerUnit).toEqual({ collective: 2 });
  });

  test.each([{ individual: 0 }, { individual: 1.5 }, { everybody: 2 }])('is not %j', (nominationsPerUnit) => {
    expect(movementPlanSchema.safeParse({ ...planned(), nominationsPerUnit }).success).toBe(false);
  });
});

describe('a proposed plan', () => {
  test('has the words of the document as criteria, each with a code: 003, 2.3', () => {
    const { criteria } = proposed(programmeOf('003'), '003/2.3/dot1');
    expect(criteria.map(({ code }) => code)).toEqual(['nguyenTac1', 'nguyenTac2', 'chiTieu1']);
    expect(criteria[2]?.text).toBe(
      '100% các cơ quan, đơn vị y tế tổ chức thực hiện hiệu quả Kế hoạch hành động số 38/KH-SYT',
    );
    // A target is the movement's it was set for, and of no other.
    expect(proposed(programmeOf('003'), '003/2.1/dot1').criteria).toHaveLength(2);
  });

  test('puts the movement’s content first and the task groups last: 004, 2.2', () => {
    const codes = proposed(programmeOf('004'), '004/2.2/nam2021').criteria.map(({ code }) => code);
    expect([codes[0], codes.at(-1), codes.length]).toEqual(['noiDung1', 'nhiemVu6', 11]);
  });

  test('has the quota of the document, or the one configured where it leaves it open', () => {
    const plan = (row: string) => proposed(programmeOf('004'), `004/${row}/nam2021`).quota;
    expect(plan('2.2')).toEqual({ collective: { kind: 'fixed', count: 5 }, individual: { kind: 'fixed', count: 10 } });
    expect(plan('2.6').collective).toEqual({ kind: 'none' });
    expect(plan('1').individual).toEqual({ kind: 'unlimited' });
    expect(plan('2.12')).toEqual({ collective: { kind: 'unlimited' }, individual: { kind: 'none' } });
    expect(plan('2.1').individual).toMatchObject({ kind: 'perProgramme', count: 10, programmes: { length: 3 } });
  });

  test('asks the units to answer so many days after the opening, with which it may begin before the letter', () => {
    const plan = proposed(programmeOf('003'), '003/2.10/dot1');
    expect([plan.opensOn, plan.answerBy]).toEqual(['2020-06-26', '2020-07-06']);
    expect(planFacts(plan, 'h').answerBy).toBe('2020-07-06T16:59:59.999Z');
    // Proposed when the movement was launched long ago: from that day on.
    const { movement, phase } = findRound(programmeOf('003'), '003/2.10/dot1');
    const late = proposedPlan({ programme: programmeOf('003'), movement, phase, today: '2020-07-10' });
    expect([late.opensOn, late.answerBy]).toEqual(['2020-06-26', '2020-07-20']);
  });

  test('asks nobody where no answer is configured, and counts working days where they are', () => {
    const base = programmeOf('003');
    const asking = (answer?: Programme['configured']['rounds']['deadlines']['answer']): MovementPlan => {
      const { answer: _, ...deadlines } = base.configured.rounds.deadlines;
      const rounds = { ...base.configured.rounds, deadlines: { ...deadlines, ...(answer && { answer }) } };
      return proposed({ ...base, configured: { ...base.configured, rounds } }, '003/2.1/dot2');
    };
    expect(asking()).not.toHaveProperty('answerBy');
    expect(planFacts(asking(), 'h').answerBy).toBeNull();
    // From Tuesday 28/7/2020: five working days end on Tuesday 4/8.
    expect(asking({ withinDays: 5, counting: 'working' }).answerBy).toBe('2020-08-04');
    expect(asking({ withinDays: 5, on: '2020-08-20' }).answerBy).toBe('2020-08-20');
    expect(asking({ on: 'windowEnd' }).answerBy).toBe('2020-12-31');
  });

  test('proposes the form that its authority may give', () => {
    const forms = ['000/5/cuoiNam2021', '002/2/giaiDoan2021Den2025', '004/1/nam2021', '004/2.2/nam2021'].map(
      (roundId) => proposed(programmeOf(roundId.slice(0, 3)), roundId).awardForm,
    );
    expect(forms).toEqual(['giayKhen', 'bangKhen', 'bangKhen', 'giayKhen']);
  });

  test('exists only where the movement takes nominations', () => {
    const programme = programmeOf('004');
    const [movement] = programme.movements;
    const [phase] = programmeOf('003').phases;
    if (!movement || !phase) throw new Error('No definition');
    expect(() => proposedPlan({ programme, movement, phase })).toThrow(PlanningError);
  });
});

describe('what no plan may say', () => {
  const plan = proposed(programmeOf('004'), '004/2.2/nam2021');
  const rule = (review: object) => ({ deadlines: { review } });
  test.each([
    ['a count longer than ten years', rule({ withinDays: 3_661, counting: 'working' })],
    ['a count no calendar reaches', rule({ withinDays: 100_000_000 })],
    ['a grace longer than a year', rule({ withinDays: 20, grace: { kind: 'soft', days: 367 } })],
    ['a reminder more than a year before', rule({ withinDays: 900, remindBefore: [367] })],
    [
      'more than ten reminders',
      rule({ withinDays: 20, remindBefore: Array.from({ length: 11 }, (_, index) => 11 - index) }),
    ],
    ['a stage due after 2099', rule({ on: '2100-01-01' })],
    ['a window that ends after 2099', { window: { from: '2021-11-01', to: '9999-12-31' } }],
    ['a launch before 2000', { opensOn: '0001-01-01' }],
    ['an answer after 2099', { answerBy: '2100-01-01' }],
  ])('%s', (_, change) => expect(movementPlanSchema.safeParse({ ...plan, ...change }).success).toBe(false));
  test('the longest of each is taken', () => {
    const longest = { withinDays: 3_660, grace: { kind: 'soft', days: 366 }, remindBefore: [366, 0] };
    expect(movementPlanSchema.safeParse({ ...plan, ...rule(longest) }).success).toBe(true);
  });
});

describe('facts of a plan', () => {
  const plan = proposed(programmeOf('004'), '004/2.2/nam2021');

  test('days become instants, rules become stages', () => {
    const deadlines = { review: { withinDays: 25, counting: 'working', grace: { kind: 'soft', days: 2 } } } as const;
    expect(planFacts({ ...plan, deadlines: { ...deadlines, decision: { on: '2022-02-28' } } }, 'h')).toEqual({
      hash: 'h',
      opensAt: '2020-12-31T17:00:00.000Z',
      nominationsFrom: '2021-10-31T17:00:00.000Z',
      closesAt: '2021-12-31T16:59:59.999Z',
      answerBy: '2021-01-11T16:59:59.999Z',
      stages: {
        review: { count: { days: 25, kind: 'working' }, grace: { kind: 'soft', days: 2 } },
        decision: { on: '2022-02-28T16:59:59.999Z' },
      },
    });
  });

  test('the hash is of the content, whatever the order of its keys', () => {
    expect(planHash(plan)).toMatch(/^[0-9a-f]{64}$/);
    expect(planHash(Object.fromEntries(Object.entries(plan).toReversed()) as MovementPlan)).toBe(planHash(plan));
    expect(planHash({ ...plan, criteria: plan.criteria.slice(1) })).not.toBe(planHash(plan));
  });
});

describe('a submitted plan that makes no sense is refused', () => {
  const plan = proposed(programmeOf('004'), '004/2.2/nam2021');
  const problem = (change: Partial<MovementPlan>) => {
    try {
      checkMovementPlan({ ...plan, ...change }, '2021-01-05');
    } catch (error) {
      if (error instanceof PlanningError) return [error.code, error.text.vi, error.text.en];
      throw error;
    }
    return [];
  };
  test('nominations that end before they begin', () => {
    expect(problem({ window: { from: '2021-12-31', to: '2021-11-01' } })).toEqual([
      'PLAN_DAYS_REVERSED',
      'Trong kế hoạch, window.to (01/11/2021) không được trước window.from (31/12/2021): ngày hết nhận đề nghị.',
      'In the plan window.to (01/11/2021) must not be before window.from (31/12/2021): the last day of nominations.',
    ]);
  });
  test('nominations before the launch', () => expect(problem({ opensOn: '2021-11-02' })[0]).toBe('PLAN_DAYS_REVERSED'));
  test('an answer before the launch', () => expect(problem({ answerBy: '2020-12-31' })[0]).toBe('PLAN_DAYS_REVERSED'));
  test('an answer on a day that is over, or after nominating has ended', () => {
    expect(problem({ answerBy: '2021-01-04' })).toEqual([
      'PLAN_DAYS_REVERSED',
      'Trong kế hoạch, answerBy (04/01/2021) không được trước hôm nay (05/01/2021): ngày đơn vị trả lời.',
      'In the plan answerBy (04/01/2021) must not be before today (05/01/2021): the day by which units answer.',
    ]);
    expect(problem({ answerBy: '2022-01-01' })[0]).toBe('PLAN_DAYS_REVERSED');
    expect(problem({ answerBy: '2021-01-05' })).toEqual([]);
  });
  test('two criteria of one code', () => {
    const criteria = ['TC1', 'TC2', 'TC1'].map((code) => ({ code, text: 'Hoàn thành nhiệm vụ' }));
    expect(problem({ criteria }).slice(0, 2)).toEqual([
      'PLAN_CRITERION_TWICE',
      'Trong kế hoạch, criteria.2.code: mã tiêu chí “TC1” đã dùng cho một tiêu chí khác.',
    ]);
  });
  test('a rule that counts nothing', () => {
    expect(problem({ deadlines: { review: { on: '2022-01-31', counting: 'working' } } })).toEqual([
      'PLAN_RULE_SENSELESS',
      'Thời hạn “review” của kế hoạch: “counting” chỉ có nghĩa khi có withinDays.',
      'Deadline "review" of the plan: "counting" means something only with withinDays.',
    ]);
  });
  test('a stage due before nominating has ended', () =>
    expect(problem({ deadlines: { review: { on: '2021-12-30' } } })[2]).toBe(
      'Deadline "review" of the plan: deadline "review" (30/12/2021) falls before the draft may end (31/12/2021).',
    ));
});
