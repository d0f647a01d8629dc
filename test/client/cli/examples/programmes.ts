import type { ProgrammeSummary } from '../../../../client/core/types.ts';

/** Made-up answer of the client: the one programme there is. */
export const programmes: ProgrammeSummary[] = [
  {
    id: '004',
    ref: '004@1#abc',
    title: 'Kế hoạch thi đua 2021',
    issuer: 'soYTe',
    issuerName: 'Sở Y tế tỉnh Bà Rịa-Vũng Tàu',
    movements: [
      {
        id: '2.10',
        title: 'Lập thành tích chào mừng “Ngày Thầy thuốc Việt Nam”',
        inCharge: 'vanPhongSo',
        road: 'standard',
        windowFrom: '2020-12-31T17:00:00.000Z',
        windowTo: '2021-02-27T16:59:59.999Z',
        open: true,
        reviewPhrase: 'Đầu năm 2021',
        quota: { collective: '5', individual: '10' },
      },
    ],
  },
];
