import type { Text } from './text.ts';

/** What each number of a report is called, and where it comes from: both are printed. */
export const figureTexts = {
  received: {
    label: { vi: 'Hồ sơ tiếp nhận', en: 'Received' },
    source: {
      vi: 'Đề nghị được lập trong kỳ, tính theo giờ tiếp nhận.',
      en: 'Nominations opened in the period, by time of receipt.',
    },
  },
  signedOff: {
    label: { vi: 'Đã ký tờ trình', en: 'Signed off' },
    source: {
      vi: 'Đề nghị được thủ trưởng đơn vị ký tờ trình và gửi trong kỳ.',
      en: 'Nominations signed off by the unit’s head in the period.',
    },
  },
  returns: {
    label: { vi: 'Lượt trả bổ sung', en: 'Returns' },
    source: {
      vi: 'Số lần trả để bổ sung trong kỳ; một hồ sơ có thể trả nhiều lần.',
      en: 'How often dossiers were returned in the period; one may be returned several times.',
    },
  },
  returnedNominations: {
    label: { vi: 'Hồ sơ bị trả bổ sung', en: 'Nominations returned' },
    source: {
      vi: 'Số hồ sơ có ít nhất một lần trả trong kỳ.',
      en: 'Nominations returned at least once in the period.',
    },
  },
  refused: {
    label: { vi: 'Không khen thưởng', en: 'Refused' },
    source: {
      vi: 'Cấp có thẩm quyền quyết định không khen thưởng trong kỳ, theo lý do đã mã hóa.',
      en: 'Refused by the authority in the period, by coded ground.',
    },
  },
  notSelected: {
    label: { vi: 'Không được chọn', en: 'Not selected' },
    source: {
      vi: 'Không được bộ phận phụ trách chọn hoặc Hội đồng không đề nghị, trong kỳ.',
      en: 'Not selected by the body in charge or not recommended by the council, in the period.',
    },
  },
  expired: {
    label: { vi: 'Hết hạn', en: 'Expired' },
    source: {
      vi: 'Hết thời hạn nộp hoặc bổ sung trong kỳ.',
      en: 'The time to submit or supplement ended in the period.',
    },
  },
  withdrawn: {
    label: { vi: 'Đã rút', en: 'Withdrawn' },
    source: {
      vi: 'Đơn vị rút trong kỳ và đến cuối kỳ chưa khôi phục.',
      en: 'Withdrawn in the period and not revived by its end.',
    },
  },
  cancelled: {
    label: { vi: 'Hủy theo đợt', en: 'Cancelled' },
    source: { vi: 'Hủy cùng với đợt thi đua trong kỳ.', en: 'Cancelled with their round in the period.' },
  },
  awarded: {
    label: { vi: 'Có quyết định khen thưởng', en: 'Awarded' },
    source: {
      vi: 'Có số và ngày quyết định khen thưởng ghi nhận trong kỳ.',
      en: 'A decision with number and date was recorded in the period.',
    },
  },
  awardedToDate: {
    label: { vi: 'Khen thưởng lũy kế', en: 'Awarded to date' },
    source: {
      vi: 'Có quyết định khen thưởng từ đầu chương trình đến cuối kỳ; dùng để so với số lượng xét.',
      en: 'Awarded from the programme’s beginning to the period’s end; compared with the quota.',
    },
  },
  published: {
    label: { vi: 'Đã công bố', en: 'Published' },
    source: { vi: 'Kết quả được công bố trong kỳ.', en: 'Results published in the period.' },
  },
  directReceived: {
    label: { vi: 'Tiếp nhận: lao động trực tiếp', en: 'Received: direct workers' },
    source: {
      vi: 'Cá nhân ghi là người lao động trực tiếp trong hồ sơ hoặc danh bạ.',
      en: 'Individuals marked as direct workers in the dossier or the directory.',
    },
  },
  directAwarded: {
    label: { vi: 'Khen thưởng: lao động trực tiếp', en: 'Awarded: direct workers' },
    source: {
      vi: 'Như trên, trong số có quyết định khen thưởng trong kỳ.',
      en: 'The same, among those awarded in the period.',
    },
  },
  adHocReceived: {
    label: { vi: 'Tiếp nhận: đột xuất', en: 'Received: ad hoc' },
    source: {
      vi: 'Hồ sơ theo thủ tục đơn giản (Điều 40 Nghị định số 98/2023/NĐ-CP).',
      en: 'Nominations on the simplified procedure (Article 40 of Decree No. 98/2023/NĐ-CP).',
    },
  },
  adHocAwarded: {
    label: { vi: 'Khen thưởng: đột xuất', en: 'Awarded: ad hoc' },
    source: {
      vi: 'Như trên, trong số có quyết định khen thưởng trong kỳ.',
      en: 'The same, among those awarded in the period.',
    },
  },
  late: {
    label: { vi: 'Việc làm trễ được chấp nhận', en: 'Acts accepted late' },
    source: {
      vi: 'Việc thực hiện sau thời hạn, trong thời gian ân hạn.',
      en: 'Acts after the due time, within a soft grace time.',
    },
  },
  escalations: {
    label: { vi: 'Lượt báo lên cấp trên', en: 'Escalations' },
    source: {
      vi: 'Số lần việc quá hạn được báo lên cấp trên để đôn đốc.',
      en: 'How often an overdue matter went up the chain of escalation.',
    },
  },
} as const satisfies Record<string, { label: Text; source: Text }>;

/** How far the movement reached its units, at the end of the period. */
export const coverageTexts = {
  units: { vi: 'Đơn vị được phát động', en: 'Units launched to' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  takingPart: { vi: 'Tham gia', en: 'Taking part' },
  registering: { vi: 'Đơn vị đăng ký', en: 'Units registering' },
  registrations: { vi: 'Lượt đăng ký', en: 'Registrations' },
  signing: { vi: 'Đơn vị ký giao ước', en: 'Units with covenants' },
  covenants: { vi: 'Giao ước', en: 'Covenants' },
  nominating: { vi: 'Đơn vị có đề nghị', en: 'Units nominating' },
} as const satisfies Record<string, Text>;
