import type { Locale } from '../../contract/texts/text.ts';
import type { Position } from './graph.ts';
import layout from './layout.json' with { type: 'json' };
import { toSvg } from './svg.ts';

export { pathTaken } from './graph.ts';
export { toMermaid } from './mermaid.ts';
export { rolesTable } from './roles.ts';
export type { Position };

/** Gives the nomination's diagram as SVG, from the layout computed at build time. */
export function nominationSvg(locale: Locale, position: Position | null = null): string {
  return toSvg(layout, locale, position);
}
