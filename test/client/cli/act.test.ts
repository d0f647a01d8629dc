import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import { pastDeadline, receipt, refusedFor, stale, waiting, whySignOff, whyWithdraw } from './examples/acts.ts';
import type { Fakes } from './fakeWorld.ts';
import { ran, ranJson } from './fakeWorld.ts';
import { recording, yaml } from './sending.ts';

describe('act', () => {
  const act = (argv: string[], fakes: Fakes) => ran(['act', '004-0001', ...argv, '--as', 'bvvt.head'], fakes);

  it('chooses the role in which the person may', async () => {
    const { sent, client } = recording();
    const { exit, out } = await act(['draft.signOff', '--key', 'k', '--if-revision', '1'], { client });
    expect(exit).toBe(0);
    expect(sent).toEqual([
      [
        'bvvt.head',
        { nominationId: '004-0001', type: 'draft.signOff', as: 'unitHead', body: {}, expectedRevision: 1 },
        'k',
      ],
    ]);
    expect(out.split('\n')[0]).toBe('Đề nghị 004-0001: đã thực hiện “Ký tờ trình, gửi hồ sơ”.');
  });

  it('sends an act nobody may do now all the same, in a role held, so that the attempt is recorded', async () => {
    const { sent, client } = recording(refusedFor(pastDeadline));
    const fakes = {
      client: { ...client, why: async () => [whyWithdraw] },
      roles: [{ role: 'unitHead', body: 'x' } as const],
    };
    const { exit, out, err } = await act(['nomination.withdraw', '--reason', 'Nhầm'], fakes);
    expect(sent[0]?.[1]).toMatchObject({ as: 'unitHead', body: { reason: 'Nhầm' } });
    expect(exit).toBe(3);
    expect(out).toBe('');
    expect(err).toBe(
      [
        'Không được chấp nhận, vì:',
        '• Đã quá thời hạn (23:59 15/11/2021).',
        '  Cách tháo gỡ: Chỉ việc gia hạn theo kế hoạch của phong trào mới mở lại thời hạn.',
        'Biên nhận: 0193-inbox, nhận lúc 20/11/2021 09:05',
        '',
      ].join('\n'),
    );
  });

  it('is sent for a nomination whose opening is not delivered yet', async () => {
    const { sent, client } = recording(waiting);
    const why = async () => {
      throw new ClientError('NOT_APPLIED_YET', { vi: 'Chưa áp dụng.', en: 'Not yet.' });
    };
    const { exit } = await act(['draft.amend', '--form', 'd.yaml'], {
      client: { ...client, why },
      roles: [{ role: 'unitHead', body: 'x' }],
      files: { 'd.yaml': yaml },
    });
    expect(exit).toBe(5);
    expect(sent[0]?.[1]).toMatchObject({ as: 'unitHead' });
  });

  it('gives refusals in JSON with words, receipt and outcome', async () => {
    const { client } = recording(refusedFor(pastDeadline));
    const { exit, json } = await ranJson(['sign-off', '004-0001', '--as', 'x'], { client });
    expect(exit).toBe(3);
    expect(json).toMatchObject({
      error: {
        code: 'REFUSED',
        message: 'Không được chấp nhận, vì:',
        refusals: [{ ...pastDeadline, lift: expect.any(String) }],
      },
      receipt,
      outcome: { kind: 'refused' },
    });
  });

  it('names bodies in refusals, divisions with the id that is typed', async () => {
    const unknown = {
      code: 'DIVISION_UNKNOWN',
      detail: { division: 'x', divisions: 'phongNghiepVu,vanPhongSo' },
    } as const;
    const elsewhere = { code: 'NOT_YOUR_BODY', detail: { as: 'reviewer', bodies: 'vanPhongSo' } } as const;
    const { client } = recording(refusedFor(unknown, elsewhere));
    const { err } = await act(['draft.signOff'], { client });
    expect(err).toContain('Chọn trong: Phòng Nghiệp vụ (phongNghiepVu), Văn phòng Sở (vanPhongSo).');
    expect(err).toContain('Người giữ vai trò này tại Văn phòng Sở thực hiện.');
    const bodyNames = async () => {
      throw new Error('gone');
    };
    const nameless = await act(['draft.signOff'], { client: { ...client, bodyNames } });
    expect(nameless).toMatchObject({ exit: 3, err: expect.stringContaining('tại vanPhongSo thực hiện') });
  });

  it('ends a changed nomination as a conflict', async () => {
    const { client } = recording(refusedFor(stale));
    const { exit, err } = await act(['draft.signOff', '--if-revision', '3'], { client });
    expect(exit).toBe(6);
    expect(err).toContain('lần thay đổi 3, nay là lần 5');
  });

  it('prints the receipt of an act received but not applied', async () => {
    const { client } = recording(waiting);
    const { exit, out } = await act(['draft.signOff'], { client });
    expect(exit).toBe(5);
    expect(out).toContain(
      'Đề nghị 004-0001: đã tiếp nhận “Ký tờ trình, gửi hồ sơ”, chưa áp dụng.\nBộ máy chưa trả lời; việc này đã được lưu',
    );
    expect(out).toContain('xem ở: npx vinhdanh timeline 004-0001\n');
    expect(await ranJson(['sign-off', '004-0001', '--as', 'x'], { client })).toEqual({
      exit: 5,
      json: waiting,
    });
  });

  it('makes bodies of options', async () => {
    const { sent, client } = recording();
    const body = async (...argv: string[]) => {
      sent.length = 0;
      const { err } = await ran([...argv, '--as', 'x', '--role', 'reviewer'], { client, files: { 'd.yaml': yaml } });
      expect(err).toBe('');
      return sent.map(([, request]) => (request as { body: unknown }).body)[0];
    };
    expect(
      await body(
        'return',
        '004-0001',
        '--due',
        '2021-11-30',
        '--item',
        'a=Thiếu biên bản',
        '--item',
        'b=x=y',
        '--reason',
        'r',
      ),
    ).toEqual({
      items: [
        { code: 'a', text: 'Thiếu biên bản' },
        { code: 'b', text: 'x=y' },
      ],
      dueOn: '2021-11-30',
      reason: 'r',
    });
    expect(
      await body('ask-appraisal', '004-0001', '--division', 'd1', '--division', 'd2', '--due', '2021-11-30'),
    ).toEqual({ divisions: ['d1', 'd2'], dueOn: '2021-11-30' });
    expect(await body('appraise', '004-0001', '--division', 'd1', '--opinion', 'agree')).toEqual({
      division: 'd1',
      opinion: 'agree',
    });
    expect(await body('award', '004-0001', '--decision-number', '1/QĐ', '--decision-date', '2021-12-20')).toEqual({
      decisionNumber: '1/QĐ',
      decisionDate: '2021-12-20',
    });
    expect(await body('supplement', '004-0001', '--form', 'd.yaml')).toMatchObject({
      dossier: { nomineeName: 'Bùi Thị Minh Họa', directWorker: true },
    });
  });

  it('names wrong fields, foreign options, unknown acts and roles before anything is sent', async () => {
    const { sent, client } = recording();
    expect((await act(['review.return', '--due', '9999-12-31'], { client })).err).toContain(
      '• dueOn (--due): phải là ngày từ 2000-01-01 đến 2099-12-31',
    );
    expect((await act(['review.return', '--due', '2021-02-30'], { client })).err).toContain(
      '• dueOn (--due): phải là ngày có thật, viết YYYY-MM-DD',
    );
    expect((await act(['authority.refuse', '--ground', 'complaint'], { client })).err).toContain(
      '• ground (--ground): phải là một trong: wrongSubject,',
    );
    expect((await act(['draft.signOff', '--due', '2021-02-03'], { client })).err).toBe(
      'Việc draft.signOff không dùng --due. Các tùy chọn của việc này: --reason.\n',
    );
    expect((await act(['review.return', '--due', '2021-02-03', '--item', 'x'], { client })).err).toContain(
      '--item phải có dạng mã=nội dung',
    );
    expect((await act(['draft.signOff', '--role', 'boss'], { client })).err).toContain(
      'Giá trị “boss” của --role không được dùng.',
    );
    const unknown = await act(['approve'], { client });
    expect(unknown.exit).toBe(2);
    expect(unknown.err).toContain(
      'Không có việc “approve”. Các việc được dùng:\n  draft.amend           amend              Sửa hồ sơ\n',
    );
    expect(sent).toEqual([]);
  });

  it('names the key when it is not known whether the act arrived', async () => {
    const broken = async () => {
      throw new ClientError('DATABASE_UNREACHABLE', { vi: 'Cơ sở dữ liệu không trả lời.', en: 'No database.' });
    };
    const { exit, err } = await act(['draft.signOff', '--key', 'k7'], {
      client: { why: async () => [whySignOff], act: broken },
    });
    expect(exit).toBe(4);
    expect(err).toContain('Cơ sở dữ liệu không trả lời.\n');
    expect(err).toContain('npm start');
    expect(err).toContain('--key k7');
  });
});
