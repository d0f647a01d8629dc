import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import elk from 'elkjs/lib/elk.bundled.js';
import type { StateName } from '../../contract/states.ts';
import { stateNames } from '../../contract/states.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { model } from '../model.ts';
import type { Place } from './graph.ts';
import { arrows, outside } from './graph.ts';
import type { Box, Layout } from './layout.ts';
import { boxWidth, labelChars, lineHeight, locales, nameChars, tenth, wrap } from './words.ts';

/**
 * Build time only: elkjs is a development dependency and never in the product. Its types describe an ES module, but it
 * is CommonJS: what is imported as default is its constructor.
 */
const Elk = elk as unknown as new () => ELK;

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.spacing.nodeNodeBetweenLayers': '46',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.spacing.edgeLabel': '4',
};

/** Gives the layout of the machine's picture, the same on every run. */
export async function computeLayout(): Promise<Layout> {
  // A synthetic root around everything: ELK throws on an edge of the root itself.
  const input: ElkNode = {
    id: 'root',
    layoutOptions: options,
    children: [{ id: 'start', width: 14, height: 14 }, ...tree()],
    edges: [{ id: 'start-draft', sources: ['start'], targets: ['draft'] }, ...arrows.map(edge)],
  };
  const root = await new Elk().layout(input);
  const boxes = new Map<string, Box>();
  collect(root, boxes);
  const start = boxes.get('start') ?? { x: 0, y: 0, width: 0, height: 0 };
  boxes.delete('start');
  boxes.delete('root');
  return {
    width: tenth(root.width),
    height: tenth(root.height),
    boxes: Object.fromEntries(boxes) as Record<Place, Box>,
    start,
    arrows: (root.edges ?? []).map(drawn),
  };
}

function tree(): ElkNode[] {
  const group: ElkNode = {
    id: 'inProgress',
    children: model.groups.inProgress.map(node),
    layoutOptions: { 'elk.padding': '[top=38,left=22,bottom=22,right=22]' },
  };
  const [draft, ...rest] = outside.map(node);
  return [...(draft ? [draft] : []), group, ...rest];
}

function node(state: StateName): ElkNode {
  const lines = Math.max(...locales.map((locale) => wrap(stateTexts[state][locale], nameChars).length));
  return { id: state, width: boxWidth, height: 22 + lines * lineHeight };
}

function edge({ id, from, to, types }: (typeof arrows)[number]): ElkExtendedEdge {
  const size = locales.map((locale) => {
    const lines = types.flatMap((type) => wrap(transitionTexts[type][locale], labelChars));
    return { width: Math.max(...lines.map((line) => line.length)) * 6.2 + 8, height: lines.length * 14 + 4 };
  });
  const label = {
    text: id,
    width: Math.max(...size.map((each) => each.width)),
    height: Math.max(...size.map((each) => each.height)),
  };
  const [source, target] = isBackward({ from, to }) ? [to, from] : [from, to];
  return { id, sources: [source], targets: [target], labels: [label] };
}

/**
 * Whether the arrow goes against the road. ELK gets such arrows turned round (and they are turned back when drawn), for
 * left to itself it breaks the cycles where it likes and puts the council above the department.
 */
function isBackward({ from, to }: { from: Place; to: Place }): boolean {
  const rank = (place: Place) => stateNames.indexOf(place === 'inProgress' ? 'departmentReview' : place);
  return rank(from) > rank(to);
}

function collect(at: ElkNode, into: Map<string, Box>): void {
  into.set(at.id, boxOf(at));
  for (const child of at.children ?? []) collect(child, into);
}

function boxOf({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
}: {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}): Box {
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}

function drawn({ id, sections, labels }: ElkExtendedEdge): Layout['arrows'][number] {
  const points = (sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const arrow = arrows.find((each) => each.id === id);
  if (arrow && isBackward(arrow)) points.reverse();
  return { id, points: points.map(({ x, y }) => [tenth(x), tenth(y)]), label: labels?.[0] ? boxOf(labels[0]) : null };
}
