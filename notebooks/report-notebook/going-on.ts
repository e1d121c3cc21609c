/**
 * Where an evaluator goes on from a section: one cell that asks the network itself what the report has shown, in the
 * report's own terms, to be changed at will.
 */
import type { Section } from '../../analysis/report/report-model.ts';

export interface GoingOn {
  prose: string;
  code: string;
}

interface Offer {
  /** Whether the section has what is gone on from. */
  fits(section: Section): boolean;
  going(groupBy: string | null): GoingOn;
}

const hasChart =
  (id: string) =>
  ({ charts }: Section): boolean =>
    charts.some((chart) => chart.id === id);

const OFFERS: Readonly<Record<string, Offer>> = {
  map: {
    fits: hasChart('network-map'),
    going: (groupBy) => ({
      prose: 'The same network as a map to look around in. Areas say on how many shortest ways a member stands.',
      code: `await network.map({ ...report.ties, ${groupBy === null ? '' : `colour: ${quoted(groupBy)}, `}size: "betweenness" })`,
    }),
  },
  holding: {
    fits: hasChart('central-members'),
    going: () => ({
      prose:
        'The five who stand on most shortest ways, measured by themselves; any other metric of members can take the place of this one.',
      code: [
        'const central = await network.measure({ ...report.measuring, metrics: ["betweenness", "harmonic-in", "cut-point"] });',
        'central.members.orderby(desc("betweenness")).slice(0, 5)',
      ].join('\n'),
    }),
  },
  silos: {
    fits: hasChart('mixing-matrix'),
    going: () => ({
      prose:
        'The figures of this section, measured by themselves. Take another attribute in the place of `groupBy`, and the same question is asked of other silos.',
      code: 'await network.measure({ ...report.measuring, metrics: ["e-i-index", "assortativity", "modularity", "reciprocity"] })',
    }),
  },
};

export function goingOnFrom(section: Section, groupBy: string | null): GoingOn | null {
  const offer = OFFERS[section.id];
  return offer?.fits(section) ? offer.going(groupBy) : null;
}

/** A text as it stands in a cell's code. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
