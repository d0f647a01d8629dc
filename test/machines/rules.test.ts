import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import { begin, isOver, openingRefusals, stateOf, wakeAt } from '../../machines/interpreter.ts';
import { act, codes, day, honest, inputOf, must, run } from './support/fixture.ts';
import * as people from './support/people.ts';

const signedOff = () => run([honest('draft.signOff', day(1))]);
const atAuthority = () =>
  run([honest('draft.signOff', day(1)), honest('review.shortlist', day(2)), honest('council.recommend', day(3))]);

describe('the standard road', () => {
  it('leads from draft to closed', () => {
    const done = run([
      honest('draft.amend', day(1)),
      honest('draft.signOff', day(1)),
      honest('review.shortlist', day(2)),
      honest('council.recommend', day(3)),
      honest('authority.award', day(4)),
      honest('result.publish', day(5)),
      honest('result.close', day(40)),
    ]);
    expect(done.to).toBe('closed');
    expect(done.revision).toBe(8);
    expect(done.workItems).toEqual([]);
    expect(isOver(done.snapshot)).toBe(true);
    expect(wakeAt(done.snapshot)).toBeNull();
    expect(done.snapshot.context.decision).toEqual({ number: '345/QĐ-SYT', date: '2021-03-05', body: 'a-soYTe' });
  });

  it('opens at revision 1 with the clerk as owner and the window as deadline', () => {
    const opened = begin(inputOf());
    expect(opened).toMatchObject({ from: null, to: 'draft', revision: 1 });
    expect(opened.workItems).toEqual([
      {
        key: 'draft',
        queue: 'unitClerk@u-hospital',
        dueAt: endOfDay('2021-03-31'),
        nextEscalationAt: endOfDay('2021-03-31'),
        level: 0,
        escalatedTo: null,
      },
      {
        key: 'draft:unitHead',
        queue: 'unitHead@u-hospital',
        dueAt: endOfDay('2021-03-31'),
        nextEscalationAt: endOfDay('2021-03-31'),
        level: 0,
        escalatedTo: null,
      },
    ]);
  });

  it('has no council step on the simplified road (NĐ 98/2023 Đ.40)', () => {
    const { to } = run(
      [honest('draft.signOff', day(1)), honest('review.shortlist', day(2))],
      inputOf({ road: 'simplified' }),
    );
    expect(to).toBe('authorityDecision');
  });

  it('submits up tier by tier, each decided by its own authority', () => {
    const up = must(atAuthority().snapshot, honest('authority.submitUp', day(4)));
    expect(up.to).toBe('submittedUp');
    expect(up.workItems[0]?.queue).toBe('approvingAuthority@a-ubndTinh');
    expect(codes(up.snapshot, honest('authority.award', day(5)))).toEqual(['NOT_YOUR_BODY']);
    expect(codes(up.snapshot, act('authority.submitUp', day(5), people.chair, 'approvingAuthority'))).toEqual([
      'NO_NEXT_TIER',
    ]);
    const awarded = must(up.snapshot, act('authority.award', day(5), people.chair, 'approvingAuthority'));
    expect(awarded.snapshot.context.decision?.body).toBe('a-ubndTinh');
    const back = must(up.snapshot, act('authority.sendBack', day(5), people.chair, 'approvingAuthority'));
    expect(back.snapshot.context).toMatchObject({ tier: 0, resolution: null });
  });
});

describe('what a form must say', () => {
  it.each([
    ['review.return', { itemCodes: [] }, 'ITEMS_MISSING'],
    ['review.return', { dueAt: day(1) }, 'DATE_NOT_AHEAD'],
    ['review.return', { dueAt: 'soon' }, 'DATE_NOT_AHEAD'],
    ['review.return', { reasonGiven: false }, 'REASON_MISSING'],
    ['appraisal.request', { divisions: [] }, 'DIVISIONS_MISSING'],
    ['appraisal.request', { divisions: ['d-finance', 'd-none'] }, 'DIVISION_UNKNOWN'],
    ['review.notSelect', { reasonGiven: false }, 'REASON_MISSING'],
    ['review.shortlist', { expectedRevision: 1 }, 'STALE_REVISION'],
  ] as const)('%s %j → %s', (type, payload, code) => {
    expect(codes(signedOff().snapshot, honest(type, day(2), { ...payload } as never))).toEqual([code]);
  });

  it.each([
    ['authority.award', { decisionNumber: '  ' }, 'DECISION_NUMBER_MISSING'],
    ['authority.award', { decisionDate: '2021-03-07' }, 'DECISION_DATE_AHEAD'],
    ['authority.award', { decisionDate: '' }, 'DECISION_DATE_AHEAD'],
    ['authority.refuse', { reasonGiven: false }, 'REASON_MISSING'],
  ] as const)('%s %j → %s', (type, payload, code) => {
    expect(codes(atAuthority().snapshot, honest(type, day(5), payload))).toEqual([code]);
  });

  it('needs the council’s resolution', () => {
    const atCouncil = must(signedOff().snapshot, honest('review.shortlist', day(2)));
    expect(codes(atCouncil.snapshot, honest('council.recommend', day(3), { resolution: '' }))).toEqual([
      'RESOLUTION_MISSING',
    ]);
  });

  it('returns only as often as the plan allows', () => {
    let now = signedOff();
    for (const at of [2, 6]) {
      now = must(now.snapshot, honest('review.return', day(at)));
      now = must(now.snapshot, honest('supplement.submit', day(at + 1)));
    }
    expect(codes(now.snapshot, honest('review.return', day(10)))).toEqual(['RETURNS_EXHAUSTED']);
  });

  it('takes each division’s opinion once, and waits for all', () => {
    const asked = must(signedOff().snapshot, honest('appraisal.request', day(2)));
    expect(asked.workItems.map((item) => item.key)).toEqual(['appraisal:d-finance', 'appraisal:d-prevention']);
    const one = must(asked.snapshot, honest('appraisal.give', day(3)));
    expect(one.to).toBe('appraisal');
    expect(one.workItems.map((item) => item.queue)).toEqual(['appraiser@d-prevention']);
    expect(codes(one.snapshot, honest('appraisal.give', day(3)))).toEqual(['OPINION_ALREADY_GIVEN']);
    expect(
      codes(
        one.snapshot,
        act('appraisal.give', day(3), people.person('x', 'y', ['appraiser', 'd-other']), 'appraiser', {
          division: 'd-other',
        }),
      ),
    ).toEqual(['DIVISION_NOT_ASKED']);
    expect(
      codes(one.snapshot, act('appraisal.give', day(3), people.appraiserA, 'appraiser', { division: 'd-prevention' })),
    ).toEqual(['NOT_YOUR_BODY']);
    expect(must(one.snapshot, honest('appraisal.give', day(4), { division: 'd-prevention' })).to).toBe(
      'departmentReview',
    );
    const closed = must(one.snapshot, honest('appraisal.close', day(4)));
    expect(closed.snapshot.context.appraisals.map((a) => a.division)).toEqual(['d-finance']);
  });
});

