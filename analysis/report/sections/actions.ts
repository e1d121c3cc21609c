/**
 * What to do, and what became of what was done: findings, the introductions proposed with their reasons, and every earlier
 * proposal from decision to outcome.
 */
import type { BodyOf } from '../../../data/records/index.ts';
import type { Cell, Figure, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, count, decimal, inWords, list, many, percent, signed } from '../words.ts';
import { type EarlierProposal, earlierProposals } from './earlier-proposals.ts';
import { quantityOf, titleOf } from './figure-words.ts';
import { metricFigure } from './practices/figure.ts';
import { type SectionOf, section } from './section.ts';

export const actions: SectionOf = (scene) => {
  const { check } = scene;
  const earlier = earlierProposals(scene);
  return section('actions', 'What to do, and what became of earlier proposals', {
    paragraphs: [proposedNow(scene), ...outlooks(scene), ...silent(scene)],
    figures: introductionFigures(scene),
    tables: [
      ...(check.findings.length === 0 ? [] : [findingTable(scene)]),
      ...(check.proposals.length === 0 ? [] : [proposalTable(scene)]),
      ...(earlier.length === 0 ? [] : [earlierTable(scene, earlier)]),
      ...(earlier.some(({ outcomes }) => outcomes.length > 0) ? [outcomeTable(scene, earlier)] : []),
    ],
    notes:
      check.proposals.length === 0 && earlier.length === 0
        ? []
        : [
            'A proposal is advice. Somebody with the right to decide approves or declines it, and both members must agree before they are introduced.',
          ],
  });
};

function proposedNow({ check }: Scene): string {
  const made = check.proposals.length;
  if (made === 0)
    return check.findings.length === 0
      ? 'Nothing is proposed: no rule of the charter has fired.'
      : 'Nothing is proposed now.';
  return `${capital(inWords(made))} ${made === 1 ? 'introduction is' : 'introductions are'} proposed; nothing happens before somebody has decided.`;
}

/** Nothing before the first introduction; from then on all three, with why one is not known. */
function introductionFigures(scene: Scene): Figure[] {
  if ((scene.input.records.practices?.introduction ?? []).length === 0) return [];
  const share = (metric: string, label: string): Figure =>
    metricFigure(scene, metric, {
      label,
      format: 'share',
      note: ({ introductions, interval }) => {
        const [low, high] = interval as [number, number];
        return `of ${introductions}; 95 % interval ${percent(low)} to ${percent(high)}`;
      },
    }).figure;
  return [
    share('introductions-accepted', 'Introductions that both accepted'),
    share('introductions-met', 'Of those, met'),
    share('introductions-lasting', 'Still in touch after 90 days'),
  ];
}

function outlooks({ check }: Scene): string[] {
  return check.outlooks.flatMap(({ metric, groupBy, figure, ifAllDone, acceptRate, adopters }) => {
    if (ifAllDone === null || figure.expected === null || figure.doingNothing === null) return [];
    const key = groupBy === null ? metric : `${metric}@${groupBy}`;
    const band =
      figure.low === null || figure.high === null
        ? ''
        : ` (nine times in ten ${signed(figure.low, 3)} to ${signed(figure.high, 3)})`;
    const practice =
      adopters?.expected === null || adopters?.expected === undefined
        ? ''
        : ` About ${decimal(adopters.expected, 1)} further members would take up a practice.`;
    return [
      `${titleOf(key)} stands at ${signed(figure.doingNothing, 3)} and would be ${signed(ifAllDone, 3)} if every introduction led to a tie. As ${percent(acceptRate)} of introductions may be expected to come about, ${signed(figure.expected, 3)} is likely${band}.${practice}`,
    ];
  });
}

function silent({ check }: Scene): string[] {
  if (check.notProposed.length === 0) return [];
  return [`Not proposed, and why: ${check.notProposed.map(({ rule, reason }) => `${rule} (${reason})`).join('; ')}.`];
}

function findingTable({ check }: Scene): Table {
  return {
    id: 'findings',
    title: 'Findings',
    columns: [
      { label: 'rule', format: 'text' },
      { label: 'figure', format: 'text' },
      { label: 'value', format: 'decimal' },
      { label: 'limit', format: 'decimal' },
      { label: 'test', format: 'p' },
      { label: 'answered', format: 'share' },
    ],
    rows: check.findings.map((finding): Cell[] => {
      const key = finding.groupBy === null ? finding.metric : `${finding.metric}@${finding.groupBy}`;
      return [
        finding.rule,
        titleOf(key),
        quantityOf(key, finding.value),
        quantityOf(key, finding.threshold),
        finding.p,
        finding.response,
      ];
    }),
    note: null,
  };
}

