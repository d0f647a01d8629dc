import type { ChangeRequest, ChangeSpec } from '../../../contract/changeSpec.ts';
import { quoted } from '../../core/quoted.ts';

/** Gives the command line that applies exactly what was previewed, to be copied. */
export function applyCommand(
  command: string,
  { spec, as, reason, holdNotices }: ChangeRequest,
  by: string,
  of: { hash: string } | { file: string },
): string {
  if ('file' in of) return `npx vinhdanh ${command} --preview ${quoted(of.file)} --as ${by}`;
  const words = [
    `npx vinhdanh ${command}`,
    ...wordsOf(spec),
    `--reason ${quoted(reason)}`,
    ...(holdNotices ? ['--hold-notices'] : []),
    `--as ${by} --role ${as}`,
    `--hash ${of.hash}`,
  ];
  return words.join(' ');
}

function wordsOf(spec: ChangeSpec): string[] {
  if (spec.kind === 'calendar') return ['--calendar', `--programme ${spec.scope.programmeId}`];
  if (spec.kind !== 'deadline') return [quoted(spec.scope.roundId)];
  const { scope, to } = spec;
  const scoped =
    'nominationId' in scope
      ? [`--nomination ${scope.nominationId}`]
      : 'programmeId' in scope
        ? [`--programme ${scope.programmeId}`]
        : [
            `--round ${quoted(scope.roundId)}`,
            ...(scope.unitId === undefined ? [] : [`--unit ${scope.unitId}`]),
            ...(scope.personId === undefined ? [] : [`--person ${scope.personId}`]),
          ];
  const due =
    'on' in to ? [`--to ${to.on}`] : [`--add-days=${to.addDays}`, ...(to.counting === 'working' ? ['--working'] : [])];
  return [...scoped, `--deadline ${spec.deadline}`, ...due];
}
