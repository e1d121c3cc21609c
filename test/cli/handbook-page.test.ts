import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { practicesMarkdown } from '../../cli/practices-markdown.ts';
import { HANDBOOK } from '../../workflows/contract/index.ts';

const README = fileURLToPath(new URL('../../README.md', import.meta.url));

describe('Law: the handbook in README is what the code does', () => {
  it('says the same as `weft practices --format markdown`', async () => {
    const text = await readFile(README, 'utf8');
    const page = /<!-- handbook: .* -->\n([\s\S]*?)\n<!-- \/handbook -->/.exec(text)?.[1];
    expect(page).toBe(practicesMarkdown(HANDBOOK));
  });
});
