import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import { apply, begin, wakeAt } from '../../machines/interpreter.ts';
import { codes, day, honest, inputOf, must, pass, run } from './support/fixture.ts';

const signedOff = () => run([honest('draft.signOff', day(1))]);

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
