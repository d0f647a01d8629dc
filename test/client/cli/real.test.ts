import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, inject, it } from 'vitest';
import { clockFrom } from '../../support/clockFrom.ts';
import { useProduct } from '../../support/useProduct.ts';
import { ran, ranJson } from './fakeWorld.ts';

const product = useProduct(() => ({ clock: clockFrom('2021-11-10T01:00:00.000Z') }));

/** The command line over the real client, database and engine. */
const real = {
  open: async () => {
    const { client } = product();
    return { client, close: async () => {} };
  },
};

const nominate = [
  ...[
    'nominate',
    '--as',
    'bvbr.clerk',
    '--programme',
    '004',
    '--movement',
    '2.5',
    '--unit',
    'benhVienBaRia',
    '--kind',
    'individual',
  ],
  ...['--nominee', 'bvbr.dd1', '--name', 'Lê Văn Ví Dụ', '--achievements', 'Trực chống dịch suốt năm', '--key', 'once'],
];

it('carries a nomination from the form to publication, roles chosen by itself', async () => {
  const opened = await ranJson(nominate, real);
  expect(opened).toMatchObject({ exit: 0, json: { outcome: { kind: 'applied', state: 'draft', revision: 1 } } });
  const { nominationId: id } = opened.json.receipt as { nominationId: string };
  expect((await ranJson(nominate, real)).json).toEqual(opened.json);
  expect((await ran([...nominate, '--title', 'Điều dưỡng'], real)).exit).toBe(6);

  expect(await ran(['shortlist', id, '--as', 'vps.reviewer'], real)).toMatchObject({
    exit: 3,
    err: expect.stringContaining('Không thể thực hiện'),
  });
  const steps: [state: string, argv: string[]][] = [
    ['departmentReview', ['sign-off', id, '--as', 'bvbr.head', '--if-revision', '1']],
    ['appraisal', ['ask-appraisal', id, '--as', 'vps.reviewer', '--division', 'phongNghiepVu', '--due', '2021-11-25']],
    [
      'departmentReview',
      [
        'appraise',
        id,
        '--as',
        'nv.appraiser',
        '--division',
        'phongNghiepVu',
        '--opinion',
        'agree',
        '--reason',
        'Đúng thành tích',
      ],
    ],
    ['councilReview', ['shortlist', id, '--as', 'vps.reviewer']],
    ['authorityDecision', ['recommend', id, '--as', 'vps.secretary', '--resolution', '05/BB-HĐTĐKT']],
    [
      'awarded',
      ['award', id, '--as', 'syt.director', '--decision-number', '123/QĐ-SYT', '--decision-date', '2021-11-10'],
    ],
    ['published', ['publish', id, '--as', 'vps.secretary']],
  ];
  for (const [state, argv] of steps) {
    expect(await ranJson(argv, real), argv.join(' ')).toMatchObject({
      exit: 0,
      json: { outcome: { kind: 'applied', state } },
    });
  }
  expect((await ran(['publish', id, '--as', 'vps.secretary', '--if-revision', '1'], real)).exit).not.toBe(0);

  const shown = await ran(['show', id], real);
  expect(shown.out).toContain('số 123/QĐ-SYT, ngày 10/11/2021');
  const told = await ran(['timeline', id], real);
  expect(told.out).toContain('Cho ý kiến thẩm định – ');
  expect(told.out).toContain('Ý kiến: Đồng ý');
  expect(told.out).toContain('Lý do: Đúng thành tích');
  expect(told.out).toContain('không được chấp nhận, không thay đổi gì');
  expect((await ran(['diagram', id], real)).out).toContain('class published current');
  expect(await ran(['history', id, '--as', 'vps.reviewer'], real)).toMatchObject({ exit: 3 });
  expect((await ran(['history', id, '--as', 'syt.admin'], real)).out).toContain('WORKFLOW_EXECUTION_STARTED');
  expect(await ran(['verify'], real)).toMatchObject({ exit: 0 });
}, 120_000);

it('lists what there is', async () => {
  expect((await ran(['programmes', '004'], real)).out).toContain('2.10  ');
  expect((await ran(['inbox', '--queue', 'councilSecretary@vanPhongSo'], real)).out).toContain('Đã công bố kết quả');
  expect((await ran(['list', '--movement', '2.5'], real)).out).toContain('1 dòng');
  expect(await ran(['show', '004-none'], real)).toMatchObject({ exit: 2, err: expect.stringContaining('004-none') });
  expect(await ran(['inbox', '--as', 'nobody'], real)).toMatchObject({ exit: 2 });
});

it('ends as a process, whatever it was asked', async () => {
  const url = new URL(inject('databaseUrl'));
  url.pathname = product().store.sql.options.database;
  const home = mkdtempSync(join(tmpdir(), 'vinhdanh-cli-'));
  const facts = { databaseUrl: url.href, temporalAddress: inject('temporalAddress'), namespace: 'default' };
  writeFileSync(join(home, 'runtime.json'), JSON.stringify(facts));
  const script = resolve(import.meta.dirname, '../../../client/cli/vinhdanh.mjs');
  const ended = (...argv: string[]) =>
    new Promise((done) => {
      const options = { env: { ...process.env, VINHDANH_HOME: home }, timeout: 30_000 };
      execFile(process.execPath, [script, ...argv], options, (error, out, err) => {
        done({ exit: error ? error.code : 0, out, err });
      });
    });
  expect(await ended('people', '--role', 'unitHead', '--body', 'benhVienBaRia')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('bvbr.head'),
  });
  // One question fails while others are under way.
  expect(await ended('why', '004-none', '--as', 'nobody')).toMatchObject({ exit: 2, out: '' });
  expect(await ended('inbox', '--as', 'nobody')).toMatchObject({ exit: 2, err: expect.stringContaining('“nobody”') });
  rmSync(home, { recursive: true, force: true });
}, 120_000);
