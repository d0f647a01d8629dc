/** What a diagram can be written as. */
export const diagramFormats = ['mermaid', 'svg'] as const;
export type DiagramFormat = (typeof diagramFormats)[number];
