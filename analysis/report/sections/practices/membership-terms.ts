/** Who came and went, whether the core stayed, and how terms of membership went on. */
import { protectCounts } from '../../../suppression.ts';
import { many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const membershipTerms: SectionOf = (scene) => {
  const churn = metricFigure(scene, 'membership-churn', {
    label: 'Membership that changed',
    format: 'share',
    note: ({ before, after }) => `from ${before} members in the survey before to ${after} in this one`,
  });
  const core = metricFigure(scene, 'core-retained', {
    label: 'Core that stayed',
    format: 'share',
    note: ({ core: of }) => `of the ${of} who held the network together before`,
  });
  const terms = scene.input.records.practices?.['membership-term'] ?? [];
  const goOn = terms.filter(({ status }) => status === 'running' || status === 'asked');
  // Each member is in one of these, so that what is hidden cannot be told from the rest.
  const rows: [string, number][] = [
    ['in their first term', goOn.filter(({ begun }) => begun === 'joined').length],
    ['renewed by their own word', goOn.filter(({ begun }) => begun === 'renewed').length],
    ['stayed without a word', goOn.filter(({ begun }) => begun === 'stayed').length],
    ['pausing', terms.filter(({ status }) => status === 'paused').length],
    ['ended without a word', terms.filter(({ status }) => status === 'lapsed').length],
    ['left', terms.filter(({ status }) => status === 'left').length],
  ];
  const counts = rows.map(([, count]) => count);
  const protections = protectCounts(counts, { smallest: scene.smallest, atLeast: 0 });
  return section('membership-terms', 'Who goes on?', {
    paragraphs:
      terms.length === 0
        ? ['No term of membership has begun yet.']
        : protections.every((protection) => protection !== 'shown')
          ? [`${many(terms.length, 'member')} have a term; too few are in any one state for more to be shown.`]
          : [],
    figures: [churn.figure, core.figure],
    tables: protections.every((protection) => protection !== 'shown')
      ? []
      : [
          {
            id: 'membership-terms-table',
            title: 'How members take part',
            columns: [
              { label: 'members', format: 'text' },
              { label: 'how many', format: 'count' },
            ],
            rows: rows.map(([what, count], at) => {
              const protection = protections[at] ?? 'withheld';
              return [what, protection === 'shown' ? count : { suppressed: protection }];
            }),
            note: null,
          },
        ],
    notes: ['Who pauses, leaves or does not answer is not shown. A pause is nobody’s fault, and no end.'],
  });
};
