/** Which figures on groups answer which records. `{group}` is the attribute that groups. */
import { type Answer, answer, type Figures, U, value, WEIGHTED } from '../answer.ts';

interface GroupCounts {
  size: number;
  ends: { internal: number; external: number; value: number | null };
}

const counts = (figures: Figures) => ({
  internal: figures.detail('internal'),
  external: figures.detail('external'),
  ei: figures.value(),
});

/** E-I by group from the side of members: out-arcs when directed, ends of ties when not. */
const groupEnds = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures.result('group').details.groups as Record<string, GroupCounts>).map(
      ([name, { size, ends }]) => [name, { size, internal: ends.internal, external: ends.external, ei: ends.value }],
    ),
  );

const mixing = (figures: Figures) => ({ labels: figures.detail('groups'), m: figures.value() });

/** Ours where we give a number: isnar prints one for a group that nobody could be in. */
const ofGroupsDefined = (figures: Figures) => definedOnly(figures.result('group').values);
const definedOnly = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, one]) => typeof one === 'number'));

/** isnar follows Freeman's own cut-off; our definition and the newer netseg do not. */
const cutOffAtZero = (figures: Figures) => {
  const segregation = figures.value();
  return typeof segregation === 'number' ? Math.max(0, segregation) : segregation;
};

/** sna's columns: coordinator, itinerant, representative, gatekeeper, liaison, and their sum. */
const roleCounts = (figures: Figures) =>
  figures.members().map((one) => {
    if (one === null) return null;
    const { coordinator, itinerant, representative, gatekeeper, liaison } = one as Record<string, number>;
    const roles = [coordinator!, itinerant!, representative!, gatekeeper!, liaison!];
    return [...roles, roles.reduce((sum, role) => sum + role, 0)];
  });
const rawCounts = (given: unknown) => (given as { raw_nli?: unknown }).raw_nli;

const ENDS_TWICE = 'U by {group}; tie ENDS of members: internal counted twice (once per end)';

export const SILO: readonly Answer[] = [
  answer('ei_index', 'D by {group}; arcs', 'e-i-index', counts),
  answer('ei_index', 'U by {group}; pairs counted once', 'e-i-index', counts, U),
  answer('ei_index', 'D arcs by {group}', 'e-i-index', value),
  answer('ei_index', 'U pairs by {group}', 'e-i-index', value, U),
  answer('ei_index', 'weighted by {group}', 'e-i-index', value, WEIGHTED),
  answer('ei_by_group', 'D by {group}; outgoing arcs of members', 'e-i-index', groupEnds),
  answer('ei_by_group', ENDS_TWICE, 'e-i-index', groupEnds, U),
  answer('mixing_matrix', 'D arcs (or U pairs) by {group}', 'mixing-matrix', mixing),
  answer('modularity', 'D (Leicht-Newman) by {group}', 'modularity', value),
  answer('modularity', 'U by {group}', 'modularity', value, U),
  answer('modularity', 'U weighted by {group}', 'modularity', value, U, WEIGHTED),
  answer('nominal_assortativity', 'D by {group}', 'assortativity', value),
  answer('nominal_assortativity', 'U by {group}', 'assortativity', value, U),
  answer('assort', 'U by {group}', 'assortativity', value, U),
  answer('coleman_homophily', 'D by group of {group}', 'coleman-homophily', ofGroupsDefined, { theirs: definedOnly }),
  answer('freeman_segregation', 'U by {group}', 'freeman-segregation', cutOffAtZero, U),
  answer('orwg', 'D by {group}', 'within-group-odds-ratio', value),
  answer('orwg', 'U by {group}', 'within-group-odds-ratio', value, U),
  answer('brokerage', 'D Gould-Fernandez raw counts by {group}', 'brokerage', roleCounts, { theirs: rawCounts }),
  // The record is the best of 100 Leiden runs, ours of seeded Louvain runs: compare quality, never labels.
  answer('best_modularity_found', 'U, best of 100 Leiden runs: a lower bound of the optimum', 'communities', value, U, {
    relative: 0,
    absolute: 0.02,
  }),
];