describe('conflict rules', () => {
  it('refuses roles not held, roles for another body, and administrators', () => {
    const { snapshot } = signedOff();
    expect(codes(snapshot, act('review.shortlist', day(2), people.secretary, 'reviewer'))).toEqual(['NOT_YOUR_ROLE']);
    expect(codes(snapshot, act('review.shortlist', day(2), people.strangerReviewer, 'reviewer'))).toEqual([
      'NOT_YOUR_BODY',
    ]);
    expect(codes(snapshot, act('review.shortlist', day(2), people.admin, 'administrator'))).toEqual(['NOT_YOUR_ROLE']);
    expect(codes(snapshot, act('authority.award', day(2), people.admin, 'administrator'))).toEqual(['NOT_NOW']);
  });

  it('lets nobody act on their own dossier, in any capacity', () => {
    expect(codes(signedOff().snapshot, act('review.shortlist', day(2), people.nomineeWhoReviews, 'reviewer'))).toEqual([
      'OWN_DOSSIER',
    ]);
    expect(
      codes(begin(inputOf()).snapshot, act('draft.signOff', day(1), people.nomineeWhoReviews, 'unitHead')),
    ).toEqual(['OWN_DOSSIER']);
  });

  it('bars officials from their own collective’s dossier, not its own clerk', () => {
    const input = inputOf({ nominee: { kind: 'collective', id: 'u-hospital' } });
    const { snapshot } = run([honest('draft.signOff', day(1))], input);
    const colleague = people.person('p-colleague', 'u-hospital', ['reviewer', 'b-nghiepVu']);
    expect(codes(snapshot, act('review.shortlist', day(2), colleague, 'reviewer'))).toEqual(['OWN_DOSSIER']);
  });

  it('lets nobody act in two capacities, the opening counted', () => {
    const twice = people.person('p-clerk', 'u-hospital', ['unitHead', 'u-hospital'], ['unitClerk', 'u-hospital']);
    expect(codes(begin(inputOf()).snapshot, act('draft.signOff', day(1), twice, 'unitHead'))).toEqual([
      'SECOND_CAPACITY',
    ]);
  });

  it('adds the programme’s own guard against the nominee’s body', () => {
    const colleague = people.person('p-colleague', 'u-hospital', ['reviewer', 'b-nghiepVu']);
    const event = act('review.shortlist', day(2), colleague, 'reviewer');
    expect(codes(signedOff().snapshot, event)).toEqual([]);
    const { snapshot } = run([honest('draft.signOff', day(1))], inputOf({ guards: ['notFromNomineesBody'] }));
    expect(codes(snapshot, event)).toEqual(['FROM_NOMINEES_BODY']);
  });
});

describe('opening', () => {
  it('names what the plan lacks', () => {
    const plan = { ...inputOf().plan, decision: {} };
    expect(() => begin(inputOf({ plan }))).toThrow(/"decision"/);
    expect(() => begin(inputOf({ machine: 'nomination@0' }))).toThrow(
      expect.objectContaining({ name: 'OtherMachineError' }),
    );
    expect(() => begin(inputOf({ escalation: { everyDays: 1, chain: [] } }))).toThrow(
      expect.objectContaining({ name: 'IncompletePlanError' }),
    );
  });

  it('refuses the wrong person and the wrong time', () => {
    const refused = (input = inputOf(), actor = people.clerk) =>
      openingRefusals(input, actor).map((refusal) => refusal.code);
    expect(refused()).toEqual([]);
    expect(refused(inputOf(), people.head)).toEqual(['NOT_YOUR_ROLE']);
    expect(refused(inputOf({ nominee: { kind: 'individual', id: 'p-clerk' } }))).toEqual(['OWN_DOSSIER']);
    expect(refused(inputOf({ openedAt: day(31) }))).toEqual(['PAST_DEADLINE']);
    expect(() => begin(inputOf({ openedAt: day(31) }))).toThrow(
      expect.objectContaining({ name: 'OpeningRefusedError' }),
    );
  });

  it('says where an act is possible when it is not possible here', () => {
    const { snapshot } = begin(inputOf());
    expect(stateOf(snapshot)).toBe('draft');
    expect(codes(snapshot, honest('authority.award', day(1)))).toEqual(['NOT_NOW']);
  });
});
