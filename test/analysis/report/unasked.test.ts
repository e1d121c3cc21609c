import { describe, expect, it } from 'vitest';
import { checkHealth } from '../../../analysis/report/health-check.ts';
import { renderMarkdown } from '../../../analysis/report/render/index.ts';
import { buildReport } from '../../../analysis/report/report.ts';
import { checkInput } from '../../support/health.ts';

describe('Law: a network that nobody has asked about ties yet has unknown figures, not a density of nought', () => {
  const members = Array.from({ length: 12 }, (_, index) => ({
    member: `p${index}`,
    status: 'active' as const,
    hub: false,
    attributes: { region: index % 2 === 0 ? 'North' : 'South' },
  }));
  const records = { members, ties: [], adoptions: [], waves: [], responses: [], contributions: [] };

  it('says null with the reason, fires no rule, and the report does not show a figure', () => {
    const input = checkInput(records);
    const check = checkHealth(input);
    const density = check.measurement.results.find((result) => result.metric === 'density');
    expect(density).toMatchObject({ value: null, reason: 'nobody has been asked about ties yet' });
    expect(check.findings).toEqual([]);
    const about = { title: 'Test', challenge: null, phase: 'design', versions: {} };
    expect(renderMarkdown(buildReport(check, input, about))).not.toMatch(/Density \| 0/);
  });
});
