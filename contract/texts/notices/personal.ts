import type { NoticeTexts } from './shape.ts';

const provisional = {
  vi: 'Lưu ý: ngày nghỉ năm {provisionalYear} chưa có thông báo; thời hạn này là tạm tính và có thể thay đổi khi có thông báo.',
  en: 'Note: the days off of {provisionalYear} have not been announced yet; this date is provisional and may move when they are.',
  when: 'provisionalYear',
} as const;

const timeLeft = {
  vi: 'Số ngày còn lại, kể cả ngày nghỉ: {daysLeft}.',
  en: 'Calendar days left: {daysLeft}.',
  when: 'daysLeft',
} as const;

const stillOwned = {
  vi: 'Nếu việc đã được thực hiện, đề nghị bỏ qua thông báo này. Nếu không thể thực hiện đúng hạn, đề nghị báo cáo sớm người có thẩm quyền để xem xét gia hạn.',
  en: 'If it has been done, please disregard this. If it cannot be done in time, please ask whoever may extend it, early.',
} as const;

/** Notices that follow from no act on their subject: reminders, nudges, reports. */
export const personalNotices = {
  'deadline.remind': {
    subject: {
      vi: 'Nhắc việc, hạn ngày {dueAt}: {nomineeName} – {state}',
      en: 'Reminder, due {dueAt}: {nomineeName} – {state}',
    },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) trong phong trào “{movementTitle}” đang chờ xử lý ở bước “{state}”, hạn ngày {dueAt}.',
        en: 'The nomination of {nomineeName} ({unitName}) in the movement “{movementTitle}” waits at “{state}” and is due on {dueAt}.',
      },
      timeLeft,
      provisional,
    ],
    tasks: [
      {
        of: ['submittingUnit', 'unitHead'],
        text: {
          vi: 'Đề nghị đơn vị hoàn thành và gửi hồ sơ trước thời hạn trên. Quá thời hạn, hồ sơ chưa hoàn thành sẽ hết hiệu lực.',
          en: 'Please complete and submit the dossier before then. What is not complete by the deadline expires.',
        },
      },
      {
        of: ['currentOwner', 'bodyInCharge', 'appraisingDivisions', 'standingBody', 'approvingAuthority', 'nextTier'],
        text: {
          vi: 'Đề nghị Ông/Bà xử lý hồ sơ trước thời hạn trên; quá hạn, việc này được báo cáo lên cấp trên.',
          en: 'Please handle the nomination before then; once overdue it is reported upward.',
        },
      },
    ],
    inform: stillOwned,
    ofRound: {
      subject: {
        vi: 'Nhắc việc, hạn ngày {dueAt}: phong trào “{movementTitle}” ({phaseName})',
        en: 'Reminder, due {dueAt}: movement “{movementTitle}” ({phaseName})',
      },
      body: [
        {
          vi: 'Phong trào “{movementTitle}” ({phaseName}) có việc đang chờ: {deadlineName}, ngày {dueAt}.',
          en: 'Something waits in the movement “{movementTitle}” ({phaseName}): {deadlineName}, {dueAt}.',
        },
        timeLeft,
        provisional,
      ],
      tasks: [
        {
          of: ['units', 'unansweredUnits'],
          text: {
            vi: 'Đề nghị đơn vị thực hiện phần việc của mình trước thời hạn trên.',
            en: 'Please do your unit’s part before then.',
          },
        },
        {
          of: ['currentOwner', 'bodyInCharge', 'standingBody', 'approvingAuthority', 'nextTier'],
          text: {
            vi: 'Đề nghị Ông/Bà thực hiện trước thời hạn trên; quá hạn, việc này được báo cáo lên cấp trên.',
            en: 'Please do it before then; once overdue it is reported upward.',
          },
        },
      ],
      inform: stillOwned,
    },
  },
  'progress.nudge': {
    subject: { vi: 'Đề nghị xử lý công việc đang chờ', en: 'Matters waiting for you' },
    body: [
      {
        vi: '{actorName} đề nghị Ông/Bà quan tâm xử lý các hồ sơ, công việc đang chờ.',
        en: '{actorName} asks you to see to the matters that wait for you.',
      },
      { vi: 'Số việc đang chờ: {waiting}.', en: 'Matters waiting: {waiting}.', when: 'waiting' },
      { vi: '{matters}', en: '{matters}', when: 'matters' },
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị Ông/Bà xử lý theo thứ tự thời hạn; việc đến hạn sớm nhất: ngày {dueAt}.',
          en: 'Please handle them in the order they are due; the earliest is due on {dueAt}.',
        },
      },
    ],
  },
  'report.ready': {
    subject: {
      vi: 'Đã có {reportKind}: {programmeTitle}, kỳ ngày {dueAt}',
      en: 'The {reportKind} is ready: {programmeTitle}, {dueAt}',
    },
    body: [
      {
        vi: 'Phần mềm đã lập {reportKind} của chương trình “{programmeTitle}”, kỳ báo cáo ngày {dueAt}, gửi {unitName}.',
        en: 'The {reportKind} of the programme “{programmeTitle}”, due on {dueAt}, has been compiled for {unitName}.',
      },
      {
        vi: 'Hiện chưa có người của {forwardTo} trên phần mềm: đề nghị Ông/Bà gửi báo cáo đến {forwardTo} theo đường công văn.',
        en: 'Nobody of {forwardTo} can be reached by the software: please send the report on to {forwardTo} by official letter.',
        when: 'forwardTo',
      },
    ],
    tasks: [],
    inform: {
      vi: 'Kính gửi Ông/Bà xem và sử dụng số liệu; số liệu được lập từ sổ hồ sơ tại thời điểm báo cáo.',
      en: 'The report is for your use; its figures were taken from the record when it was compiled.',
    },
  },
} as const satisfies NoticeTexts<'deadline.remind' | 'progress.nudge' | 'report.ready'>;
