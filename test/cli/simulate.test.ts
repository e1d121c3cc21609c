import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Simulation } from '../../analysis/simulation/simulate.ts';
import { runWeft } from '../../cli/weft.ts';
import { temporaryFolder, weft, writeFiles } from './weft-process.ts';

const NODES = 'id,region\na1,North\na2,North\na3,North\nb1,South\nb2,South\nb3,South\n';
const EDGES = 'source,target\na1,a2\na2,a3\na3,a1\nb1,b2\nb2,b3\nb3,b1\n';

describe('Story: a lead asks what five introductions would do before asking ten people', () => {
  const folder = temporaryFolder();
  beforeAll(() =>
    writeFiles(folder, {
      'silos/nodes.csv': NODES,
      'silos/edges.csv': EDGES,
      'adopted/nodes.csv': NODES,
      'adopted/edges.csv': EDGES,
      'adopted/adoptions.csv': 'id,time\na1,1\na3,2\n',
      'lonely/nodes.csv': 'id\na\nb\n',
      'lonely/edges.csv': 'source,target\n',
      'mentors.csv': 'source,target\na1,b2\na1,a2\n',
      'strangers.csv': 'source,target\na1,zoe\n',
    }),
  );
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

  /** In this process: only words and figures are looked at. */
  async function simulate(source: string, ...args: string[]): Promise<number> {
    return runWeft(['simulate', `${folder}/${source}`, ...args]);
  }

  async function json(source: string, ...args: string[]): Promise<Simulation> {
    expect(await simulate(source, ...args, '--json')).toBe(0);
    return JSON.parse(out) as Simulation;
  }

  it('asked for nothing in particular it tries introductions, in words that say what was compared', async () => {
    const { code, out: said, err: aside } = await weft(folder, ['simulate', 'silos', '--group-by', 'region']);
    expect({ code, aside }).toEqual({ code: 0, aside: '' });
    expect(said).toContain('6 members, 6 ties; a practice goes from whom one names to the one who names');
    expect(said).toContain('a chance of 10 %, a guess: set it with --probability');
    expect(said).toContain('1 member at random, anew in each run');
    expect(said).toContain('Proposed: 5 introductions.');
    expect(said).toMatch(/ {2}a1 and b1 are of different groups: 5 pairs of members would come within two steps/);
    expect(said).toMatch(/doing nothing +proposed +difference/);
    expect(said).toMatch(/adopters of 6 .*95 % interval \+/);
    expect(said).toMatch(/E-I index +-1 .* better/);
    expect(said).toMatch(
      /On average [\d.]+ more of 6 members would take the practice up, over 1000 pairs of runs \(seed 1\)/,
    );
  });

  it('JSON has all of it; nobody has more introductions than asked', async () => {
    const { input, model, proposed, seeds, adopters, options } = await json(
      'silos',
      ...['--add-ties', 'introductions:2', '--aim', 'reach', '--max-per-member', '1', '--runs', '300', '--seed', '5'],
    );
    expect(input).toMatchObject({ members: 6, ties: 6, directed: true, response: null });
    expect(model).toEqual({ kind: 'cascade', byStrength: false, periods: null, probability: 0.1 });
    expect(options).toMatchObject({ runs: 300, seed: 5 });
    expect(proposed.introductions.length).toBe(2);
    expect(new Set(proposed.introductions.flatMap(({ members }) => members)).size).toBe(4);
    expect(seeds.proposed).toEqual({ chosen: 'random:1', members: null, bound: null });
    expect(adopters.difference.mean).toBeGreaterThan(0);
    expect(adopters.difference.less).toBe(0);
  });

  it('ties of a file count as they are written, and those that are there already are said', async () => {
    const { proposed, adopters } = await json(
      'silos',
      ...['--add-ties', `${folder}/mentors.csv`, '--seeds', 'b1', '--probability', '1'],
    );
    expect(proposed).toMatchObject({ ties: [{ from: 'a1', to: 'b2' }], introductions: [], alreadyThere: 1 });
    expect([adopters.doingNothing.mean, adopters.proposed.mean]).toEqual([3, 6]);
  });

  it('begins with those who have adopted, at the rate at which it went', async () => {
    const { seeds, model, probabilityFrom } = await json('adopted');
    expect(seeds.proposed).toMatchObject({ chosen: 'adopters', members: ['a1', 'a3'] });
    // Over a3>a1 it has passed; over a2>a3 it has not: (1 + 1)/(2 + 2).
    expect({ model, probabilityFrom }).toMatchObject({ model: { probability: 0.5 }, probabilityFrom: 'adoptions' });
  });

  it('seeds against seeds, with the bound of a greedy choice', async () => {
    const { seeds, proposed } = await json(
      'silos',
      '--seeds',
      'greedy:2',
      '--seeds-now',
      'random:2',
      '--probability',
      '1',
    );
    expect(proposed).toMatchObject({ ties: [], introductions: [], removed: [] });
    expect(seeds.doingNothing.chosen).toBe('random:2');
    expect(new Set(seeds.proposed.members?.map((id) => id[0]))).toEqual(new Set(['a', 'b']));
    expect(seeds.proposed.bound).toMatchObject({ reach: 6 });
    expect(seeds.proposed.bound!.shareOfBest).toBeGreaterThan(0.9);
  });

  it('people who would be missing, period by period, as a table for spreadsheets', async () => {
    const code = await simulate(
      'silos',
      ...[
        '--remove',
        'a2',
        '--seeds',
        'a3',
        '--model',
        'si',
        '--probability',
        '1',
        '--periods',
        '2',
        '--format',
        'csv',
      ],
    );
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'figure,period,doingNothing,proposed,difference,low,high',
      'adopters,,2,1,-1,-1,-1',
      'adopters (95 % interval of the mean),,,,-1,-1,-1',
      'adopters,1,1,1,0,0,0',
      'adopters,2,2,1,-1,-1,-1',
    ]);
  });

  it('thresholds, given or drawn, and the same bytes each time', async () => {
    const args = [
      '--model',
      'threshold',
      '--threshold',
      '0.5',
      '--seeds',
      'degree:1',
      '--add-ties',
      `${folder}/mentors.csv`,
    ];
    const first = await json('silos', ...args);
    expect(first.model).toEqual({ kind: 'threshold', thresholds: 0.5, byStrength: false, periods: null });
    const written = out;
    out = '';
    await json('silos', ...args);
    expect(out).toBe(written);
  });

  it.each<[string[], RegExp]>([
    [['silos', '--probability', '1.5'], /probability is 1.5; give a share from 0 to 1/],
    [['silos', '--probability', 'much'], /Give a number/],
    [['silos', '--model', 'bass'], /Allowed choices are cascade, si, threshold/],
    [['silos', '--model', 'threshold', '--probability', '0.1'], /thresholds take --threshold/],
    [['silos', '--threshold', '0.1'], /--threshold goes with --model threshold/],
    [['silos', '--model', 'si', '--periods', '0'], /periods is 0; give a whole number from 1/],
    [['silos', '--seeds', 'degree'], /Say how many, as degree:5/],
    [['silos', '--seeds', 'closeness:5'], /Rules are random, degree, bridge, greedy, key-players/],
    [['silos', '--seeds', 'degree:7'], /give a number from 1 to 6/],
    [['silos', '--seeds', 'zoe'], /person 1 of 1 that are named is no active member/],
    [['silos', '--remove', 'a1,zoe'], /person 2 of 2 that are named is no active member/],
    [['silos', '--add-ties', 'introductions:none'], /give a whole number from 1, as introductions:5/],
    [['silos', '--remove', 'a1', '--aim', 'reach'], /--aim and --max-per-member go with/],
    [['silos', '--aim', 'e-i'], /the aim e-i needs groups/],
    [['silos', '--aim', 'hub'], /nobody is marked as hub/],
    [['silos', '--group-by', 'country'], /region/],
    [['silos', '--runs', '1'], /runs is 1; give a whole number from 2/],
    [['silos', '--wave', '1,2'], /give one wave/],
    [['silos', '--as-of', '2026-02-30'], /write a date that exists/],
    [['silos', '--strength'], /not all ties state a strength/],
  ])('wrong use ends with 2 and says the way out: %j', async ([source, ...args], words) => {
    expect(await simulate(source!, ...args)).toBe(2);
    expect(err).toMatch(words);
    expect(err).not.toContain('zoe');
    expect(out).toBe('');
  });

  it.each<[string[], RegExp]>([
    [['lonely'], /there are no ties, and none are proposed/],
    [['nowhere'], /is no file or folder/],
    [['silos', '--add-ties', 'nothing.csv'], /cannot be found/],
  ])('what cannot be simulated ends with 1: %j', async ([source, ...args], words) => {
    const proposes = source === 'lonely' ? ['--seeds', 'a', '--seeds-now', 'b'] : args;
    expect(await simulate(source!, ...proposes)).toBe(1);
    expect(err).toMatch(words);
    expect(out).toBe('');
  });

  it('a tie to somebody whom nobody knows is refused without repeating the name', async () => {
    expect(await simulate('silos', '--add-ties', `${folder}/strangers.csv`)).toBe(2);
    expect(err).toMatch(/is no active member/);
    expect(err).not.toContain('zoe');
  });

  it('--help has examples, and JSON for machines', async () => {
    expect(await runWeft(['simulate', '--help'])).toBe(0);
    expect(out).toMatch(/Example:\n {2}weft simulate /);
    expect(out).toContain('--json');
  });
});
