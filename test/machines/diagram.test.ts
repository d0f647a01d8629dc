import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateNames } from '../../contract/states.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { generated } from '../../machines/diagram/build.ts';
import type { Position } from '../../machines/diagram/drawing.ts';
import { nominationSvg, pathTaken, rolesTable, toMermaid } from '../../machines/diagram/drawing.ts';
import { arrows } from '../../machines/diagram/graph.ts';
import { model } from '../../machines/model.ts';

const position: Position = {
  current: 'councilReview',
  pathTaken: ['draft', 'departmentReview', 'councilReview'],
  road: 'standard',
};
const root = join(import.meta.dirname, '..', '..');

describe('diagrams', () => {
  it('are up to date: npm run diagrams', async () => {
    for (const [path, text] of Object.entries(await generated())) {
      expect(await readFile(join(root, path), 'utf8').catch(() => ''), path).toBe(text);
    }
  });

  it.each(['vi', 'en'] as const)('name every state and every act (%s)', (locale) => {
    const mermaid = toMermaid(locale);
    for (const state of stateNames) {
      expect(mermaid).toContain(`state "${stateTexts[state][locale]}" as ${state}`);
      expect(nominationSvg(locale)).toContain(`id="nd-${state}"`);
    }
    // Changes that move nothing are not drawn, nor are deadlines that only escalate.
    const drawn = model.edges.filter((edge) => edge.kind !== 'change' || edge.to === 'cancelled');
    for (const { type } of drawn) expect(mermaid).toContain(transitionTexts[type][locale]);
  });

  it('show where a nomination is, was and may go', () => {
    const mermaid = toMermaid('en', position);
    expect(mermaid).toContain('class councilReview current');
    expect(mermaid).toContain('class draft taken');
    expect(mermaid).toContain('class departmentReview,authorityDecision,onHold,withdrawn,notSelected next');
    const svg = nominationSvg('en', position);
    expect(svg).toMatch(/id="nd-councilReview" class="state current" aria-current="step"/);
    expect(svg).toMatch(/class="arrow taken" data-arrow="draft-departmentReview"/);
    expect(svg).toMatch(/class="arrow next" data-arrow="inProgress-onHold"/);
    expect(svg).toMatch(/class="arrow deadline" data-arrow="draft-expired-deadline"/);
  });

  it.each(['vi', 'en'] as const)('draw one arrow to cancelled and no loop of a change (%s)', (locale) => {
    const lines = toMermaid(locale).split('\n');
    expect(lines.filter((line) => line.includes('--> cancelled'))).toHaveLength(1);
    for (const type of ['deadline.change', 'round.suspend', 'round.resume'] as const)
      expect(lines.join('\n')).not.toContain(transitionTexts[type][locale]);
    expect(arrows.filter((arrow) => arrow.to === 'cancelled').map((arrow) => arrow.id)).toEqual([
      'inProgress-cancelled-change',
    ]);
  });

  it('show a cancelled nomination’s way from wherever it stood, and never as its next step', () => {
    const svg = nominationSvg('vi', { current: 'cancelled', pathTaken: ['draft', 'cancelled'], road: 'standard' });
    expect(svg).toContain('class="arrow change taken" data-arrow="inProgress-cancelled-change"');
    expect(nominationSvg('vi', position)).toContain('class="arrow change" data-arrow="inProgress-cancelled-change"');
  });

  it('say once in the table of roles who may change a round', () => {
    expect(
      rolesTable('en')
        .split('\n')
        .filter((row) => row.includes('Suspend the round')),
    ).toHaveLength(1);
  });

  it('offer only the nomination’s own road', () => {
    const simplified = toMermaid('en', {
      current: 'departmentReview',
      pathTaken: ['draft', 'departmentReview'],
      road: 'simplified',
    });
    expect(simplified).toMatch(/class .*authorityDecision.* next/);
    expect(simplified).not.toMatch(/class .*councilReview.* next/);
  });

  it('read the path from the record', () => {
    const entries = (['draft', 'draft', 'departmentReview', 'returned', 'departmentReview'] as const).map((to) => ({
      to,
    }));
    expect(pathTaken(entries)).toEqual(['draft', 'departmentReview', 'returned', 'departmentReview']);
  });
});
