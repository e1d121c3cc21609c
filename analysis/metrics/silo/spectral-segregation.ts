/** Spectral segregation: whether members' contacts are of their own group, and their contacts' contacts, and so on. */
import type { CompactGraph } from '../../graph/compact.ts';
import { weakComponents } from '../../graph/components.ts';
import { dominantEigenvector } from '../../graph/lanczos.ts';
import type { MetricContext } from '../context.ts';
import type { Metric, MetricResult } from '../metric.ts';
import { figure, figures, REASONS } from '../result.ts';
import { strengthSum } from '../strength-sum.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const spectralSegregation: Metric = {
  id: 'spectral-segregation',
  family: 'silo',
  scopes: ['network', 'group', 'member'],
  title: 'Spectral segregation',
  question: 'Are people surrounded by their own group, and are those around them too?',
  definition:
    'R(v, u) = the share of v’s contact that is with u. For each connected piece C of a group’s ties within: λ = the largest eigenvalue of R among C, x its eigenvector; member: λ·x(v) ÷ mean of x over C. Group and network: the mean over their members.',
  direction: 'Directions are joined. With strength, shares follow strengths.',
  normalization:
    'Group and network: 0 (nobody has a contact in the own group) to 1 (nobody has one outside). Member: from 0; above 1 for who is surrounded more than the piece is.',
  edgeCases:
    'No ties: null. Without any contact: null, and left out of means; `isolatesAsZero` in the details counts them as 0. Contacts outside the own group only: 0. Computed on the ties that were reported: missing answers hide some of the contact on both sides. It is taken on the ties that were reported, and missing answers move it either way.',
  nulls: { isolatesAsZero: 'no ties, or strengths are not all stated' },
  cost: 'O(m) a step; steps grow as the two largest eigenvalues of a piece come close.',
  reference: 'Echenique & Fryer 2007, doi:10.1162/qjec.122.2.441',
  oracle: 'netseg (isnar) ssi by numpy eigenvalues on every data set, 1e-8; it gives 0 to isolates',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { byScope: { network: 'same', group: 'same', member: { others: 'same', own: null } } },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Two groups with equal shares of contact within can differ here: in one everybody has a few outside, in the other a few have them all, and the rest are far from any.',
  example: {
    network: 'a>b b>c c>a c>d d>e',
    groups: { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y' },
    scope: 'group',
    gives: { x: (1 + Math.sqrt(19 / 3)) / 4, y: Math.SQRT1_2 },
  },
  options: ['groupBy', 'strength'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const strength = context.settings.strength ? 'strength' : 'ignored';
    const shares = memberShares(context);
    const obstacle = askedStrengthObstacle(context) ?? (typeof shares === 'string' ? shares : null);
    const of = (v: number): number | null => (obstacle !== null || typeof shares === 'string' ? null : shares[v]!);
    const members = [...context.graph.ids.keys()];
    const answer = (among: number[], whenNull: string) => {
      const mean = meanOf(among.map(of));
      return obstacle !== null ? { reason: obstacle } : mean === null ? { reason: whenNull } : { value: mean };
    };
    const zeros = (among: number[]) => (obstacle === null ? meanOf(among.map((v) => of(v) ?? 0)) : null);
    const inGroup = groups.names.map((_, g) => members.filter((v) => groups.of[v] === g));
    const extras = (details: Record<string, unknown>) => ({
      details: { groupBy: groups.attribute, ...details },
      strength: strength as MetricResult['strength'],
    });
    const byGroup = Object.fromEntries(groups.names.map((name, g) => [name, zeros(inGroup[g]!)]));
    return [
      figure(
        context,
        spectralSegregation,
        'network',
        answer(members, REASONS.noTies),
        extras({ isolatesAsZero: zeros(members) }),
      ),
      figures(
        context,
        spectralSegregation,
        'group',
        groups.names,
        (g) => answer(inGroup[g]!, 'nobody in this group has a tie'),
        extras({ isolatesAsZero: byGroup }),
      ),
      figures(
        context,
        spectralSegregation,
        'member',
        context.graph.ids,
        (v) => answer([v], REASONS.isolate),
        extras({}),
      ),
    ];
  },
};

/** Per member, null without contacts; or why nobody has a figure. */
function memberShares(context: MetricContext): (number | null)[] | string {
  const { union, groups, settings } = context;
  const weight = (at: number): number => (settings.strength ? union.out.strengths[at]! : 1);
  const totals = union.ids.map((_, v) =>
    settings.strength ? strengthSum(union.out, v) : union.out.offsets[v + 1]! - union.out.offsets[v]!,
  );
  const values = totals.map((total): number | null => (total === 0 ? null : 0));
  for (const piece of piecesWithin(union, groups!.of, weight)) {
    const found = spectrumOf(union, piece, totals, weight);
    if (found === null) return 'no single answer: two parts of a group are almost equally dense';
    for (const [at, v] of piece.entries()) values[v] = found[at]!;
  }
  return values;
}

/** Connected pieces, of two members or more, of the ties within groups that have any weight. */
function piecesWithin({ n, out }: CompactGraph, group: Int32Array, weight: (at: number) => number): number[][] {
  const offsets = new Int32Array(n + 1);
  const targets: number[] = [];
  for (let v = 0; v < n; v++) {
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
      const w = out.targets[at]!;
      if (group[v] === group[w] && weight(at) > 0) targets.push(w);
    }
    offsets[v + 1] = targets.length;
  }
  const pieces: number[][] = [];
  const within = { offsets, targets: Int32Array.from(targets), strengths: new Float64Array(targets.length) };
  for (const [v, piece] of weakComponents(n, within).entries()) {
    pieces[piece] ??= [];
    pieces[piece].push(v);
  }
  return pieces.filter((members) => members.length > 1);
}

/**
 * R is not symmetric, but D^½·R·D^−½ is, with D the totals: w(v, u)/√(s(v)·s(u)). It has the same eigenvalues, and its
 * eigenvector divided by √s is R’s.
 */
function spectrumOf(
  { out }: CompactGraph,
  piece: number[],
  totals: number[],
  weight: (at: number) => number,
): number[] | null {
  const position = new Map(piece.map((v, at) => [v, at]));
  const offsets = new Int32Array(piece.length + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (const [row, v] of piece.entries()) {
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
      const column = position.get(out.targets[at]!);
      if (column === undefined || weight(at) === 0) continue;
      targets.push(column);
      weights.push(weight(at) / Math.sqrt(totals[v]! * totals[piece[column]!]!));
    }
    offsets[row + 1] = targets.length;
  }
  const symmetric = { offsets, targets: Int32Array.from(targets), strengths: Float64Array.from(weights) };
  const found = dominantEigenvector(symmetric, symmetric.strengths);
  if (found === null) return null;
  const vector = piece.map((v, at) => found.vector[at]! / Math.sqrt(totals[v]!));
  const mean = meanOf(vector)!;
  // Rows of R add up to 1 at most, so λ passes 1 by rounding alone.
  return vector.map((one) => (Math.min(1, found.eigenvalue) * one) / mean);
}

function meanOf(values: (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((sum, one) => sum + one, 0) / defined.length;
}
