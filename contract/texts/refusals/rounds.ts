import type { RefusalText } from './shape.ts';

/** Refusals that come from the round a nomination belongs to, or from the round itself. */
export const roundRefusalTexts = {
  ROUND_NOT_OPEN: {
    message: {
      vi: 'Đợt thi đua không ở giai đoạn nhận đề nghị.',
      en: 'The round is not taking nominations.',
    },
    lift: {
      vi: 'Chờ phong trào được phát động; cấp phê duyệt kế hoạch quyết định thời gian nhận đề nghị.',
      en: 'Wait for the movement’s launch; the authority that approves the plan decides when nominations are taken.',
    },
  },
  ROUND_SUSPENDED: {
    message: {
      vi: 'Đợt thi đua đang tạm dừng: chưa thực hiện được việc nào, và các thời hạn ngừng tính.',
      en: 'The round is suspended: nothing can be done meanwhile, and no deadline runs.',
    },
    lift: {
      vi: 'Cấp có thẩm quyền hoặc quản trị viên cho tiếp tục đợt thi đua; thời gian còn lại được giữ nguyên.',
      en: 'The approving authority or an administrator resumes the round; the time that was left is kept.',
    },
  },
  PLAN_CHANGED: {
    message: {
      vi: 'Kế hoạch đã được trình lại, không còn là bản Ông/Bà đã xem.',
      en: 'The plan has been submitted anew: it is no longer the one you saw.',
    },
    lift: {
      vi: 'Người phê duyệt xem bản kế hoạch mới nhất rồi phê duyệt lại.',
      en: 'The approver looks at the latest plan and approves that one.',
    },
  },
  PLAN_WINDOW_REVERSED: {
    message: {
      vi: 'Các mốc thời gian không theo thứ tự: phát động {opensAt}, nhận đề nghị từ {nominationsFrom} đến {closesAt}.',
      en: 'The dates are out of order: launch {opensAt}, nominations from {nominationsFrom} to {closesAt}.',
    },
    lift: {
      vi: 'Bộ phận lập kế hoạch hoặc người điều chỉnh sửa lại các mốc thời gian.',
      en: 'Whoever draws up the plan, or makes the change, puts the dates in order.',
    },
  },
  PLAN_WINDOW_OVER: {
    message: {
      vi: 'Thời gian nhận đề nghị của kế hoạch đã hết ({closesAt}).',
      en: 'The plan’s time for nominations is already over ({closesAt}).',
    },
    lift: {
      vi: 'Bộ phận lập kế hoạch đặt lại thời gian nhận đề nghị và trình lại.',
      en: 'The body that draws up the plan sets a later end and submits it again.',
    },
  },
  OPENING_AFTER_ANSWER: {
    message: {
      vi: 'Thời điểm phát động mới ({opensAt}) không ở trước hạn trả lời của các đơn vị ({answerBy}).',
      en: 'The new opening ({opensAt}) does not come before the units are to answer ({answerBy}).',
    },
    lift: {
      vi: 'Người điều chỉnh lùi hạn trả lời của các đơn vị trước, rồi mới dời thời điểm phát động.',
      en: 'Whoever makes the change moves the units’ answer deadline first, then the opening.',
    },
  },
  UNIT_UNKNOWN: {
    message: {
      vi: '“{unit}” không thuộc các đơn vị được phát động phong trào này.',
      en: '“{unit}” is not among the units this movement is launched to.',
    },
    lift: {
      vi: 'Chọn đơn vị trong danh sách của đợt thi đua; bộ phận phụ trách quản lý danh sách này.',
      en: 'Choose a unit of the round; the body in charge keeps their list.',
    },
  },
  UNIT_NOT_TAKING_PART: {
    message: {
      vi: '“{unit}” đã trả lời không tham gia phong trào này.',
      en: '“{unit}” has answered that it takes no part in this movement.',
    },
    lift: {
      vi: 'Thủ trưởng đơn vị trả lời lại là có tham gia, khi phong trào còn nhận đề nghị.',
      en: 'The unit’s head answers anew, that it does take part, while nominations are taken.',
    },
  },
  UNIT_CAP_REACHED: {
    message: {
      vi: '“{unit}” đã có {taken} đề nghị khen thưởng {kind} trong đợt này; kế hoạch được phê duyệt cho mỗi đơn vị tối đa {most}.',
      en: '“{unit}” has {taken} nominations of this kind ({kind}) in the round; the approved plan takes {most} from a unit.',
    },
    lift: {
      vi: 'Đơn vị rút bớt một đề nghị; đề nghị đã rút không còn tính khi hết hạn khôi phục. Số tối đa do cấp phê duyệt kế hoạch quyết định.',
      en: 'The unit withdraws one; it stops counting when the time for reviving it is over. The number was set by the authority that approved the plan.',
    },
  },
  STAGE_NOT_COMPLETE: {
    message: {
      vi: 'Bước này chưa hoàn thành: còn {waiting} hồ sơ chờ giải quyết.',
      en: 'This stage is not complete: {waiting} nominations are still waiting in it.',
    },
    lift: {
      vi: 'Người đang giữ các hồ sơ đó giải quyết xong thì chuyển bước.',
      en: 'It will be, once whoever holds those nominations has dealt with them.',
    },
  },
  NOT_STALLED: {
    message: {
      vi: 'Chưa đủ điều kiện coi là “phát mà không động”: đã có đơn vị tham gia hoặc chưa hết số ngày quy định.',
      en: 'The movement does not count as stalled: somebody has acted, or the days of its rule are not over.',
    },
    lift: {
      vi: 'Chỉ cảnh báo khi hết số ngày quy định cho phong trào mà chưa đơn vị nào thực hiện.',
      en: 'The alert comes only when the days set by the movement’s definition are over and nobody has acted.',
    },
  },
} as const satisfies Record<string, RefusalText>;

/** ROUND_NOT_OPEN of a round that was cancelled: there is nothing to wait for. */
export const roundCancelled: RefusalText = {
  message: {
    vi: 'Đợt thi đua {round} đã bị hủy, không nhận đề nghị.',
    en: 'Round {round} was cancelled and takes no nominations.',
  },
  lift: {
    vi: 'Không mở lại được đợt đã hủy; chọn phong trào hoặc đợt khác.',
    en: 'A cancelled round is not opened again; choose another movement or phase.',
  },
};
