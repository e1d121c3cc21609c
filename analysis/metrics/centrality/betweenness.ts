/** Betweenness: on how many of the shortest ways between others a member lies. */
import { betweennessScores, sampleDetails } from '../betweenness-scores.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { lengthObstacle, lengthUse } from '../strengths.ts';

export const betweenness: Metric = {
  id: 'betweenness',
  family: 'centrality',
  scopes: ['member'],
  title: 'Betweenness',
  question: 'Who connects people who are not connected otherwise?',
  definition:
    'b(v) = Σ σst(v)/σst over ordered pairs s ≠ t of others, with σst the number of shortest ways from s to t and σst(v) those through v; ÷ (n − 1)(n − 2).',
  direction:
    'Ways follow ties in the direction of naming. Undirected: pairs both ways, same divisor. With strength, a tie has length 1/strength.',
  normalization: '0 to 1: 1 when every shortest way of others passes through the member (the centre of a star).',
  edgeCases:
    'Fewer than 3 members: null. Isolates and ends of ways have 0. Pairs that cannot reach each other add nothing. Paths are counted in floating point. A member who did not answer has none; ways that only they know are missing for the others.',
  cost: 'O(n·m), with strength O(n·m·log n); 5,000 members and 50,000 ties in half a second, with strength in five. Where it would take more than a minute, ways are followed from a sample of members: details give how many, the bound that holds for everybody at once (95 %), and each standard error; option sources “all” follows them all.',
  reference: 'Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249',
  oracle: 'networkx betweenness_centrality, igraph betweenness, sna betweenness, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: { becomes: 'x·(n − 2)/n' }, own: 0 },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means that contact between others depends on this member: a bridge, and a bottleneck. It does not mean that they do pass things on.',
  example: { network: 'a>b b>c d', gives: { a: 0, b: 1 / 6, c: 0, d: 0 } },
  options: ['strength', 'sources', 'seed', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = lengthObstacle(context) ?? (context.graph.n < 3 ? REASONS.fewerThan(3) : null);
    if (obstacle !== null) return memberFigures(context, betweenness, { obstacle, of: () => null });
    const found = betweennessScores(context);
    const { scores, sample } = found;
    const standardErrors =
      sample === null
        ? {}
        : { standardErrors: Object.fromEntries(context.graph.ids.map((id, v) => [id, sample.standardErrors[v]!])) };
    return memberFigures(context, betweenness, {
      of: (v) => scores[v]!,
      details: { ...sampleDetails(found), ...standardErrors },
      strength: lengthUse(context),
    });
  },
};
