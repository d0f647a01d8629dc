import { describe, expect, it } from 'vitest';
import { roundReceipt } from './examples/round.ts';
import { ran } from './fakeWorld.ts';
import { knowing, roundId } from './knownRound.ts';

describe('a unit', () => {
  const as = ['--as', 'bvvt.head', '--unit', 'benhVienVungTau'];

  it('answers yes or no, and one of them', async () => {
    const { client, sent } = knowing();
    await ran(['round', 'answer', roundId, ...as, '--yes', '--plan-text', 'Phát động toàn đơn vị'], { client });
    await ran(['round', 'answer', roundId, ...as, '--no', '--reason', 'Đang sắp xếp lại'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { unit: 'benhVienVungTau', takesPart: true, unitPlan: 'Phát động toàn đơn vị' },
      { unit: 'benhVienVungTau', takesPart: false, reason: 'Đang sắp xếp lại' },
    ]);
    for (const more of [[], ['--yes', '--no']])
      expect(await ran(['round', 'answer', roundId, ...as, ...more], { client })).toMatchObject({ exit: 2 });
    expect(sent).toHaveLength(2);
  });

  it('learns where the outcome will be when the answer waits', async () => {
    const outcome = { kind: 'received' as const, because: 'engineUnreachable' as const };
    const { client } = knowing({ receipt: roundReceipt, outcome });
    const { exit, out } = await ran(['round', 'answer', roundId, ...as, '--yes'], { client });
    expect(exit).toBe(5);
    expect(out).toContain(`xem ở: npx vinhdanh round timeline ${roundId}`);
  });

  it('registers nominees from a file, from options, or both', async () => {
    const { client, sent } = knowing();
    const files = {
      'dang-ky.yaml': 'nominees:\n  - { kind: individual, id: bvvt.2.10, name: Bùi Thị Minh Họa, title: Điều dưỡng }\n',
    };
    await ran(['round', 'register', roundId, ...as, '--form', 'dang-ky.yaml'], { client, files });
    await ran(['round', 'register', roundId, ...as, '--nominee', 'collective:khoaNoi:Khoa Nội: tầng 2'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      {
        unit: 'benhVienVungTau',
        nominees: [{ kind: 'individual', id: 'bvvt.2.10', name: 'Bùi Thị Minh Họa', title: 'Điều dưỡng' }],
      },
      { unit: 'benhVienVungTau', nominees: [{ kind: 'collective', id: 'khoaNoi', name: 'Khoa Nội: tầng 2' }] },
    ]);
    const shapeless = await ran(['round', 'register', roundId, ...as, '--nominee', 'khoaNoi'], { client });
    expect(shapeless).toMatchObject({ exit: 2, err: expect.stringContaining('loại:mã:tên') });
    const nobody = await ran(['round', 'register', roundId, '--as', 'x'], { client });
    expect(nobody.err).toContain('• unit (--unit): chưa có\n• nominees (--nominee): chưa có\n');
  });

  it('records a covenant of two parties', async () => {
    const { client, sent } = knowing();
    const argv = [
      'round',
      'covenant',
      roundId,
      ...as,
      '--kind',
      'withinUnit',
      '--signed-on',
      '2021-05-10',
      '--party',
      'Khoa Nội',
    ];
    expect((await ran(argv, { client })).err).toContain('• parties (--party): cần ít nhất 2');
    const repeated = await ran([...argv, '--party', ' Khoa Nội'], { client });
    expect(repeated.err).toContain('• parties (--party): không được ghi hai lần cùng một tên');
    const old = await ran([...argv, '--party', 'Khoa Ngoại', '--signed-on', '1021-05-10'], { client });
    expect(old.err).toContain('• signedOn (--signed-on): phải là ngày từ 2000-01-01 đến 2099-12-31');
    await ran([...argv, '--party', 'Khoa Ngoại'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { unit: 'benhVienVungTau', kind: 'withinUnit', signedOn: '2021-05-10', parties: ['Khoa Nội', 'Khoa Ngoại'] },
    ]);
  });

  it('reads every refusal with what lifts it', async () => {
    const refused = {
      receipt: roundReceipt,
      outcome: { kind: 'refused' as const, refusals: [{ code: 'UNIT_UNKNOWN' as const, detail: { unit: 'x' } }] },
    };
    const { client } = knowing(refused);
    const { exit, err } = await ran(['round', 'answer', roundId, ...as, '--yes'], { client });
    expect(exit).toBe(3);
    expect(err).toContain('• “x” không thuộc các đơn vị được phát động phong trào này.');
    expect(err).toContain('Cách tháo gỡ: Chọn đơn vị trong danh sách của đợt thi đua');
  });
});
