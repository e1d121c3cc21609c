import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runWeft } from '../../cli/weft.ts';
import { temporaryFolder, WEFT, weft } from './weft-process.ts';

const COMMANDS = [
  ...[
    'start',
    'demo',
    'launch',
    'networks',
    'status',
    'act',
    'words',
    'repository',
    'experts',
    'practices',
    'questionnaires',
    'calendar',
    'import',
    'export',
    'archive',
    'metrics',
    'measure',
    'worker',
    'simulate',
    'bench',
    'report',
    'erase',
    'audit',
  ],
  ...['charter new', 'charter check', 'charter schema'],
];

describe('Law: a command line that is used wrongly ends with 2 and says the way out; help is where one looks for it', () => {
  const folder = temporaryFolder();

  it('works from any folder and through a link, and lists every command', async () => {
    const link = join(folder, 'weft-link.mjs');
    await symlink(WEFT, link);
    const { code, out, err } = await weft(folder, ['--help'], link);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of COMMANDS) expect(out).toContain(`\n  ${command.split(' ')[0]} `);
  });

  it('says what it is called without a command', async () => {
    const { code, out, err } = await weft(folder, []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: weft');
  });

  describe('in one process, because only words are looked at', () => {
    let out = '';
    let err = '';
    beforeEach(() => {
      [out, err] = ['', ''];
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        out += String(text);
        return true;
      });
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
        err += String(text);
        return true;
      });
    });
    afterEach(() => vi.restoreAllMocks());

    it.each(COMMANDS)('weft %s --help has an example, and JSON for machines', async (command) => {
      expect(await runWeft([...command.split(' '), '--help'])).toBe(0);
      expect(out).toMatch(/Examples?:\n {2}weft /);
      expect(out).toContain('--json');
    });

    it.each([
      [['measure', '.', '--grup-by', 'x'], /unknown option '--grup-by'\n\(Did you mean --group-by\?\)/],
      [['measur'], /unknown command 'measur'\n\(Did you mean measure\?\)/],
      [['measure'], /missing required argument 'source'/],
      [['measure', '.', '--seed', 'one'], /'--seed <number>' argument 'one' is invalid. Give a number/],
      [['measure', '.', '--format', 'xml'], /Allowed choices are table, csv, json/],
      [['measure', '.', '--json', '--format', 'csv'], /--json and --format csv contradict each other/],
      [['measure', '.', '--metrics', 'densty'], /unknown metric "densty"; did you mean "density"\?/],
      [['measure', '.', '--wave', '1,2,3'], /give one wave, or two to compare/],
      [['metrics', 'ei-index'], /there is no metric 'ei-index'; did you mean e-i-index\?/],
      [['report', '.', '--out', 'report.pdf'], /name a file that ends in .html, .md or .json/],
      [['report', '.', '--as-of', '2026-02-30'], /write a date that exists, as 2026-02-28/],
      [['act', 'net', 'vte'], /there is no action 'vte'; did you mean vote\?/],
      [['act', 'net', 'vote', '--json', '{ranking'], /this is no JSON/],
      [['act', 'net', 'vote', '--json', '[1]'], /give an object/],
      [['export', 'net', '--format', 'csv'], /csv is several files: name a folder with --out/],
      [['networks', 'extra'], /too many arguments/],
    ])('weft %j', async (args, words) => {
      expect(await runWeft(args)).toBe(2);
      expect(err).toMatch(words);
      expect(out).toBe('');
    });

    it.each([
      ['networks'],
      ['status', 'net'],
      ['act', 'net'],
      ['import', 'net', 'a.csv'],
      ['export', 'net'],
      ['erase', 'net', 'p17', '--yes'],
      ['audit', 'net'],
      ['worker'],
    ])('weft %s where there is no Weft: ends with 1, says what to type, and makes nothing', async (...args) => {
      const nowhere = join(folder, 'nowhere');
      expect(await runWeft([...args, '--data', nowhere])).toBe(1);
      expect(err).toContain(`Type: weft start --data ${nowhere}`);
      expect(out).toBe('');
    });

    it('the catalogue is the same for people and machines', async () => {
      expect(await runWeft(['metrics', '--json'])).toBe(0);
      const metrics = JSON.parse(out) as Record<string, unknown>[];
      out = '';
      await runWeft(['metrics']);
      for (const { id, question } of metrics) {
        expect(out).toContain(`  ${id} `);
        expect(out).toContain(question);
      }
      out = '';
      await runWeft(['metrics', 'e-i-index', '--json']);
      expect(JSON.parse(out)).toMatchObject({
        id: 'e-i-index',
        family: 'silo',
        scopes: ['network', 'group', 'member'],
      });
      for (const key of ['question', 'definition', 'direction', 'reading', 'reference', 'oracle']) {
        expect(JSON.parse(out)[key]).toBeTruthy();
      }
    });
  });
});