function proposalTable(scene: Scene): Table {
  return {
    id: 'proposals',
    title: 'Introductions that would help most',
    columns: [
      { label: 'introduce', format: 'text' },
      { label: 'to', format: 'text' },
      { label: 'why', format: 'text' },
      { label: 'index if done', format: 'change' },
    ],
    rows: scene.check.proposals.map((proposal): Cell[] => [
      scene.who(proposal.parties[0]!),
      proposal.parties.slice(1).map(scene.who).join(', '),
      reasonsOf(proposal),
      proposal.predicted,
    ]),
    note: 'Each is counted for itself: what the index would be if this introduction alone led to a tie both ways.',
  };
}

/** Reasons that help to decide, in words. What is said of the whole set (accept rate, adopters) is not repeated for each. */
const REASON_WORDS: Record<string, (value: number | string) => string> = {
  'reach-gained': (value) => `brings ${many(Number(value), 'more pair')} within two steps`,
  'distance-now': (value) =>
    typeof value === 'number' ? `now ${count(value)} steps apart` : 'no way between them now',
  'common-contacts': (value) => `${value === 0 ? 'no contact' : many(Number(value), 'contact')} in common`,
  load: (value) =>
    `the busier of the two has ${value === 0 ? 'no contact' : many(Number(value), 'contact')} across groups`,
  unanswered: () => 'one of them has not answered the survey',
};

function reasonsOf({ reasons }: BodyOf<'proposal'>): string {
  return reasons
    .flatMap(({ code, value }) => {
      const words = Object.hasOwn(REASON_WORDS, code) ? REASON_WORDS[code] : undefined;
      return words === undefined ? [] : [words(value)];
    })
    .join('; ');
}

const DECISIONS: Record<string, string> = {
  asked: 'waiting for a decision',
  reminded: 'waiting, reminded',
  escalated: 'waiting, escalated',
  expired: 'nobody decided in time',
};
const STANDINGS: Record<string, string> = {
  proposed: 'waiting for a decision',
  withdrawn: 'withdrawn',
  expired: 'nobody decided in time',
};
const INTRODUCTIONS: Record<string, string> = {
  asked: 'both were asked',
  refused: 'one said no',
  agreed: 'both agreed',
  met: 'they met',
  'not-met': 'they did not meet',
  lapsed: 'no answer in time',
};

function earlierTable(scene: Scene, earlier: EarlierProposal[]): Table {
  return {
    id: 'earlier-proposals',
    title: 'Earlier proposals',
    columns: [
      { label: 'proposed', format: 'date' },
      { label: 'introduce', format: 'text' },
      { label: 'decision', format: 'text' },
      { label: 'introduction', format: 'text' },
    ],
    rows: earlier.map(({ proposal, decision, introduction }): Cell[] => [
      proposal.at.slice(0, 10),
      list(proposal.parties.map(scene.who)),
      decisionWords(proposal, decision),
      introduction === undefined ? null : (INTRODUCTIONS[introduction.status] ?? introduction.status),
    ]),
    note: null,
  };
}

function decisionWords(proposal: BodyOf<'proposal'>, decision: BodyOf<'decision'> | undefined): string {
  if (decision?.status !== 'decided') {
    if (decision !== undefined) return DECISIONS[decision.status] ?? decision.status;
    return STANDINGS[proposal.status] ?? proposal.status;
  }
  return decision.right === null ? proposal.status : `${proposal.status} by the ${decision.right}`;
}

const VERDICTS: Record<string, string> = {
  worked: 'worked',
  partly: 'worked in part',
  'no-effect': 'no effect',
  worse: 'worse than before',
  'not-done': 'not done',
  'not-estimable': 'cannot be said',
};

function outcomeTable(scene: Scene, earlier: EarlierProposal[]): Table {
  return {
    id: 'outcomes',
    title: 'Outcome checks: predicted against observed',
    columns: [
      { label: 'introduction', format: 'text' },
      { label: 'after', format: 'text' },
      { label: 'before', format: 'change' },
      { label: 'predicted', format: 'change' },
      { label: 'observed', format: 'change' },
      { label: 'tie', format: 'text' },
      { label: 'verdict', format: 'text' },
    ],
    rows: earlier.flatMap(({ proposal, outcomes }) =>
      outcomes.map((outcome): Cell[] => [
        list(proposal.parties.map((member) => scene.who(member))),
        many(outcome.afterDays, 'day'),
        outcome.before,
        outcome.predicted,
        outcome.observed,
        outcome.tieFormed === null ? null : outcome.tieFormed ? 'formed' : 'not formed',
        VERDICTS[outcome.verdict] ?? outcome.verdict,
      ]),
    ),
    note: `Figures are of the whole network${scene.groupBy === null ? '' : ` by ${scene.groupBy}`}: other things move them, too, so an outcome is a reason to look, not a proof.`,
  };
}
