import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { computeLayout } from './buildLayout.ts';
import { toMermaid } from './mermaid.ts';
import { rolesTable } from './roles.ts';
import { toSvg } from './svg.ts';

/** Gives every generated file by its path in the repository. */
export async function generated(): Promise<Record<string, string>> {
  const layout = await computeLayout();
  return {
    'machines/diagram/layout.json': `${JSON.stringify(layout)}\n`,
    'docs/diagrams/nomination.mmd': toMermaid('vi'),
    'docs/diagrams/nomination.en.mmd': toMermaid('en'),
    'docs/diagrams/nomination.svg': toSvg(layout, 'vi'),
    'docs/diagrams/nomination.en.svg': toSvg(layout, 'en'),
    'docs/diagrams/roles.md': `<!-- npm run diagrams -->\n# Ai được làm gì, ở bước nào\n\n${rolesTable('vi')}\n\n# Who may do what, in which state\n\n${rolesTable('en')}\n`,
  };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..', '..');
  for (const [path, text] of Object.entries(await generated())) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
