import { describe, expect, it } from 'vitest';
import { checkHealth, emptyHistory, type HealthCheckInput } from '../../../../analysis/report/health-check.ts';
import { renderHtml, renderJson, renderMarkdown } from '../../../../analysis/report/render/index.ts';
import type { Cell, Report, Section, Table } from '../../../../analysis/report/report.ts';
import { isSuppressed } from '../../../../analysis/suppression.ts';
import { firstCheck, reportOf, secondCheck, type Told } from '../render/fixture.ts';

const first = firstCheck();
const second = secondCheck();

function sectionOf(report: Report, id: string): Section {
  return report.sections.find((section) => section.id === id)!;
}

function textOf({ paragraphs, notes }: Section): string {
  return [...paragraphs, ...notes].join('\n').replaceAll('\u00a0', ' ');
}

function tableOf(report: Report, id: string): Table {
  const tables = report.sections.flatMap((section) => [
    ...section.tables,
    ...section.charts.map((chart) => chart.table),
  ]);
  return tables.find((table) => table.id === id)!;
}

/** The same check with other input; the picture is measured again. */
function again(change: (input: HealthCheckInput) => HealthCheckInput): Told {
  const input = change(first.input);
  return { input, check: checkHealth(input) };
}

describe('a lead reads in plain words what was found, how sure it is, what would help and what came of it', () => {
  it('says the finding with its test and response, and no more than the figures say', () => {
    const words = textOf(sectionOf(reportOf(second), 'headline'));
    expect(words).toMatch(
      /^The exchange between the three regions is thin: E-I by region −0\.\d\d \(p (<|=) \.\d+, \d\d % responded\)\./,
    );
    expect(words).toMatch(/introductions? would help most/);
    expect(words).toMatch(/were approved, .*one pair has met/);
    expect(words).toMatch(
      /At the outcome check after 30 days, E-I index by region had moved from −0\.\d\d to −0\.\d\d/,
    );
  });

  it('does not call an exchange thin when no rule of the charter fired', () => {
    const told = again((input) => ({ ...input, policy: { ...input.policy, rules: [], targets: [] } }));
    const words = textOf(sectionOf(reportOf(told), 'headline'));
    expect(words).not.toContain('is thin');
    expect(words).toContain('below what chance would give');
    expect(words).toContain('No rule of the charter asks for action now.');
  });

  it('says that nothing can be said when too few have answered', () => {
    const told = again((input) => ({ ...input, policy: { ...input.policy, smallestResponse: 0.99 } }));
    const report = reportOf(told);
    expect(textOf(sectionOf(report, 'headline'))).toMatch(/cannot be said: not estimable: [\d.]+ % answered/);
    expect(textOf(sectionOf(report, 'silos'))).toContain('cannot be said');
    expect(textOf(sectionOf(report, 'holding'))).toContain('cannot be said');
    expect(textOf(sectionOf(report, 'response'))).toContain('too few');
  });

  it('follows each proposal from decision to outcome', () => {
    const report = reportOf(second);
    const earlier = tableOf(report, 'earlier-proposals').rows;
    expect(earlier).toHaveLength(second.input.history.proposals.length);
    expect(earlier[0]).toEqual(expect.arrayContaining(['approved by the lead', 'they met']));
    expect(earlier[2]).toEqual(expect.arrayContaining(['declined by the lead', null]));
    expect(earlier[3]).toEqual(expect.arrayContaining(['nobody decided in time', null]));
    const outcomes = tableOf(report, 'outcomes').rows;
    expect(outcomes.map((row) => row.at(-1))).toEqual(['worked', 'not done']);
  });

  it('says why figures moved', () => {
    const words = textOf(sectionOf(reportOf(second), 'change'));
    expect(words).toContain('rest on survey wave 2 instead of wave 1');
    expect(words).toMatch(/E-I index by region went from −0\.\d\d to −0\.\d\d/);
    expect(textOf(sectionOf(reportOf(first), 'change'))).toContain('first report');
  });

  it('tells a change of membership without counting fewer than five', () => {
    const { input, check } = second;
    const left = new Set(['p01', 'p02']);
    const members = input.records.members.map((member) =>
      left.has(member.member) ? { ...member, status: 'left' as const } : member,
    );
    const changed = { ...input, records: { ...input.records, members } };
    const words = textOf(sectionOf(reportOf({ check, input: changed }), 'change'));
    expect(words).toContain('Membership: nobody joined, fewer than 5 left.');
  });

  it('names members in the order of the alphabet, and lists nobody at the bottom', () => {
    const rows = tableOf(reportOf(second), 'central-members-table')?.rows ?? [];
    const names = rows.map((row) => String(row[0]));
    expect(names).toEqual([...names].sort());
    for (const row of rows) expect(Number(row[3])).toBeLessThanOrEqual(0.2 * 32);
  });

  it('calls members by the label it is given', () => {
    const report = reportOf(second, { label: (member) => `Person ${member.slice(1)}` });
    expect(String(tableOf(report, 'proposals').rows[0]![0])).toMatch(/^Person \d\d \(/);
    expect(JSON.stringify(report)).not.toMatch(/"p\d\d/);
  });

  it('gives the definitions, settings and versions that it was made with', () => {
    const report = reportOf(second);
    expect(tableOf(report, 'definitions').rows.map((row) => row[0])).toContain('E-I index');
    const settings = Object.fromEntries(tableOf(report, 'settings').rows.map((row) => row.map(String)));
    expect(settings).toMatchObject({
      'input digest': second.check.inputDigest,
      'seed of all chance': '1',
      'smallest group': '5',
      'version of weft': '0.0.0-test',
    });
  });
});

describe('no group under the smallest size is shown, in any section, picture or rendering', () => {
  const report = reportOf(second);

  it('joins the Isles (4 members) with the next smallest region, and says so', () => {
    const hidden = tableOf(report, 'hidden-groups').rows;
    expect(hidden.find((row) => row[0] === 'Isles')).toEqual(['Isles', { suppressed: 'fewer' }]);
    expect(hidden).toHaveLength(2);
    for (const id of [
      'network-map-table',
      'mixing-matrix-table',
      'e-i-groups-table',
      'response-by-group',
      'adoption-by-group',
    ]) {
      const names = tableOf(report, id).rows.map((row) => row[0]);
      expect(names, id).not.toContain('Isles');
    }
  });

  it('draws no dot, cell or bar of the Isles', () => {
    for (const { id, spec } of report.sections.flatMap((section) => section.charts)) {
      expect(JSON.stringify(spec), id).not.toContain('Isles');
    }
  });

  it('says "fewer than 5" in every rendering, and never 0 in its place', async () => {
    for (const written of [await renderHtml(report), renderMarkdown(report)]) expect(written).toContain('fewer than 5');
    expect(renderJson(report)).toContain('"suppressed": "fewer"');
  });

  it('says of no member that they are of the Isles', () => {
    const who = [...tableOf(report, 'proposals').rows, ...tableOf(report, 'earlier-proposals').rows].flat();
    expect(who.filter((cell) => typeof cell === 'string' && cell.includes('Isles'))).toEqual([]);
  });

  it('counts no fewer than five people in any cell that counts people', () => {
    const peopleColumns = new Set(['members', 'asked', 'at least']);
    const tables = report.sections.flatMap((section) => [
      ...section.tables,
      ...section.charts.map((chart) => chart.table),
    ]);
    for (const { id, columns, rows } of tables) {
      columns.forEach(({ label }, at) => {
        if (!peopleColumns.has(label)) return;
        for (const row of rows) expect(isHiddenOrLarge(row[at]!), `${id} ${String(row[0])}`).toBe(true);
      });
    }
  });

  it('hides the same regions where it counts who was reached and who takes part', () => {
    // More of the hidden region were reached than of those that are shown: by itself the table would hide another one.
    const at = '2026-02-02T09:00:00.000Z';
    const came = { reachedAt: at, openedAt: at, appliedAt: at, joinedAt: at, declinedAt: null };
    const [, withheld] = tableOf(report, 'hidden-groups').rows.find(([name]) => name !== 'Isles')!;
    expect(withheld).toEqual({ suppressed: 'withheld' });
    const hidden = tableOf(report, 'hidden-groups').rows.map(([name]) => name);
    const told = again((input) => {
      const { members, practices } = input.records;
      const more = Array.from({ length: 9 }, (_, extra) => ({
        ...{ member: `x${extra}`, status: 'declined' as const, hub: false, attributes: { region: String(hidden[1]) } },
      }));
      const invited = [...members, ...more].map(({ member }) => ({ member, ...came }));
      return {
        ...input,
        records: { ...input.records, members: [...members, ...more], practices: { ...practices, invitation: invited } },
      };
    });
    const shownIn = tableOf(reportOf(told), 'invitation-funnel').rows.map(([name]) => name);
    for (const region of hidden) expect(shownIn).not.toContain(region);
    expect(shownIn).toContain('others together');
  });

  it('calls no picture after regions that it does not show', () => {
    const titles = report.sections.flatMap(({ charts }) => charts.map(({ title }) => title));
    expect(titles.join(' ')).not.toMatch(/In every region|Others together turns/);
  });

  it('shows nothing of a network of four', () => {
    const told = again((input) => {
      const members = input.records.members.slice(0, 4);
      const ids = new Set(members.map(({ member }) => member));
      const own = <T extends { member: string }>(rows: T[]): T[] => rows.filter(({ member }) => ids.has(member));
      return {
        ...input,
        history: emptyHistory(),
        records: {
          ...input.records,
          members,
          ties: input.records.ties.filter(({ from, to }) => ids.has(from) && ids.has(to)),
          adoptions: own(input.records.adoptions),
          responses: own(input.records.responses),
          contributions: own(input.records.contributions),
        },
      };
    });
    const tiny = reportOf(told);
    expect(textOf(sectionOf(tiny, 'headline'))).toContain('fewer than 5 members, so nothing about it is shown');
    expect(tiny.sections.map((section) => section.id)).toEqual(['headline']);
    expect(tiny.sections[0]).toMatchObject({ figures: [], charts: [], tables: [] });
    expect(JSON.stringify(tiny)).not.toMatch(/"p0\d/);
  });

  it('tells what it can of a network without an attribute to group by, without ties, and without anything', () => {
    const bare = again((input) => ({
      ...input,
      records: {
        ...input.records,
        members: input.records.members.map((member) => ({ ...member, attributes: {} })),
        ties: [],
        adoptions: [],
        responses: [],
        waves: [],
        contributions: [],
      },
    }));
    expect(textOf(sectionOf(reportOf(bare), 'silos'))).toContain('no attribute');
    const empty = again((input) => ({
      ...input,
      records: { members: [], ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
    }));
    expect(reportOf(empty).sections).toHaveLength(1);
    expect(reportOf(bare).sections).toHaveLength(9);
  });
});

function isHiddenOrLarge(cell: Cell): boolean {
  return isSuppressed(cell) || cell === null || (typeof cell === 'number' && cell >= 5);
}
