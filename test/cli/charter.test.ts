import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, weft, writeFiles } from './weft-process.ts';

describe('Story: a lead writes a charter', () => {
  const folder = temporaryFolder();

  it('gets a form, is told what is empty by line, fills it in, and is told that it is complete', async () => {
    const made = await weft(folder, ['charter', 'new', 'charter.yaml']);
    expect(made.code).toBe(0);
    const form = await readFile(join(folder, 'charter.yaml'), 'utf8');
    const schema = /^# yaml-language-server: \$schema=(.+)$/m.exec(form)?.[1] as string;
    expect(JSON.parse(await readFile(join(folder, schema), 'utf8'))).toMatchObject({ type: 'object' });
    const again = await weft(folder, ['charter', 'new', 'charter.yaml']);
    expect(again.code).toBe(1);
    expect(again.err).toContain('is there already');

    const empty = await weft(folder, ['charter', 'check', 'charter.yaml', '--json']);
    expect(empty.code).toBe(1);
    const { valid, problems } = JSON.parse(empty.out) as { valid: boolean; problems: { path: string; line: number }[] };
    expect(valid).toBe(false);
    expect(problems.map(({ path }) => path)).toContain('challenge');
    expect(problems.every(({ line }) => line > 1)).toBe(true);

    const filled = form
      .replace('\nnetwork:', '\nnetwork: river-valley')
      .replace('\ntimeZone:', '\ntimeZone: Europe/Berlin')
      .replace('lead: []', 'lead: [p01]')
      .replaceAll(
        /^( *(?:name|challenge|vision|callToAction|valueProposition|scope|statement)):$/gm,
        '$1: Some words of the lead',
      );
    await writeFiles(folder, { 'charter.yaml': filled });
    const complete = await weft(folder, ['charter', 'check', 'charter.yaml']);
    expect(complete.code).toBe(0);
    expect(complete.out).toContain('is complete');
  });

  it('sees mistakes by line and column on standard output, and a machine the same as JSON', async () => {
    await writeFiles(folder, {
      'broken.yaml':
        'charter: 1\nnetwork: Not An Id\nchalenge: x\nhealth:\n  rules: [{ id: a, metric: densty, below: 1 }]\n',
    });
    const { code, out } = await weft(folder, ['charter', 'check', 'broken.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('broken.yaml line 2, column 10: network: ');
    expect(out).toContain('broken.yaml line 3, column 1: chalenge: is no setting; did you mean challenge?');
    expect(out).toMatch(
      /broken\.yaml line 5, column \d+: health\.rules\[0\]\.metric: is no metric; did you mean density\?/,
    );
    const launched = await weft(folder, ['launch', 'broken.yaml', '--json']);
    expect(launched.code).toBe(1);
    expect(JSON.parse(launched.out).refused.problems[0]).toMatchObject({ file: 'broken.yaml', line: 1 });
    expect(launched.err).toContain('Nothing was started.');
  });

  it('is told of a file that is not there', async () => {
    const { code, err } = await weft(folder, ['charter', 'check', 'nothing.yaml']);
    expect({ code, err }).toEqual({ code: 1, err: 'nothing.yaml: cannot be found; check the path\n' });
  });
});
