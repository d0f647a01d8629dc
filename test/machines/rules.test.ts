import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import { apply, begin, expires, isOver, openingRefusals, stateOf, wakeAt } from '../../machines/interpreter.ts';
import { act, codes, day, honest, inputOf, must, pass, run } from './support/fixture.ts';
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
    expect(expires(opened.snapshot)).toBe(true);
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

describe('deadlines', () => {
  const due = endOfDay('2021-03-31');
  const justAfter = new Date(Date.parse(due) + 1).toISOString();

  it('accepts an act at the very due instant and refuses it a millisecond later', () => {
    const { snapshot } = begin(inputOf());
    expect(codes(snapshot, honest('draft.signOff', due))).toEqual([]);
    expect(codes(snapshot, honest('draft.signOff', justAfter))).toEqual(['PAST_DEADLINE']);
    expect(apply(snapshot, pass(due))).toBeNull();
    expect(apply(snapshot, pass(justAfter))?.to).toBe('expired');
  });

  it('takes the later of a fixed day and a counted one, ending with the local day', () => {
    const plan = { ...inputOf().plan, review: { on: endOfDay('2021-03-05'), withinDays: 20 } };
    expect(run([honest('draft.signOff', day(1))], inputOf({ plan })).snapshot.context.deadline?.dueAt).toBe(
      endOfDay('2021-03-22'),
    );
  });

  it('never moves an official state: level after level up the chain, then reminders', () => {
    let now = signedOff();
    const levels = [1, 2, 2];
    for (const level of levels) {
      const at = new Date(Date.parse(wakeAt(now.snapshot) ?? '') + 60_000).toISOString();
      now = must(now.snapshot, pass(at));
      expect(now.to).toBe('departmentReview');
      expect(now.workItems).toHaveLength(1);
      expect(now.workItems[0]).toMatchObject({
        queue: 'reviewer@b-nghiepVu',
        level,
        escalatedTo: inputOf().escalation.chain[level - 1],
      });
      expect(now.notices).toEqual([
        { template: 'deadline.escalated', to: 'currentOwner' },
        { template: 'deadline.escalated', to: 'escalation' },
      ]);
      expect(apply(now.snapshot, pass(at))).toBeNull();
    }
    expect(must(now.snapshot, honest('review.shortlist', day(90))).workItems[0]?.level).toBe(0);
  });

  it('reminds to close when the complaint window ends, and not before lets it be closed', () => {
    const published = run([
      ...[1, 2, 3].map((d, i) =>
        honest((['draft.signOff', 'review.shortlist', 'council.recommend'] as const)[i] ?? 'draft.amend', day(d)),
      ),
      honest('authority.award', day(4)),
      honest('result.publish', day(5)),
    ]);
    const closing = published.snapshot.context.deadline?.dueAt ?? '';
    expect(codes(published.snapshot, honest('result.close', day(6)))).toEqual(['BEFORE_DUE']);
    expect(codes(published.snapshot, honest('result.close', closing))).toEqual([]);
    const reminded = must(published.snapshot, pass(new Date(Date.parse(closing) + 1).toISOString()));
    expect(reminded).toMatchObject({ to: 'published', notices: [{ template: 'deadline.pass', to: 'currentOwner' }] });
    expect(reminded.workItems[0]?.level).toBe(0);
  });

  it('pauses while held, and goes on with what was left', () => {
    const before = signedOff();
    const left = Date.parse(before.snapshot.context.deadline?.dueAt ?? '') - Date.parse(day(5));
    const held = must(before.snapshot, honest('nomination.hold', day(5)));
    expect(held).toMatchObject({ to: 'onHold', workItems: [{ queue: 'councilSecretary@b-vanPhong' }] });
    const resumed = must(held.snapshot, honest('nomination.resume', day(25)));
    expect(resumed.to).toBe('departmentReview');
    expect(Date.parse(resumed.snapshot.context.deadline?.dueAt ?? '') - Date.parse(day(25))).toBe(left);
    expect(resumed.snapshot.context.hold).toBeNull();
  });

  it('pauses awaited opinions too', () => {
    const asked = must(signedOff().snapshot, honest('appraisal.request', day(2)));
    const resumed = must(
      must(asked.snapshot, honest('nomination.hold', day(3))).snapshot,
      honest('nomination.resume', day(13)),
    );
    expect(resumed.to).toBe('appraisal');
    expect(resumed.snapshot.context.appraisals.map((a) => a.dueAt)).toEqual([day(19), day(19)]);
  });

  it('revives only while the submission window is open, and never lengthens it', () => {
    const withdrawn = must(begin(inputOf()).snapshot, honest('nomination.withdraw', day(25)));
    expect(withdrawn.workItems[0]?.queue).toBe('unitHead@u-hospital');
    expect(must(withdrawn.snapshot, honest('nomination.revive', day(26))).snapshot.context.deadline?.dueAt).toBe(due);
    // Day 35 is within the 15 days of revival, but the window has closed.
    expect(codes(withdrawn.snapshot, honest('nomination.revive', day(35)))).toEqual(['PAST_DEADLINE']);
    expect(must(withdrawn.snapshot, pass(day(60))).to).toBe('withdrawnForGood');
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
