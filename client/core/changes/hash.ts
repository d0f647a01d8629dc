import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, Effects, Moved, UntouchedSubject } from '../../../contract/changes.ts';

type Foretold = Pick<ChangePreview, 'subjects' | 'untouched'>;

/**
 * Gives the SHA-256 (hex) that names a preview: the proposal, who makes it, and everything it would touch and leave. Neither
 * the instant of the preview is in it nor the revisions: an act that changes nothing of what was foretold leaves it valid.
 * What was changed back and is to be changed again differs by the number of earlier changes. A resumption alone is named
 * with the revisions: its clocks go on from the instant it is applied, so the hash says that they go on, not until when.
 */
export function previewHash(request: ChangeRequest, by: string, { subjects, untouched }: Foretold): string {
  return sha256({
    ...request,
    by,
    subjects: subjects.map((subject) => lasting(request, subject)),
    untouched: untouched.map(leftAlone),
  });
}

/** Gives what the preview says of each subject, touched or not, so short that two previews can be compared. */
export function effectsOf(request: ChangeRequest, { subjects, untouched }: Foretold): Effects {
  const said = (id: string, effect: unknown) => [id, sha256(effect).slice(0, 16)] as const;
  return Object.fromEntries([
    ...subjects.map((subject) => said(subject.id, lasting(request, subject))),
    ...untouched.map((left) => said(left.id, leftAlone(left))),
  ]);
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function lasting({ spec: { kind } }: ChangeRequest, subject: ChangedSubject): unknown {
  if (kind === 'resume') return withoutInstants(subject);
  const { revision: _, ...effects } = subject;
  return effects;
}

/** From when a named day would be late enough is counted from the instant of the preview. */
function leftAlone({ because, ...left }: UntouchedSubject): unknown {
  return {
    ...left,
    because: because.map(({ code, detail }) => (code === 'DAY_TOO_EARLY' ? { code } : { code, detail })),
  };
}

function withoutInstants(subject: ChangedSubject): unknown {
  const { deadlines, nominationsFrom, timer, matters, rules, ...rest } = subject;
  return {
    ...rest,
    timer: goesOn(timer),
    deadlines: deadlines.map(({ from, to, dayOff: _, ...which }) => ({ ...which, ...goesOn({ from, to }) })),
    ...(nominationsFrom ? { nominationsFrom: goesOn(nominationsFrom) } : {}),
    rules: rules.map(({ name }) => name),
    matters: matters.map(({ key, queue, level }) => ({ key, queue, level })),
  };
}

function goesOn({ from, to }: Moved): Moved<string | boolean | null> {
  return { from, to: to !== null };
}
