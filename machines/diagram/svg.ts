import type { StateName } from '../../contract/states.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import type { Arrow, Position } from './graph.ts';
import { arrows, classOf, isNext, isTaken } from './graph.ts';
import type { Box, Layout } from './layout.ts';
import {
  cancelNote,
  diagramTitle,
  groupText,
  labelChars,
  lateNote,
  lineHeight,
  nameChars,
  tenth,
  wrap,
} from './words.ts';

/** Plain colours, which every renderer knows; a page may restyle the classes. What differs by colour also differs by its line. */
const style = `
.nd{font:13px system-ui,"Segoe UI","DejaVu Sans",sans-serif}
.nd text,.nd circle{fill:#1c2733}
.nd .state rect{fill:#fff;stroke:#6b7a89;stroke-width:1.2}
.nd .state.end rect{stroke-width:3}
.nd .state.taken rect{fill:#d6e6f7;stroke:#0b5cad}
.nd .state.next rect{fill:#fff4d6;stroke:#b07d00;stroke-dasharray:5 3}
.nd .state.current rect{fill:#0b5cad;stroke:#063a70;stroke-width:3}
.nd .state.current text{fill:#fff;font-weight:600}
.nd .group rect{fill:#f4f6f8;stroke:#6b7a89;stroke-dasharray:2 3}
.nd .group text{font-weight:600}
.nd .arrow path{fill:none;stroke:#6b7a89;stroke-width:1.2}
.nd .arrow text{font-size:11px}
.nd .arrow .plate{fill:#fff;fill-opacity:.85}
.nd .arrow.deadline path{stroke-dasharray:6 4}
.nd .arrow.change path{stroke-dasharray:1 4}
.nd .arrow.taken path{stroke:#0b5cad;stroke-width:2.4}
.nd .arrow.next path{stroke:#b07d00;stroke-width:2}
.nd .arrow.next text{font-weight:600}
.nd .note{font-size:12px;font-style:italic}
`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Gives the machine as an SVG picture; with a position, where one nomination is, was and may go next. */
export function toSvg(layout: Layout, locale: Locale, position: Position | null = null): string {
  const { width, height } = { width: layout.width + 24, height: layout.height + 62 };
  const title = xml(diagramTitle[locale] + (position ? `: ${stateTexts[position.current][locale]}` : ''));
  const start = layout.start;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="nd" role="img" aria-label="${title}" viewBox="-12 -8 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${title}</title><style>${style}</style>`,
    marker('end', '#6b7a89'),
    marker('end-taken', '#0b5cad'),
    marker('end-next', '#b07d00'),
    group(layout.boxes.inProgress, groupText[locale]),
    `<circle cx="${start.x + start.width / 2}" cy="${start.y + start.height / 2}" r="7"/>`,
    ...layout.arrows.map((drawn) => arrow(drawn, locale, position)),
    ...stateNames.map((state) => box(state, layout.boxes[state], locale, position)),
    `<text class="note" x="0" y="${layout.height + 24}">${xml(lateNote[locale])}</text>`,
    `<text class="note" x="0" y="${layout.height + 42}">${xml(cancelNote[locale])}</text>`,
    '</svg>\n',
  ].join('\n');
}

function marker(id: string, colour: string): string {
  return `<marker id="nd-${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:${colour}"/></marker>`;
}

function group(at: Box, name: string): string {
  return `<g class="group"><rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="10"/><text x="${at.x + 14}" y="${at.y + 22}">${xml(name)}</text></g>`;
}

function box(state: StateName, at: Box, locale: Locale, position: Position | null): string {
  const classes = ['state', isTerminal(state) ? 'end' : null, classOf(state, position)].filter((name) => name !== null);
  const lines = wrap(stateTexts[state][locale], nameChars);
  const first = at.y + at.height / 2 + 4.5 - ((lines.length - 1) * lineHeight) / 2;
  const current = position?.current === state ? ' aria-current="step"' : '';
  return `<g id="nd-${state}" class="${classes.join(' ')}"${current}><rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="8"/>${lines
    .map(
      (line, index) =>
        `<text x="${at.x + at.width / 2}" y="${first + index * lineHeight}" text-anchor="middle">${xml(line)}</text>`,
    )
    .join('')}</g>`;
}

function arrow(drawn: Layout['arrows'][number], locale: Locale, position: Position | null): string {
  const { id, points } = drawn;
  const found = arrows.find((each) => each.id === id);
  const look = found && position ? lookOf(found, position) : null;
  const classes = ['arrow', found && found.kind !== 'act' ? found.kind : null, look].filter((name) => name !== null);
  const path = `<path d="${rounded(points)}" marker-end="url(#nd-end${look ? `-${look}` : ''})"/>`;
  return `<g class="${classes.join(' ')}" data-arrow="${id}">${path}${found ? labelOf(found, drawn, locale) : ''}</g>`;
}

function lookOf(found: Arrow, position: Position): 'taken' | 'next' | null {
  if (isNext(found, position)) return 'next';
  return isTaken(found, position) ? 'taken' : null;
}

function labelOf(found: Arrow, { label, points }: Layout['arrows'][number], locale: Locale): string {
  if (!label) return '';
  const lines = found.types.flatMap((type) => wrap(transitionTexts[type][locale], labelChars));
  const width = tenth(Math.min(label.width, Math.max(...lines.map((line) => line.length)) * 6.1 + 6));
  // The box is wide enough for both languages; the text keeps to the side its line is on.
  const rightward = lineX(points, label) > label.x + label.width / 2;
  const left = tenth(rightward ? label.x + label.width - width : label.x);
  const [x, anchor] = rightward ? [tenth(label.x + label.width - 3), 'end'] : [tenth(label.x + 3), 'start'];
  const plate = `<rect class="plate" x="${left}" y="${label.y}" width="${width}" height="${lines.length * 14 + 3}"/>`;
  return (
    plate +
    lines
      .map(
        (line, index) =>
          `<text x="${x}" y="${tenth(label.y + 12 + index * 14)}" text-anchor="${anchor}">${xml(line)}</text>`,
      )
      .join('')
  );
}

/** Gives where the arrow passes the label: the nearest of its points or upright lines beside it. */
function lineX(points: readonly number[][], label: Box): number {
  const middle = label.x + label.width / 2;
  const beside = points.filter(([, y = 0], index) => {
    const before = points[index - 1]?.[1] ?? y;
    return Math.min(before, y) <= label.y + label.height && Math.max(before, y) >= label.y;
  });
  const xs = (beside.length > 0 ? beside : points).map(([x = 0]) => x);
  return xs.reduce((best, x) => (Math.abs(x - middle) < Math.abs(best - middle) ? x : best), xs[0] ?? middle);
}

/** Gives the line through the points, its corners rounded. */
function rounded(points: readonly number[][]): string {
  const radius = 6;
  return points
    .map(([x = 0, y = 0], index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const near = ([px = 0, py = 0]: number[]): string => {
        const length = Math.hypot(px - x, py - y) || 1;
        const part = Math.min(radius, length / 2) / length;
        return `${tenth(x + (px - x) * part)} ${tenth(y + (py - y) * part)}`;
      };
      return `L${near(before)}Q${x} ${y} ${near(after)}`;
    })
    .join('');
}
