/** Reuse: whether what one organisation has worked out is used by others. */
import type { ArtifactBody } from '../../../data/records/artifact.ts';
import type { ArtifactUseBody } from '../../../data/records/artifact-use.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const FEWEST_RATERS = 5;

export const artifactReuse: Metric = {
  id: 'artifact-reuse',
  family: 'practice',
  scopes: ['network'],
  title: 'Artifacts that others use',
  question: 'Is what one organisation has worked out used by others?',
  definition:
    'Of the artifacts that were ever shared (drafts are not), the share that at least one member used who is of no contributor’s organisation. Details: artifacts by state, drafts, uses and users, Wilson’s 95 % interval, and ratings with the share of 3 or 4 where five or more members rated.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases:
    'No artifact was shared: null. A user or contributors whose organisation is not known: the use does not count as one elsewhere, and is counted in details.',
  nulls: { interval: 'no artifact was shared', shareUseful: 'fewer than five have said how useful things were' },
  cost: 'O(a + u) for a artifacts and u uses.',
  reference:
    'use by others as a measure of knowledge transfer: Argote & Ingram 2000, doi:10.1006/obhd.2000.2893; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'It says that somebody elsewhere used it, not that it helped them. Only uses that members tell of count, so it is low rather than high; ask in meetings where something was used.',
  example: {
    network: 'a b c',
    practices: {
      artifact: [artifact('1'), artifact('2')],
      'artifact-use': [use('1', 'c')],
    },
    gives: 0,
  },
  options: [],
  needs: 'practice',
  reads: 'artifact',
  readsTies: false,
  compute(context) {
    const { members, practices } = context.records;
    const shared = (practices?.artifact ?? []).filter(({ status }) => status !== 'draft' && status !== 'discarded');
    const uses = practices?.['artifact-use'] ?? [];
    const home = new Map(members.map(({ member, attributes }) => [member, attributes.organisation ?? null]));
    const madeBy = new Map(shared.map(({ artifact, contributors }) => [artifact, contributors]));
    const elsewhere = new Set<string>();
    let unknown = 0;
    for (const { artifact, member } of uses) {
      const contributors = madeBy.get(artifact);
      if (contributors === undefined || contributors.includes(member)) continue;
      const at = home.get(member) ?? null;
      const homes = contributors.map((one) => home.get(one) ?? null).filter((one) => one !== null);
      if (at === null || homes.length === 0) unknown += 1;
      else if (!homes.includes(at)) elsewhere.add(artifact);
    }
    const inState = (status: ArtifactBody['status']): number => shared.filter((one) => one.status === status).length;
    const details = {
      ...{
        artifacts: shared.length,
        drafts: (practices?.artifact ?? []).filter(({ status }) => status === 'draft').length,
      },
      ...{ current: inState('current'), stale: inState('stale'), retired: inState('retired') },
      byType: typesOf(shared),
      ...{ usedElsewhere: elsewhere.size, uses: uses.length, users: new Set(uses.map(({ member }) => member)).size },
      ...{
        usesOfUnknownOrganisation: unknown,
        interval: shared.length === 0 ? null : wilsonInterval(elsewhere.size, shared.length),
      },
      ...ratings(practices?.['artifact-rating'] ?? []),
    };
    const given =
      shared.length === 0 ? { reason: 'no artifact has been shared' } : { value: elsewhere.size / shared.length };
    return [figure(context, artifactReuse, 'network', given, { details })];
  },
};

function typesOf(shared: readonly ArtifactBody[]): Record<ArtifactBody['type'], number> {
  const of = (type: ArtifactBody['type']): number => shared.filter((one) => one.type === type).length;
  return {
    ...{ case: of('case'), 'experiment-log': of('experiment-log') },
    ...{ playbook: of('playbook'), 'decision-rationale': of('decision-rationale') },
  };
}

function ratings(given: readonly { member: string; usefulness: number }[]) {
  const raters = new Set(given.map(({ member }) => member)).size;
  const useful = given.filter(({ usefulness }) => usefulness >= 3).length;
  return { ratings: given.length, raters, shareUseful: raters < FEWEST_RATERS ? null : useful / given.length };
}

function artifact(name: string): ArtifactBody {
  return {
    ...{ artifact: `artifact-${name}`, type: 'case', title: 't-0123456789abcdef', summary: null, link: null, tags: [] },
    ...{ contributors: ['a'], steward: 'a', buildsOn: [], from: null, status: 'current', version: 1 },
    ...{ sharedAt: '2026-03-01T09:00:00.000Z', reviewBy: null, reviews: { due: 0, inTime: 0 }, endedAt: null },
  };
}

function use(name: string, member: string): ArtifactUseBody {
  return {
    ...{ use: `artifact-${name}.use-1`, artifact: `artifact-${name}`, member, where: 't-0123456789abcdef' },
    ...{ adopts: null, at: '2026-04-01T09:00:00.000Z' },
  };
}
