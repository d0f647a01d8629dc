import { expect, test } from 'vitest';
import { mailOf } from '../../../activities/notify/message.ts';
import type { NoticeValues } from '../../../contract/texts/notices/shape.ts';
import type { OutboxRow } from '../../../store/outbox.ts';

const row = {
  id: '1',
  subjectId: 'progress/vps.reviewer',
  revision: 1,
  template: 'progress.nudge',
  recipientName: 'Nguyễn Thị Hoa',
  address: 'hoa@syt.example',
  locale: 'vi',
  messageId: '<1@vinhdanh.invalid>',
} as unknown as OutboxRow;
const headersOf = (values: NoticeValues) => mailOf(row, values, 'no-reply@vd.invalid').headers;

test('a mail names a nomination in its headers only where it is about one', () => {
  expect(headersOf({})).toMatchObject({ 'X-Vinhdanh-Nomination': 'progress/vps.reviewer' });
  for (const about of ['person', 'report', 'round'] as const)
    expect(headersOf({ about })).not.toHaveProperty('X-Vinhdanh-Nomination');
  expect(headersOf({ about: 'round' })).toMatchObject({ 'X-Vinhdanh-Round': 'progress/vps.reviewer' });
});
