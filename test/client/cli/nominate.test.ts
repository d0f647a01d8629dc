import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { ClientError } from '../../../client/core/errors.ts';
import { nominateSchema } from '../../../contract/acts.ts';
import { ran, ranJson } from './fakeWorld.ts';
import { recording, yaml } from './sending.ts';

describe('nominate', () => {
  it('takes a YAML form as written: movement 2.10 is not 2.1, programme 004 is not 4', async () => {
    const { sent, client } = recording();
    const { exit, out } = await ran(['nominate', '--as', 'lan', '--form', 'f.yaml', '--key', 'k1'], {
      client,
      files: { 'f.yaml': yaml },
    });
    expect(exit).toBe(0);
    expect(sent).toEqual([
      [
        'lan',
        {
          programmeId: '004',
          movementId: '2.10',
          unitId: 'benhVienVungTau',
          nominee: { kind: 'individual', id: 'bvvt.dd1' },
          dossier: {
            nomineeName: 'Bùi Thị Minh Họa',
            directWorker: true,
            achievements: 'Hoàn thành 120% chỉ tiêu.',
            documents: [],
          },
        },
        'k1',
      ],
    ]);
    expect(out).toBe(
      'Đã lập đề nghị 004-0001.\nTình trạng: Bộ phận phụ trách xem xét (lần thay đổi 2)\nBiên nhận: 0193-inbox, nhận lúc 20/11/2021 09:05\n',
    );
  });

  it('takes options, which win over the form, and makes a key of its own', async () => {
    const { sent, client } = recording();
    const argv = [
      'nominate',
      '--form',
      'f.json',
      '--movement',
      '2.2',
      '--name',
      'Khoa Nội',
      '--kind',
      'collective',
      '--direct-worker',
    ];
    const form = {
      programmeId: '004',
      movementId: '2.4',
      unitId: 'u',
      nominee: { kind: 'individual', id: 'n' },
      dossier: { nomineeName: 'x', achievements: 'y' },
    };
    await ran(argv, { client, env: { VINHDANH_AS: 'lan' }, files: { 'f.json': `\uFEFF${JSON.stringify(form)}` } });
    expect(sent[0]?.[1]).toMatchObject({
      movementId: '2.2',
      nominee: { kind: 'collective', id: 'n' },
      dossier: { nomineeName: 'Khoa Nội', directWorker: true },
    });
    expect(sent[0]?.[2]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('names every wrong field with its option and sends nothing', async () => {
    const { sent, client } = recording();
    const argv = [
      'nominate',
      '--as',
      'lan',
      '--programme',
      '004',
      '--kind',
      'person',
      '--name',
      ' ',
      '--form',
      'f.yaml',
    ];
    const { exit, err } = await ran(argv, { client, files: { 'f.yaml': 'unitId: u\nnote: hi\n' } });
    expect(exit).toBe(2);
    expect(sent).toEqual([]);
    expect(err).toBe(
      [
        'Nội dung gửi chưa hợp lệ; chưa có gì được lưu:',
        '• movementId (--movement): chưa có',
        '• nominee.kind (--kind): phải là một trong: collective, individual',
        '• nominee.id (--nominee): chưa có',
        '• dossier.nomineeName (--name): không được để trống',
        '• dossier.achievements (--achievements): chưa có',
        '• note: không có trường này trong biểu mẫu',
        '',
      ].join('\n'),
    );
  });

  it('names them in JSON too', async () => {
    const { exit, json } = await ranJson(['nominate', '--as', 'lan', '--lang', 'en']);
    expect(exit).toBe(2);
    expect(json).toMatchObject({
      error: {
        code: 'INVALID_FORM',
        fields: expect.arrayContaining([{ field: 'programmeId', option: '--programme', message: 'is missing' }]),
      },
    });
  });

  it.each([
    ['missing.yaml', 'Không đọc được tệp missing.yaml: không có tệp này.\n'],
    ['list.yaml', 'Không đọc được tệp list.yaml: không phải là một biểu mẫu gồm các trường `tên: giá trị`.\n'],
    ['twice.yaml', 'Không đọc được tệp twice.yaml: Map keys must be unique at line 2, column 1.\n'],
  ])('says what is wrong with the file %s', async (file, message) => {
    const files = { 'list.yaml': '- a\n', 'twice.yaml': 'a: 1\na: 2\n' };
    expect(await ran(['nominate', '--as', 'lan', '--form', file], { files })).toMatchObject({
      exit: 2,
      out: '',
      err: message,
    });
  });

  it('needs somebody who acts', async () => {
    expect(await ran(['nominate'])).toMatchObject({
      exit: 2,
      err: 'Chưa biết ai thực hiện: thêm `--as <mã người>` hoặc đặt biến VINHDANH_AS.\n',
    });
  });

  it.each([
    ['WINDOW_NOT_OPEN', 3],
    ['NOT_ALLOWED_TO_NOMINATE', 3],
    ['UNKNOWN_MOVEMENT', 2],
    ['IDEMPOTENCY_CONFLICT', 6],
  ] as const)('ends a %s with %i and the client’s sentence', async (code, exit) => {
    const nominate = async () => {
      throw new ClientError(code, { vi: 'Câu của máy.', en: 'A sentence.' });
    };
    expect(
      await ran(['nominate', '--as', 'lan', '--form', 'f.yaml'], { client: { nominate }, files: { 'f.yaml': yaml } }),
    ).toMatchObject({
      exit,
      err: 'Câu của máy.\n',
      closed: 1,
    });
  });

  it('names the fields the client found wrong', async () => {
    const nominate = async () => {
      const { error } = nominateSchema.safeParse({ programmeId: '004' });
      expect(error).toBeInstanceOf(ZodError);
      throw new ClientError('INVALID_FORM', { vi: 'Biểu mẫu chưa hợp lệ.', en: 'Invalid form.' }, { cause: error });
    };
    const { err } = await ran(['nominate', '--as', 'lan', '--form', 'f.yaml'], {
      client: { nominate },
      files: { 'f.yaml': yaml },
    });
    expect(err).toContain('Biểu mẫu chưa hợp lệ.\n• movementId (--movement): chưa có\n');
  });
});
