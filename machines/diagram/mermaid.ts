import type { StateName } from '../../contract/states.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { model } from '../model.ts';
import type { Position } from './graph.ts';
import { arrows, classOf, outside } from './graph.ts';
import { cancelNote, groupText, lateNote } from './words.ts';

/** Colours of the classes; the same meaning as in the SVG. */
const classes = [
  'classDef current fill:#0b5cad,color:#ffffff,stroke:#063a70,stroke-width:3px',
  'classDef taken fill:#d6e6f7,color:#12283f,stroke:#0b5cad',
  'classDef next fill:#fff4d6,color:#3d2c00,stroke:#b07d00',
];

/** Gives the machine as Mermaid `stateDiagram-v2` text; with a position, where one nomination is, was and may go. */
export function toMermaid(locale: Locale, position: Position | null = null): string {
  const declare = (state: StateName, indent: string) => `${indent}state "${stateTexts[state][locale]}" as ${state}`;
  const lines = [
    'stateDiagram-v2',
    '  direction LR',
    ...outside.map((state) => declare(state, '  ')),
    `  state "${groupText[locale]}" as inProgress {`,
    ...model.groups.inProgress.map((state) => declare(state, '    ')),
    '  }',
    '  [*] --> draft',
    ...arrows.map(({ from, to, types, kind }) => {
      const label = types.map((type) => transitionTexts[type][locale]).join(' / ');
      return `  ${from} --> ${to} : ${kind === 'deadline' ? '⏱ ' : ''}${label}`;
    }),
    ...stateNames.filter(isTerminal).map((state) => `  ${state} --> [*]`),
    '  note right of inProgress',
    `    ${lateNote[locale]}`,
    `    ${cancelNote[locale]}`,
    '  end note',
    ...classes.map((line) => `  ${line}`),
  ];
  for (const name of ['current', 'taken', 'next'] as const) {
    const states = stateNames.filter((state) => classOf(state, position) === name);
    if (states.length > 0) lines.push(`  class ${states.join(',')} ${name}`);
  }
  return `${lines.join('\n')}\n`;
}
