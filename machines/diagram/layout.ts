import type { Place } from './graph.ts';

export type Box = { x: number; y: number; width: number; height: number };

/** Where everything is drawn. Computed at build time (`build.ts`), so that no layout engine is in the product. */
export type Layout = {
  width: number;
  height: number;
  boxes: Record<Place, Box>;
  start: Box;
  /** Points are [x, y]. */
  arrows: { id: string; points: number[][]; label: Box | null }[];
};
