/** Ways of running the network, compared; and whether it was an experiment. */
import type { VariantCompared } from '../../../metrics/practice/variant-difference.ts';
import { count, decimal, list, many, pValue, signed } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

type Outcome = VariantCompared['outcomes'][number];

const OUTCOMES: Record<Outcome['outcome'], string> = {
  contributions: 'contributions',
  adoptions: 'practices taken up',
  ties: 'others met in the network’s work',
  sessions: 'sessions attended',
  answers: 'requests answered',
};

export const variants: SectionOf = (scene) => {
  const title = 'Which way of running the network serves members better?';
  const { figure, details } = metricFigure(scene, 'variant-difference', {
    label: 'Difference between arms, per member',
    format: 'signed',
    note: ({ variant, outcome }) => `${variant}, ${OUTCOMES[outcome as Outcome['outcome']]} since the assignment`,
  });
  const all = (details.variants ?? []) as VariantCompared[];
  if (all.length === 0) {
    return section('variants', title, { paragraphs: ['No part of the network is run in several ways.'] });
  }
  const rows = all.flatMap(({ variant, outcomes }) => outcomes.map((one) => rowOf(variant, one)));
  return section('variants', title, {
    paragraphs: all.map(inWords),
    figures: [figure],
    tables: [
      {
        id: 'variant-arms',
        title: 'Members by arm',
        columns: [
          { label: 'variant', format: 'text' },
          { label: 'arm', format: 'text' },
          { label: 'members', format: 'count' },
        ],
        rows: all.flatMap(({ variant, arms }) => arms.map(({ arm, members }) => [variant, arm, members])),
        note: 'Arms of fewer than five are not shown, and not compared.',
      },
      {
        id: 'variant-outcomes',
        title: 'What members gained since the assignment, between arms',
        columns: [
          { label: 'variant', format: 'text' },
          { label: 'outcome', format: 'text' },
          { label: 'difference', format: 'text' },
          { label: '95 % interval', format: 'text' },
          { label: 'chance alone gives', format: 'text' },
          { label: 'p, adjusted', format: 'text' },
        ],
        rows,
        note: `p by ${many(Number(details.permutations), 'shuffle')} of who is in which arm, adjusted for the number of outcomes. Of two arms the difference is b less a; of more, the highest less the lowest, which has no interval.`,
      },
    ],
    notes: ['An interval around 0 decides nothing: it is no proof that both ways are alike.'],
  });
};

function inWords({ variant, status, by, randomised, within, arms, reason, outcomes }: VariantCompared): string {
  const sizes = list(
    arms.map(({ arm, members }) => `${arm} with ${members === null ? 'fewer than five' : count(members)}`),
  );
  const how = randomised
    ? `Members were drawn into the arms by lot${within === null ? '' : `, balanced within ${within}`}: this is an experiment, and what chance does not explain is owed to the variant.`
    : `Members came into the arms by ${by === 'naming' ? 'being named' : 'an attribute'}: this is a comparison and no experiment. The arms may have differed before, and a difference says nothing of its cause.`;
  const runs = status === 'running' ? 'runs' : 'has ended';
  return `${variant} ${runs}: arms ${sizes}. ${how} ${reason === null ? verdict(outcomes) : `It is not compared: ${reason}.`}`;
}

const FINDING = 0.05;

function verdict(outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ adjustedP }) => adjustedP < FINDING);
  if (found.length === 0) return 'No difference is beyond what chance alone gives.';
  const named = found.map(({ outcome, difference }) => `${OUTCOMES[outcome]} (${signed(difference)} per member)`);
  return `Beyond what chance alone gives: ${list(named)}.`;
}

function rowOf(variant: string, { outcome, difference, interval, chance, adjustedP }: Outcome): (string | null)[] {
  return [variant, OUTCOMES[outcome], signed(difference), interval && span(interval), span(chance), pValue(adjustedP)];
}

function span([low, high]: [number, number]): string {
  return `${decimal(low)} to ${decimal(high)}`;
}
