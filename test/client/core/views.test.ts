import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import { recordRefusal } from '../../../store/deliver.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { form } from '../../support/productCast.ts';
import { useProduct } from '../../support/useProduct.ts';

const product = useProduct(() => ({ clock: clockFrom('2021-11-10T01:00:00.000Z'), idle: true }));

/** What the promise fails with. */
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ClientError ? error : null),
  );

describe('an opening received and not yet delivered', () => {
  it('is told of as kept by everything that would look at it', async () => {
    const { client, prepare } = product();
    const { input } = await prepare();
    const { nominationId: id } = input;
    const looks = [client.show(id), client.why('bvbr.clerk', id), client.timeline(id)];
    for (const error of await Promise.all(looks.map(failure))) {
      expect(error?.code).toBe('NOT_APPLIED_YET');
      expect(error?.text.vi).toMatch(`Đề nghị ${id} đã được tiếp nhận lúc 08:0`);
      expect(error?.text.vi).toContain('ngày 10/11/2021');
      expect(error?.text.en).toContain('nothing to do');
    }
  });

  it('has a receipt with the programme’s time', async () => {
    const { client, prepare } = product();
    const { inboxId, input } = await prepare();
    const known = await client.outcome(inboxId);
    expect(known?.receipt).toMatchObject({ inboxId, nominationId: input.nominationId, programmeAt: input.openedAt });
    expect(Date.parse(known?.receipt.receivedAt ?? '')).toBeGreaterThan(Date.parse(input.openedAt));
  });

  it('is told of with its reasons once it is refused', async () => {
    const { client, prepare, store } = product();
    const { inboxId, input } = await prepare();
    await recordRefusal(store, inboxId, [{ code: 'KIND_NOT_AWARDED', detail: { kind: 'collective' } }]);
    const error = await failure(client.show(input.nominationId));
    expect(error?.code).toBe('UNKNOWN_NOMINATION');
    expect(error?.text.vi).toContain('không được lập: Phong trào này không xét khen thưởng tập thể.');
  });

  it('is not mistaken for one that nobody sent', async () => {
    const error = await failure(product().client.show('004-none'));
    expect(error?.code).toBe('UNKNOWN_NOMINATION');
    expect(error?.text.vi).toContain('npx vinhdanh list');
    const round = await failure(product().client.show('004/2.5/nam2021'));
    expect(round?.text.vi).toContain('là mã đợt thi đua');
  });
});

describe('names', () => {
  it('of bodies are the short ones where there are some', async () => {
    expect(await product().client.bodyNames()).toMatchObject({
      soYTe: 'Sở Y tế',
      vanPhongSo: 'Văn phòng Sở',
      phongKeHoachTaiChinh: 'Phòng KH-TC',
    });
  });

  it('of programmes without a title are their theme, or what the document is', async () => {
    const programmes = await product().client.programmes();
    const title = (id: string) => programmes.find((one) => one.id === id)?.title;
    expect(title('000')).toBe('Công văn – Sở Y tế tỉnh Đắk Lắk');
    expect(title('001')).toMatch(/^Công chức, viên chức, người lao động ngành Y tế tỉnh Hòa Bình đoàn kết/);
    expect(programmes.find((one) => one.id === '004')).toMatchObject({
      title: expect.stringContaining('Phát động phong trào thi đua'),
      issuer: 'soYTe',
      issuerName: 'Sở Y tế tỉnh Bà Rịa-Vũng Tàu',
    });
  });
});

it('names what there is to choose from with its id', async () => {
  const { client } = product();
  const nominate = (change: Partial<typeof form>) => failure(client.nominate('bvbr.clerk', { ...form, ...change }));
  expect((await nominate({ unitId: 'x' }))?.text.vi).toContain('benhVienBaRia (Bệnh viện Bà Rịa)');
  expect((await nominate({ movementId: '9' }))?.text.vi).toContain('2.7 (“Cải cách hành chính”)');
});

describe('people', () => {
  it('are found by id, by role, and by the body they work in or act for', async () => {
    const { client } = product();
    const all = await client.people();
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
    expect(await client.people({ id: 'bvbr.head' })).toEqual([
      expect.objectContaining({ homeBody: 'benhVienBaRia', roles: [{ role: 'unitHead', body: 'benhVienBaRia' }] }),
    ]);
    expect(await client.people({ id: 'nobody' })).toEqual([]);
    const ids = async (filter: Parameters<typeof client.people>[0]) =>
      (await client.people(filter)).map(({ id }) => id);
    expect(await ids({ body: 'benhVienBaRia' })).toEqual(expect.arrayContaining(['bvbr.clerk', 'bvbr.head']));
    expect(await ids({ role: 'unitHead', body: 'benhVienBaRia' })).toEqual(['bvbr.deputy', 'bvbr.head']);
  });
});

it('does not load the engine’s client for what only the database answers', async () => {
  const root = resolve(import.meta.dirname, '../../..');
  const open = join(root, 'client', 'core', 'open.ts');
  const script = `import('${open}').then(() => console.log(Object.keys(require('node:module')._cache).filter((file) => /@temporalio/.test(file)).length))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: root });
  expect(stdout.trim()).toBe('0');
});
