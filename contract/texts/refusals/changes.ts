import type { RefusalText } from './shape.ts';

/** Refusals of a change of deadlines, of the calendar or of a whole round. */
export const changeRefusalTexts = {
  NOTHING_TO_CHANGE: {
    message: {
      vi: 'Điều chỉnh này không làm thay đổi gì: thời hạn, quy định hoặc tình trạng đã đúng như vậy.',
      en: 'This would change nothing: the deadline, the rule or the standing is already so.',
    },
    lift: {
      vi: 'Xem trước để biết tình hình hiện nay, rồi chọn nội dung điều chỉnh khác nếu cần.',
      en: 'Preview the change to see how things stand, and propose something else if needed.',
    },
  },
  DUE_NOT_AHEAD: {
    message: {
      vi: 'Thời hạn mới ({dueAt}) không ở sau thời điểm hiện tại, hoặc không ở sau thời điểm thời hạn bị tạm dừng.',
      en: 'The new due time ({dueAt}) does not lie ahead: it must come after now, or after the instant at which a paused clock stands.',
    },
    lift: {
      vi: 'Người điều chỉnh chọn ngày muộn hơn; không ai được đặt thời hạn đã qua.',
      en: 'Whoever makes the change chooses a later day; nobody can set a deadline that is already past.',
    },
  },
  UNIT_WINDOW_KEPT: {
    message: {
      vi: '{unit} có hạn riêng đến {dueAt}; điều chỉnh chung không thay đổi hạn riêng này.',
      en: '{unit} has a due time of its own, {dueAt}, which a change for everybody leaves as it is.',
    },
    lift: {
      vi: 'Muốn thay đổi, điều chỉnh riêng cho đơn vị này.',
      en: 'To move it, make a change for this unit.',
    },
  },
  DAY_TOO_EARLY: {
    message: {
      vi: 'Ngày nêu ra không làm thay đổi gì: tính theo quy định, bước này sớm nhất đến {dueAt} mới hết hạn, và thời điểm muộn hơn được áp dụng.',
      en: 'The day named would change nothing: by its rule the stage is due at {dueAt} at the earliest, and the later of the two holds.',
    },
    lift: {
      vi: 'Chọn ngày muộn hơn, hoặc điều chỉnh số ngày.',
      en: 'Choose a later day, or change the number of days.',
    },
  },
  RULE_INCOMPLETE: {
    message: {
      vi: 'Quy định mới có bước không xác định được thời hạn: thiếu ngày, thiếu số ngày, hoặc thiếu lịch ngày làm việc.',
      en: 'The new rules give some stage no due time: a day, a number of days, or the working-day calendar is missing.',
    },
    lift: {
      vi: 'Người điều chỉnh bổ sung ngày hoặc số ngày cho từng bước, hoặc công bố lịch ngày làm việc.',
      en: 'Whoever makes the change adds a day or a number of days for each stage, or the working-day calendar.',
    },
  },
} as const satisfies Record<string, RefusalText>;
