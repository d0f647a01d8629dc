import { describe, expect, it } from 'vitest';
import type { StageCounts } from '../../../contract/round.ts';
import { isRoundDone, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { appraising, codes, counts, event, hash, must, on, startOn } from './support/fixture.ts';

const complete = (at: string, left: Partial<StageCounts>) => event('stage.complete', at, { counts: counts(left) });
const told = ({ notices }: { notices: { to: string }[] }) => notices.map(({ to }) => to);

const advised = () => must(appraising().snapshot, complete(on('08-01'), { council: 2 }));
const deciding = () => must(advised().snapshot, complete(on('08-05'), { decision: 2 }));
const published = () => must(deciding().snapshot, complete(on('08-10'), { published: 1, over: 1 }));

describe('the stages', () => {
  it('lead to the end, each handed on with its counts and list, each with its owner', () => {
    expect(appraising().workItems).toMatchObject([{ key: 'appraisal', queue: 'reviewer@b-nghiepVu' }]);
    expect(advised()).toMatchObject({
      to: 'council',
      workItems: [{ key: 'council', queue: 'councilSecretary@b-vanPhong' }],
    });
    expect(told(advised())).toEqual(['standingBody']);
    expect(deciding()).toMatchObject({
      to: 'decision',
      workItems: [{ key: 'decision', queue: 'approvingAuthority@a-soYTe' }],
    });
    expect(told(deciding())).toEqual(['approvingAuthority', 'standingBody']);
    expect(published()).toMatchObject({
      to: 'published',
      workItems: [{ key: 'published', queue: 'councilSecretary@b-vanPhong' }],
    });
    const end = must(published().snapshot, complete(on('09-20'), { over: 2 }));
    expect(end).toMatchObject({ to: 'closed', workItems: [] });
    expect(isRoundDone(end.snapshot)).toBe(true);
    expect(roundWakeAt(end.snapshot)).toBeNull();
    expect(end.snapshot.context.handedOn).toEqual([
      { stage: 'appraisal', at: on('08-01'), counts: counts({ council: 2 }), listHash: hash },
      { stage: 'council', at: on('08-05'), counts: counts({ decision: 2 }), listHash: hash },
      { stage: 'decision', at: on('08-10'), counts: counts({ published: 1, over: 1 }), listHash: hash },
      { stage: 'published', at: on('09-20'), counts: counts({ over: 2 }), listHash: hash },
    ]);
  });

  it.each([
    ['appraisal', appraising, ['units', 'department', 'onHold']],
    ['council', advised, ['units', 'department', 'onHold', 'council']],
    ['decision', deciding, ['units', 'department', 'onHold', 'council', 'decision', 'awarded']],
    ['published', published, ['units', 'department', 'onHold', 'council', 'decision', 'awarded', 'published']],
  ] as const)('do not go on from %s while nominations stand there or before', (_, stage, waitsFor) => {
    for (const where of Object.keys(counts()) as (keyof StageCounts)[]) {
      const refused = codes(stage(), complete(on('09-01'), { [where]: 1, over: 1 }));
      expect(refused, where).toEqual((waitsFor as readonly string[]).includes(where) ? ['STAGE_NOT_COMPLETE'] : []);
    }
  });

  it('end at once when nobody has been nominated, but not when all are over', () => {
    const empty = must(appraising().snapshot, complete(on('08-01'), {}));
    expect(empty).toMatchObject({ to: 'closed', workItems: [] });
    expect(empty.snapshot.context.handedOn).toHaveLength(1);
    expect(must(appraising().snapshot, complete(on('08-01'), { over: 3 })).to).toBe('council');
  });

  it.each([
    ['appraisal', appraising],
    ['council', advised],
    ['decision', deciding],
    ['published', published],
  ] as const)('stay in %s when late, and escalate', (state, stage) => {
    const late = must(stage().snapshot, event('deadline.pass', on('12-01')));
    expect(late).toMatchObject({ from: state, to: state, workItems: [{ key: state, level: 1 }] });
    expect(late.notices.map(({ template }) => template)).toEqual(['round.escalated', 'round.escalated']);
  });

  it('are due so many days after they were entered', () => {
    expect(appraising().snapshot.context.deadlines).toMatchObject([
      { name: 'appraisal', startedAt: startOn('07-28'), level: 0 },
    ]);
  });
});
