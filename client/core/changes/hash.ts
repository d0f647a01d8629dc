import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, Moved } from '../../../contract/changes.ts';

/**
 * Gives the SHA-256 (hex) that names a preview: the proposal, who makes it, and everything it would touch and leave. The
 * instant of the preview is not in it. Clocks that go on after a suspension go on from the instant of the resumption, so
 * there the hash says that they go on, not until when; what is left of each hangs on the revision, which is in it.
 */
export function previewHash(
  request: ChangeRequest,
  by: string,
  { subjects, untouched }: Pick<ChangePreview, 'subjects' | 'untouched'>,
): string {
  const lasting = request.spec.kind === 'resume' ? subjects.map(withoutInstants) : subjects;
  return createHash('sha256')
    .update(canonicalJson({ ...request, by, subjects: lasting, untouched }))
    .digest('hex');
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
