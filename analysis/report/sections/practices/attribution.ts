/** What members claim for the network, beside what else may explain it; never a percentage of an effect. */
import { list, many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';
import { metricFigure } from './figure.ts';

const MOST_SHOWN = 30;

interface Claim {
  claim: string;
  confidence: string;
  status: string;
  rivals: { rival: string; standing: string }[];
}

export const attribution: SectionOf = (scene) => {
  const title = 'What did the network contribute?';
  const { figure, details, isKnown } = metricFigure(scene, 'claims-supported', {
    label: 'Claims that somebody else found supported',
    format: 'share',
    note: ({ reviewed, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${reviewed} that were reviewed; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const claims = (details.each ?? []) as Claim[];
  const records = scene.input.records.practices?.['contribution-claim'] ?? [];
  const claimedOn = new Map(records.map(({ claim, claimedAt }) => [claim, claimedAt.slice(0, 10)]));
  if (claims.length === 0) return section('attribution', title, { paragraphs: ['Nobody has claimed anything yet.'] });
  return section('attribution', title, {
    paragraphs: [
      `Members made ${many(claims.length, 'claim')}. Beside them stand ${many(Number(details.rivals), 'other explanation')}, of which ${details.standing} still hold.`,
    ],
    figures: isKnown ? [figure] : [],
    tables: [
      {
        id: 'contribution-claims',
        title: 'Claims, beside what else may explain the outcome',
        columns: [
          { label: 'claim', format: 'text' },
          { label: 'of', format: 'date' },
          { label: 'review', format: 'text' },
          { label: 'confidence', format: 'text' },
          { label: 'other explanations', format: 'text' },
        ],
        rows: claims
          .slice(0, MOST_SHOWN)
          .map(({ claim, status, confidence, rivals }) => [
            ...[claim, claimedOn.get(claim) ?? null, inWords(status), confidence, rivalsInWords(rivals)],
          ]),
        note: claims.length > MOST_SHOWN ? `${claims.length - MOST_SHOWN} more are in the measurement.` : null,
      },
    ],
    notes: [
      whereWordsAre(scene, 'contribution-claim', 'What is claimed, and on what evidence, stands in words, which'),
      'A supported claim says that the network was among the causes. How much of an outcome is owed to it cannot be told from this, and is not.',
    ],
  });
};

function rivalsInWords(rivals: Claim['rivals']): string {
  return list(rivals.map(({ rival, standing }) => `${inWords(rival)} (${inWords(standing)})`));
}

function inWords(word: string): string {
  return word.replaceAll('-', ' ');
}
