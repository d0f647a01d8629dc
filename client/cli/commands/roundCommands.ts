import type { RoundActType } from '../../../contract/roundEvents.ts';
import type { roundCommandTexts } from '../../../contract/texts/cli/rounds.ts';

/** The command of each act on a round, with the rest of an example. */
export const roundCommands: Record<RoundActType, { name: keyof typeof roundCommandTexts; example: string }> = {
  'plan.submit': { name: 'submit', example: '--form ke-hoach.yaml --as dtn.reviewer' },
  'plan.approve': { name: 'approve', example: '--as syt.director' },
  'plan.return': { name: 'return', example: '--as syt.director --reason "Bổ sung tiêu chí"' },
  'unit.answer': { name: 'answer', example: '--unit benhVienVungTau --yes --as bvvt.head' },
  'unit.register': {
    name: 'register',
    example: '--unit benhVienVungTau --nominee "individual:bvvt.dd1:Bùi Thị Minh Họa" --as bvvt.clerk',
  },
  'unit.signCovenant': {
    name: 'covenant',
    example:
      '--unit benhVienVungTau --kind withinUnit --party "Khoa Nội" --party "Khoa Ngoại" --signed-on 2021-05-10 --as bvvt.clerk',
  },
};
