import type { NoticeTexts } from './shape.ts';

const nothingToDo = {
  vi: 'Ông/Bà không phải thực hiện việc gì; thông tin để theo dõi phong trào.',
  en: 'You have nothing to do; this is to keep you informed.',
} as const;

/** Notices of the launch, of what the units do about it, and of its end. */
export const launchNotices = {
  'round.open': {
    subject: {
      vi: 'Phát động phong trào “{movementTitle}” ({phaseName})',
      en: 'Movement launched: “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Phong trào “{movementTitle}” ({phaseName}) thuộc chương trình “{programmeTitle}” được phát động. Nhận đề nghị khen thưởng từ ngày {windowFrom} đến hết ngày {windowTo}; hình thức khen thưởng: {awardForm}.',
        en: 'The movement “{movementTitle}” ({phaseName}) of the programme “{programmeTitle}” is launched. Nominations from {windowFrom} to the end of {windowTo}; form of award: {awardForm}.',
      },
      { vi: 'Tiêu chí xét khen thưởng:', en: 'Criteria:' },
      { vi: '{criteria}', en: '{criteria}' },
      {
        vi: 'Mỗi đơn vị đề nghị tối đa {mostCollective} tập thể.',
        en: 'Collectives that one unit may nominate, at most: {mostCollective}.',
        when: 'mostCollective',
      },
      {
        vi: 'Mỗi đơn vị đề nghị tối đa {mostIndividual} cá nhân.',
        en: 'Individuals that one unit may nominate, at most: {mostIndividual}.',
        when: 'mostIndividual',
      },
      {
        vi: 'Thời hạn trả lời việc tham gia: ngày {answerBy}.',
        en: 'Answers to the launch are due by {answerBy}.',
        when: 'answerBy',
      },
    ],
    tasks: [
      {
        of: ['units', 'unansweredUnits'],
        text: {
          vi: 'Đề nghị đơn vị trả lời việc tham gia, xây dựng kế hoạch, phát động, ký kết giao ước thi đua, đăng ký thi đua và gửi đề nghị khen thưởng trong thời gian trên.',
          en: 'Please answer the launch, plan and launch the movement in your unit, sign covenants, register, and nominate within the time above.',
        },
      },
    ],
    inform: nothingToDo,
  },
  'unit.answer': {
    subject: {
      vi: '{unitName} đã trả lời: phong trào “{movementTitle}”',
      en: '{unitName} has answered: movement “{movementTitle}”',
    },
    body: [
      {
        vi: '{unitName} đã trả lời việc tham gia phong trào “{movementTitle}” ({phaseName}): {takesPart}.',
        en: '{unitName} has answered the launch of the movement “{movementTitle}” ({phaseName}): {takesPart}.',
      },
    ],
    tasks: [],
    inform: nothingToDo,
  },
  'unit.register': {
    subject: {
      vi: '{unitName} đã đăng ký thi đua: phong trào “{movementTitle}”',
      en: '{unitName} has registered: movement “{movementTitle}”',
    },
    body: [
      {
        vi: '{unitName} đã đăng ký thi đua trong phong trào “{movementTitle}” ({phaseName}); số cá nhân, tập thể đăng ký lần này: {nominees}.',
        en: '{unitName} has registered in the movement “{movementTitle}” ({phaseName}); individuals and collectives registered this time: {nominees}.',
      },
    ],
    tasks: [],
    inform: nothingToDo,
  },
  'unit.signCovenant': {
    subject: {
      vi: '{unitName} đã ký kết giao ước thi đua: phong trào “{movementTitle}”',
      en: '{unitName} has signed a covenant: movement “{movementTitle}”',
    },
    body: [
      {
        vi: '{unitName} đã ghi nhận việc ký kết giao ước thi đua trong phong trào “{movementTitle}” ({phaseName}). Các bên ký kết:',
        en: '{unitName} has recorded an emulation covenant in the movement “{movementTitle}” ({phaseName}). Its parties:',
      },
      { vi: '{parties}', en: '{parties}' },
    ],
    tasks: [],
    inform: nothingToDo,
  },
  'round.closing': {
    subject: {
      vi: 'Hết thời gian nhận đề nghị: phong trào “{movementTitle}” ({phaseName})',
      en: 'Nominations closed: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Thời gian nhận đề nghị khen thưởng của phong trào “{movementTitle}” ({phaseName}) đã kết thúc. Tình trạng hiện nay: {state}.',
        en: 'The movement “{movementTitle}” ({phaseName}) no longer takes nominations. It now stands at: {state}.',
      },
    ],
    tasks: [
      {
        of: ['bodyInCharge', 'currentOwner'],
        text: {
          vi: 'Đề nghị bộ phận phụ trách xem xét các hồ sơ đã nhận và xét chọn, đề cử chậm nhất ngày {dueAt}.',
          en: 'Please consider the nominations received and make the selection by {dueAt}.',
        },
      },
    ],
    inform: {
      vi: 'Hồ sơ đã gửi tiếp tục được xem xét; đơn vị được thông báo kết quả từng hồ sơ.',
      en: 'Nominations already submitted go on; the unit is told the result of each.',
    },
  },
} as const satisfies NoticeTexts<
  'round.open' | 'unit.answer' | 'unit.register' | 'unit.signCovenant' | 'round.closing'
>;
