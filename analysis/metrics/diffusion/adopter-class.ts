/** Adopter classes: who was early and who was late, against the others. */
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { Metric } from '../metric.ts';
import { figures } from '../result.ts';

export const adopterClass: Metric = {
  id: 'adopter-class',
  family: 'diffusion',
  scopes: ['member'],
  title: 'Adopter class',
  question: 'Who took it up early, and who late?',
  definition:
    'Cuts of the period of adoption at its mean over adopters and one standard deviation (n − 1) to each side: early-adopter ≤ mean − sd < early-majority ≤ mean < late-majority ≤ mean + sd < laggard.',
  direction: 'Ties are not read.',
  normalization: 'One of four names; counts in the details.',
  edgeCases: 'Not adopted while observed: null. Fewer than two adopters, or all in one period: no classes, null.',
  cost: 'O(n).',
  reference: 'Rogers 2003, Diffusion of Innovations; Valente 1995',
  oracle: 'netdiffuseR classify_adopters (time), exact',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
  },
  reading: 'A class is relative to this network and practice, and no trait of a person.',
  example: {
    network: 'a b c d e',
    adoptions: { a: 1, b: 3, c: 3, d: 5 },
    gives: { a: 'early-adopter', b: 'early-majority', c: 'early-majority', d: 'laggard', e: null },
  },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    return adoptersOf(context).map((adopters) => {
      const classOf = classesOf(adopters);
      const answers = [...adopters.adopted].map((period): { value: AdopterClass } | { reason: string } => {
        if (period === -1) return { reason: 'has not adopted while observed' };
        return classOf === null ? { reason: 'too few adopters, or all in one period' } : { value: classOf(period) };
      });
      const counts = new Map<string, number>(CLASSES.map((name) => [name, 0]));
      for (const answer of answers) if ('value' in answer) counts.set(answer.value, counts.get(answer.value)! + 1);
      const details = { practice: adopters.practice, counts: Object.fromEntries(counts) };
      return figures(context, adopterClass, 'member', context.graph.ids, (v) => answers[v]!, { details });
    });
  },
};

const CLASSES = ['early-adopter', 'early-majority', 'late-majority', 'laggard'] as const;

type AdopterClass = (typeof CLASSES)[number];

function classesOf({ adopted }: Adopters): ((period: number) => AdopterClass) | null {
  const times = [...adopted].filter((period) => period >= 0);
  if (times.length < 2) return null;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const sd = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1));
  if (sd === 0) return null;
  return (period) => {
    if (period <= mean - sd) return 'early-adopter';
    if (period <= mean) return 'early-majority';
    return period <= mean + sd ? 'late-majority' : 'laggard';
  };
}
