import type { NoticeProblem } from '../../contract/texts/noticeProblems.ts';
import { noticeProblemTexts } from '../../contract/texts/noticeProblems.ts';
import type { Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';

/** Thrown when a request about notices cannot be taken up: says what is wrong and what to do; nothing was changed. */
export class NoticeError extends Error {
  readonly code: NoticeProblem;
  readonly text: Text;
  readonly values: Record<string, string>;

  constructor(code: NoticeProblem, values: Record<string, string> = {}) {
    const text = noticeProblemTexts[code];
    super(say(text, 'en', values));
    this.name = 'NoticeError';
    this.code = code;
    this.text = text;
    this.values = values;
  }
}
