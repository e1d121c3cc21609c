/** What builds on what: whether the network's knowledge adds up, or everybody begins anew. */
import type { ArtifactBody } from '../../../data/records/artifact.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const artifactDescent: Metric = {
  id: 'artifact-descent',
  family: 'practice',
  scopes: ['network'],
  title: 'Artifacts that others build on',
  question: 'Does what the network knows add up, or does everybody begin anew?',
  definition:
    'Of the artifacts that were ever shared, the share on which at least one other builds. Details: artifacts, links (b builds on a), depth (the most links in a row), and how many build on what somebody else made.',
  direction: 'Ties are not read. A link runs from an artifact to those it builds on, which were there before it.',
  normalization: '0 to 1.',
  edgeCases:
    'Fewer than two artifacts: null, because there is nothing to build on. Links to drafts, to itself and to what is not there do not count; where links run in a circle the one that closes it does not count for depth.',
  cost: 'O(a + l) for a artifacts and l links.',
  reference: 'descent as cumulative culture: Miu et al. 2018, doi:10.1038/s41467-018-04494-9',
  oracle: 'worked by hand; a slow twin',
  laws: READS_NO_TIES,
  reading:
    'High says that members take up and go on. Low in the first months is as it must be: what is new has no descendants yet. It says nothing of how good a piece is.',
  example: {
    network: 'a b c',
    practices: { artifact: [artifact(1, []), artifact(2, [1]), artifact(3, [2]), artifact(4, [])] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'artifact',
  readsTies: false,
  compute(context) {
    const shared = (context.records.practices?.artifact ?? []).filter(
      ({ status }) => status !== 'draft' && status !== 'discarded',
    );
    const made = new Map(shared.map((one) => [one.artifact, one]));
    const linksOf = (one: ArtifactBody): ArtifactBody[] =>
      [...new Set(one.buildsOn)].sort().flatMap((id) => (id === one.artifact ? [] : (made.get(id) ?? [])));
    const ancestors = new Set(shared.flatMap(linksOf).map(({ artifact }) => artifact));
    const isOfOthers = (one: ArtifactBody): boolean =>
      linksOf(one).some(({ contributors }) => !contributors.some((by) => one.contributors.includes(by)));
    const details = {
      ...{ artifacts: shared.length, withDescendants: ancestors.size },
      links: shared.reduce((sum, one) => sum + linksOf(one).length, 0),
      ...{ depth: depthOf(shared, linksOf), onWhatOthersMade: shared.filter(isOfOthers).length },
    };
    const given =
      shared.length < 2
        ? { reason: 'fewer than two artifacts have been shared' }
        : { value: ancestors.size / shared.length };
    return [figure(context, artifactDescent, 'network', given, { details })];
  },
};

/** The most links in a row. Each artifact is looked at once; the stack is our own, because a chain may be long. */
function depthOf(shared: readonly ArtifactBody[], linksOf: (one: ArtifactBody) => ArtifactBody[]): number {
  const depths = new Map<string, number>();
  const underWay = new Set<string>();
  for (const start of [...shared].sort((a, b) => (a.artifact < b.artifact ? -1 : 1))) {
    const stack = [start];
    while (stack.length > 0) {
      const one = stack.at(-1)!;
      const { artifact: id } = one;
      if (depths.has(id)) {
        stack.pop();
        continue;
      }
      const open = underWay.has(id)
        ? []
        : linksOf(one).filter(({ artifact }) => !depths.has(artifact) && !underWay.has(artifact));
      underWay.add(id);
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      const below = linksOf(one).map(({ artifact }) => depths.get(artifact) ?? -1);
      depths.set(id, Math.max(-1, ...below) + 1);
      stack.pop();
    }
  }
  return Math.max(0, ...depths.values());
}

function artifact(number: number, on: number[]): ArtifactBody {
  return {
    ...{
      artifact: `artifact-${number}`,
      type: 'case',
      title: 't-0123456789abcdef',
      summary: null,
      link: null,
      tags: [],
    },
    ...{ contributors: ['a'], steward: 'a', buildsOn: on.map((one) => `artifact-${one}`), from: null },
    ...{ status: 'current', version: 1, sharedAt: '2026-03-01T09:00:00.000Z', reviewBy: null },
    ...{ reviews: { due: 0, inTime: 0 }, endedAt: null },
  };
}
