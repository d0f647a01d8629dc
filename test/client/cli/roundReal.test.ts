import { expect, it } from 'vitest';
import { directoryOf } from '../../../client/core/opening.ts';
import { roundMachineVersion } from '../../../machines/round/interpreter.ts';
import { planRound } from '../../../programmes/rounds.ts';
import { latestProgrammeRef, pinnedProgramme } from '../../../store/programmes.ts';
import { roundById } from '../../../store/queries/rounds.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';
import { ran, ranJson } from './fakeWorld.ts';

const product = useProduct(() => ({ clock: clockFrom('2021-11-10T01:00:00.000Z'), noRound: true }));
const id = '004/2.9/nam2021';

/** The command line over the real client, database and engine. */
const real = {
  open: async () => {
    const { client } = product();
    return { client, close: async () => {} };
  },
};

it('carries a round from the definition’s plan to its open window, with the units’ answers', async () => {
  const { store, engine, clock, now } = product();
  const programme = await pinnedProgramme(store, (await latestProgrammeRef(store, '004')) ?? '');
  if (!programme) throw new Error('Programme 004 is not published');
  const directory = await directoryOf(store);
  const input = planRound({ programme, directory, roundId: id, begunAt: now(), machine: roundMachineVersion });
  await engine.beginRound({ input, clock });
  await until('it is begun', () => roundById(store, id));

  expect((await ran(['rounds', '004'], real)).out).toContain(`${id}  `);
  const file = (await ran(['round', 'plan', id], real)).out;
  const files = { 'ke-hoach.yaml': file };
  const reviewer = await holder('reviewer', input.bodies.inCharge);
  const submit = ['round', 'submit', id, '--form', 'ke-hoach.yaml', '--as', reviewer, '--key', 'once'];
  const submitted = await ranJson(submit, { ...real, files });
  expect(submitted).toMatchObject({ exit: 0, json: { outcome: { kind: 'applied', state: 'planReview' } } });
  expect((await ranJson(submit, { ...real, files })).json).toEqual(submitted.json);

  const back = ['round', 'return', id, '--as', 'syt.director', '--reason', 'Bổ sung tiêu chí'];
  expect(await ran(back, real)).toMatchObject({ exit: 0 });
  const returned = await ran(['round', 'show', id], real);
  expect(returned.out).toContain('Kế hoạch đã bị trả lại');
  expect(returned.out).toMatch(/Lý do trả lại +Bổ sung tiêu chí/);
  const again = { 'ke-hoach.yaml': `${(await ran(['round', 'plan', id], real)).out}\nnote: Bản hai\n` };
  const second = await ranJson([...submit.slice(0, -1), 'twice'], { ...real, files: again });
  expect(second).toMatchObject({ exit: 0, json: { outcome: { kind: 'applied', state: 'planReview' } } });
  expect((await ran(['round', 'show', id], real)).out).toContain('Kế hoạch đang trình, chưa phê duyệt');

  const refused = await ran(['round', 'approve', id, '--as', 'bvbr.head'], real);
  expect(refused).toMatchObject({
    exit: 3,
    err: expect.stringContaining('Cách tháo gỡ: Người được thực hiện: Cấp có thẩm quyền'),
  });
  const other = await ran(['round', 'approve', id, '--as', 'syt.director', '--plan-hash', '0'.repeat(64)], real);
  expect(other).toMatchObject({ exit: 3, err: expect.stringContaining('Kế hoạch đã được trình lại') });
  expect((await ran(['round', 'approve', id, '--as', 'syt.director'], real)).out).toMatch(/mã băm [0-9a-f]{64}/);
  await until('it is open', async () => (await roundById(store, id))?.state === 'open');

  const unit = ['--unit', 'benhVienBaRia', '--as', 'bvbr.head'];
  for (const argv of [
    ['answer', id, ...unit, '--yes'],
    [
      'register',
      id,
      ...unit,
      '--nominee',
      'individual:bvbr.dd1:Lê Văn Ví Dụ',
      '--nominee',
      'collective:khoaNoi:Khoa Nội',
    ],
    [
      'covenant',
      id,
      ...unit,
      '--kind',
      'withinUnit',
      '--party',
      'Khoa Nội',
      '--party',
      'Khoa Ngoại',
      '--signed-on',
      '2021-11-09',
    ],
  ])
    expect(await ran(['round', ...argv], real), argv.join(' ')).toMatchObject({ exit: 0 });
  const covenant = ['round', 'covenant', id, ...unit, '--kind', 'withinUnit', '--party', 'A', '--party', 'B'];
  expect(await ran([...covenant, '--signed-on', '2021-12-01'], real)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('chỉ ghi nhận giao ước đã ký'),
  });
  const sentIn = (await ran(['round', 'show', id, '--unit', 'benhVienBaRia'], real)).out;
  expect(sentIn).toMatch(/Tham gia +có/);
  for (const what of [
    'Lê Văn Ví Dụ (bvbr.dd1)',
    'Khoa Nội (khoaNoi)',
    '09/11/2021, trong nội bộ đơn vị: Khoa Nội, Khoa Ngoại',
  ])
    expect(sentIn).toContain(what);
  expect(await ran(['round', 'show', id, '--unit', 'khongCo'], real)).toMatchObject({ exit: 2 });
  const stranger = await ran(['round', 'answer', id, '--unit', 'khongCo', '--yes', '--as', 'bvbr.head'], real);
  expect(stranger.exit).toBe(3);

  const shown = await ran(['round', 'show', id, '--as', 'bvbr.head'], real);
  expect(shown.out).toContain('Kế hoạch đã phê duyệt');
  expect(shown.out).toMatch(/Người phê duyệt .*\(syt\.director\)/);
  expect(shown.out).toMatch(/Đã trả lời 1\/\d+ \(\d+ %\), tham gia 1; đăng ký 2, giao ước 1, đề nghị 0\./);
  expect(shown.out).toContain('✓ Trả lời việc tham gia (round answer); với vai trò: Thủ trưởng đơn vị');
  const told = await ran(['round', 'timeline', id], real);
  expect(told.out).toContain(`Diễn biến đợt ${id}`);
  for (const what of [
    'Trình kế hoạch phong trào',
    'không được chấp nhận',
    'Phê duyệt kế hoạch',
    'Ký kết giao ước thi đua',
    'Đơn vị: Bệnh viện Bà Rịa',
    'Tham gia: có',
    'Số cá nhân, tập thể đăng ký: 2',
    'Loại giao ước: trong nội bộ đơn vị',
    'Các bên ký: Khoa Nội, Khoa Ngoại',
    'Ngày ký: 09/11/2021',
  ])
    expect(told.out).toContain(what);
  const unknown = await ran(['round', 'show', '004/2.9/nam2020'], real);
  expect(unknown).toMatchObject({ exit: 2, err: `Không có đợt thi đua “004/2.9/nam2020”. Hiện có: ${id}\n` });
}, 120_000);

async function holder(role: 'reviewer', body: string): Promise<string> {
  const [person] = await product().client.people({ role, body });
  if (!person) throw new Error(`Nobody is ${role} of ${body}`);
  return person.id;
}
