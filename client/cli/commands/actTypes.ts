import type { ActType } from '../../../contract/events.ts';
import { actTypes } from '../../../contract/events.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import type { Locale } from '../../../contract/texts/text.ts';
import { transitionTexts } from '../../../contract/texts/transitions.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { padTo } from '../print/width.ts';

/** Short command of each act, with the rest of an example. */
export const shortcuts: Record<ActType, { name: string; example: string }> = {
  'draft.amend': { name: 'amend', example: '--as bvvt.clerk --form ho-so.yaml' },
  'draft.signOff': { name: 'sign-off', example: '--as bvvt.head' },
  'review.return': {
    name: 'return',
    example: '--as khtc.reviewer --due 2021-11-30 --item "bienBan=Thiếu biên bản" --reason "Thiếu tài liệu"',
  },
  'supplement.submit': { name: 'supplement', example: '--as bvvt.clerk --form ho-so.yaml' },
  'appraisal.request': {
    name: 'ask-appraisal',
    example: '--as khtc.reviewer --division phongNghiepVu --due 2021-11-30',
  },
  'appraisal.give': {
    name: 'appraise',
    example: '--as nv.appraiser --division phongNghiepVu --opinion agree --reason "Đúng thành tích"',
  },
  'appraisal.close': { name: 'close-appraisal', example: '--as khtc.reviewer --reason "Đã quá hạn cho ý kiến"' },
  'review.shortlist': { name: 'shortlist', example: '--as khtc.reviewer' },
  'review.notSelect': { name: 'not-select', example: '--as khtc.reviewer --reason "Chưa đủ thành tích nổi bật"' },
  'council.recommend': { name: 'recommend', example: '--as vps.secretary --resolution 05/BB-HĐTĐKT' },
  'council.notRecommend': {
    name: 'not-recommend',
    example: '--as vps.secretary --resolution 05/BB-HĐTĐKT --reason "Không đủ tỷ lệ phiếu"',
  },
  'council.sendBack': { name: 'council-send-back', example: '--as vps.secretary --reason "Cần làm rõ thành tích"' },
  'authority.award': {
    name: 'award',
    example: '--as syt.director --decision-number 123/QĐ-SYT --decision-date 2021-12-20',
  },
  'authority.refuse': {
    name: 'refuse',
    example: '--as syt.director --ground belowStandard --reason "Không đủ tiêu chuẩn"',
  },
  'authority.sendBack': { name: 'send-back', example: '--as syt.director --reason "Cần xem lại"' },
  'authority.submitUp': { name: 'submit-up', example: '--as syt.director --reason "Vượt thẩm quyền của Giám đốc Sở"' },
  'result.publish': { name: 'publish', example: '--as vps.secretary' },
  'result.close': { name: 'close', example: '--as vps.secretary' },
  'nomination.hold': { name: 'hold', example: '--as vps.secretary --ground complaint --reason "Có đơn khiếu nại"' },
  'nomination.resume': { name: 'resume', example: '--as vps.secretary --reason "Đã có kết luận"' },
  'nomination.withdraw': { name: 'withdraw', example: '--as bvvt.head --reason "Đơn vị đề nghị rút"' },
  'nomination.revive': { name: 'revive', example: '--as bvvt.head --reason "Đơn vị đề nghị lại"' },
};

/** Gives the act meant, by its type or its short command. Throws CliFailure listing all of them. */
export function checkedActType(given: string, locale: Locale): ActType {
  const type = actTypes.find((name) => name === given || shortcuts[name].name === given);
  if (type) return type;
  throw new CliFailure({
    exit: exitCodes.invalid,
    code: 'UNKNOWN_ACT',
    text: cliTexts.unknownAct,
    values: { type: given },
    lines: actTypeLines(locale),
    details: { allowed: actTypes.map((name) => ({ type: name, label: transitionTexts[name] })) },
  });
}

/** Gives every act: type, short command, label. */
export function actTypeLines(locale: Locale): string[] {
  const rows = actTypes.map((type) => [type, shortcuts[type].name, transitionTexts[type][locale]] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    ([type, name, label]) => `  ${padTo(type, widths[0] ?? 0)}  ${padTo(name, widths[1] ?? 0)}  ${label}`,
  );
}
