/** Measures of the picture, in pixels; readable at its own width. */
export const chart = {
  width: 1200,
  left: 340,
  right: 1064,
  top: 112,
  row: 38,
  heading: 24,
  bar: 18,
  labelChars: 46,
} as const;

/** Plain colours, which every renderer knows. What differs by colour also differs by its line or filling. */
export const style = `
.gt{font:12.5px system-ui,"Segoe UI","DejaVu Sans",sans-serif}
.gt text{fill:#1c2733}
.gt .paper{fill:#fff}
.gt .title{font-size:16px;font-weight:600}
.gt .span,.gt .tick{font-size:11.5px;fill:#44525f}
.gt .yearname{font-weight:600}
.gt line.month{stroke:#dfe5ea}
.gt line.year{stroke:#9fadba}
.gt line.rule{stroke:#eef1f4}
.gt line.launched{stroke:#6b7a89;stroke-width:3;stroke-dasharray:1 4}
.gt .heading rect{fill:#e7eef6}
.gt .heading text{font-weight:600}
.gt .phases .name,.gt .reports .name{font-weight:600}
.gt .bar rect,.gt .bar path{stroke-width:1.2}
.gt .bar text{font-size:11px}
.gt .done rect,.gt .done path{fill:#2f6ea8;stroke:#0b4a86}
.gt .done text{fill:#fff}
.gt .running rect,.gt .running path{fill:#fff4d6;stroke:#8a6100;stroke-width:2.4}
.gt .running text{font-weight:700}
.gt .late rect,.gt .late path{fill:url(#gt-late);stroke:#a3161d;stroke-width:2.4}
.gt .late .plate{fill:#fff;stroke:none}
.gt .late text{fill:#8c0f16;font-weight:700}
.gt .coming rect,.gt .coming path{fill:#fff;stroke:#6b7a89;stroke-dasharray:4 2}
.gt .unknown rect,.gt .unknown path{fill:#eceff2;stroke:#b3bdc7}
.gt .unknown text{fill:#44525f}
.gt .halted .bar{opacity:.45}
.gt .status{font-size:12px}
.gt .status.late{fill:#8c0f16;font-weight:700}
.gt .today{stroke:#a3161d;stroke-width:1.6;stroke-dasharray:7 4}
.gt .todayname{fill:#8c0f16;font-weight:600}
.gt .note{font-size:11.5px;font-style:italic}
`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Gives the text with the characters XML gives a meaning to escaped. */
export const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Gives a coordinate to a tenth of a pixel: finer would only lengthen the file. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Gives the text, cut between words with an ellipsis when it is longer than `most` characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const at = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, at > most / 2 ? at : most - 1)}…`;
}
