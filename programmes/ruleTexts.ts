import type { Text } from '../contract/texts/text.ts';

/** What can make no sense in the rule of a deadline, in a definition as in a submitted plan. `{…}` is filled from its values. */
export const ruleTexts = {
  DEADLINE_EMPTY: { vi: 'thời hạn phải có on hoặc withinDays', en: 'a deadline needs on or withinDays' },
  DEADLINE_EARLY: {
    vi: 'thời hạn “{name}” ({on}) trước khi hết thời gian nhận đề nghị ({draft})',
    en: 'deadline "{name}" ({on}) falls before the draft may end ({draft})',
  },
  RULE_WITHOUT_COUNT: {
    vi: '“{key}” chỉ có nghĩa khi có withinDays',
    en: '"{key}" means something only with withinDays',
  },
  RULE_ROLLS_WORKING: {
    vi: 'đếm ngày làm việc thì ngày cuối không rơi vào ngày nghỉ, không dùng rollForward',
    en: 'a count of working days never ends on a rest day, so rollForward has nothing to move',
  },
  RULE_ENDS_BEFORE_IT_BEGINS: {
    vi: 'đếm một ngày kể cả ngày đầu, hết lúc {hour} giờ: phải có cutOffHour từ {hour} trở xuống',
    en: 'one day, the first counted, ends at {hour}:00: it needs a cutOffHour of {hour} or less',
  },
  GRACE_NONE: { vi: 'thời hạn “{name}” không thể có thời gian ân hạn', en: 'deadline "{name}" cannot have a grace' },
  GRACE_HARD: {
    vi: 'quá thời hạn “{name}” thì chỉ báo lên cấp trên, nên ân hạn không thể là hard',
    en: 'being late for "{name}" only escalates, so its grace cannot be hard',
  },
  RULE_PAUSES_NOT: {
    vi: 'chỉ thời hạn “review” dừng lại khi trả hồ sơ, “{name}” thì không',
    en: 'only "review" stands still while a dossier is returned, not "{name}"',
  },
  REMINDERS_UNORDERED: {
    vi: 'các lần nhắc phải giảm dần, không lặp; sai ở {days}',
    en: 'reminders must go down without repeating; wrong at {days}',
  },
  REMINDERS_EARLY: {
    vi: 'nhắc trước {days} ngày là trước khi bắt đầu đếm {withinDays} ngày',
    en: 'a reminder {days} days before falls before the {withinDays} days begin',
  },
} as const satisfies Record<string, Text>;
