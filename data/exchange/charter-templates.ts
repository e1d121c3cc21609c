/**
 * Kinds of network that are common enough to have a charter of their own to begin with: how long they last, how they
 * learn, when they ask, and which practices they run. Words are the lead's; everything else may be changed.
 */
import type { CharterInput } from '../records/index.ts';

/** What a template says otherwise than the charter's defaults. */
export type TemplateValues = Partial<
  Omit<CharterInput, 'network' | 'name' | 'challenge' | 'vision' | 'callToAction' | 'valueProposition' | 'scope'>
>;

interface Template {
  /** For whom it is, in a sentence. */
  says: string;
  values: TemplateValues;
}

const ADVICE = { open: 'P14D', types: ['advice'], reminders: { every: 'P3D', atMost: 2 } };

export const TEMPLATE_NAMES = ['rapid-exchange', 'collaborative', 'peer-circles', 'federated'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export const TEMPLATES: Record<TemplateName, Template> = {
  'rapid-exchange': {
    says: 'Three to six months around one question: bring what works, try one thing of somebody else’s, tell what came of it.',
    values: {
      horizon: 'P6M',
      design: { proposePriorities: 'P7D', vote: 'P5D', prioritiesKept: 1 },
      invitation: { waves: 1, open: 'P14D', reminders: { every: 'P4D', atMost: 2 } },
      learning: {
        cycles: 1,
        stages: {
          frame: 'P7D',
          exchange: 'P21D',
          'solve-together': 'P14D',
          'co-create': 'P14D',
          'adapt-and-apply': 'P35D',
          'feed-back': 'P14D',
        },
      },
      surveys: [
        { wave: '1', after: 'P45D', ...ADVICE },
        { wave: '2', after: 'P120D', ...ADVICE },
      ],
      practices: {
        problems: {},
        framing: {},
        newcomers: { firstTiesBy: 'P21D' },
        accountability: {},
        sessions: {},
        rituals: { standing: [{ id: 'exchange', rhythm: 'P14D', at: '10:00', minutes: 90 }] },
        'peer-support': { escalateAfter: 'P5D' },
        commitments: {},
        experiments: { checkInEvery: 'P7D', openPerMember: 1, longest: 'P2M' },
        pulse: { every: 'P2M' },
        'after-action': {},
        'tacit-knowledge': {},
        repository: { reviewAfter: 'P3M' },
        stories: {},
        impact: {},
        wins: { every: 'P1M' },
        'follow-up': {},
      },
    },
  },
  collaborative: {
    says: 'Eighteen to twenty-four months of several cycles: a shared agenda, experiments, and practice that spreads between organisations.',
    values: {
      horizon: 'P22M',
      design: { proposePriorities: 'P21D', vote: 'P14D', prioritiesKept: 3 },
      invitation: { waves: 3, waveEvery: 'P14D', open: 'P28D' },
      learning: {
        cycles: 3,
        stages: {
          frame: 'P14D',
          exchange: 'P35D',
          'solve-together': 'P28D',
          'co-create': 'P28D',
          'adapt-and-apply': 'P56D',
          'feed-back': 'P14D',
        },
      },
      surveys: [
        { wave: '1', after: 'P4M', ...ADVICE },
        { wave: '2', after: 'P10M', ...ADVICE },
        { wave: '3', after: 'P18M', ...ADVICE },
      ],
      practices: {
        'theory-of-change': {},
        problems: {},
        framing: {},
        alignment: {},
        diversity: {},
        access: {},
        burden: {},
        newcomers: {},
        facilitation: {},
        'expertise-map': {},
        mentorship: {},
        accountability: {},
        sessions: {},
        rituals: { standing: [{ id: 'plenary', rhythm: 'monthly-2-TU', at: '10:00', minutes: 120 }] },
        'diverge-converge': {},
        'peer-support': {},
        experiments: {},
        probes: {},
        commitments: {},
        pulse: {},
        'after-action': {},
        reflection: {},
        'knowledge-checks': {},
        'tacit-knowledge': {},
        repository: {},
        stories: {},
        impact: {},
        wins: {},
        recognition: {},
        attribution: {},
        'membership-terms': {},
        succession: {},
        'follow-up': {},
      },
    },
  },
  'peer-circles': {
    says: 'A year of small circles that meet on their own work, led by peers: short cycles, many promises, little ceremony.',
    values: {
      horizon: 'P1Y',
      design: { proposePriorities: 'P14D', vote: 'P7D', prioritiesKept: 4 },
      learning: {
        cycles: 4,
        stages: {
          frame: 'P7D',
          exchange: 'P14D',
          'solve-together': 'P14D',
          'co-create': 'P10D',
          'adapt-and-apply': 'P21D',
          'feed-back': 'P7D',
        },
        smallestContributions: 1,
      },
      surveys: [
        { wave: '1', after: 'P3M', ...ADVICE },
        { wave: '2', after: 'P10M', ...ADVICE },
      ],
      practices: {
        circles: { largest: { 'peer-circle': 8 } },
        newcomers: {},
        facilitation: {},
        accountability: {},
        sessions: {},
        rituals: { standing: [{ id: 'circle', rhythm: 'P14D', at: '16:00', minutes: 60 }] },
        'peer-support': { peersAsked: 3 },
        commitments: { remindBefore: 'P2D', askFor: 'P7D' },
        reflection: {},
        pulse: {},
        'after-action': {},
        stories: {},
        wins: {},
        'membership-terms': {},
      },
    },
  },
  federated: {
    says: 'Pods in several places with an agenda of their own and one in common: what is watched is the exchange between pods.',
    values: {
      horizon: 'P2Y',
      members: { attributes: ['pod', 'region', 'organisation'], smallestNumber: 10 },
      invitation: { waves: 4, waveEvery: 'P14D', open: 'P28D' },
      learning: {
        cycles: 4,
        stages: {
          frame: 'P14D',
          exchange: 'P28D',
          'solve-together': 'P21D',
          'co-create': 'P28D',
          'adapt-and-apply': 'P42D',
          'feed-back': 'P14D',
        },
      },
      surveys: [
        { wave: '1', after: 'P5M', ...ADVICE },
        { wave: '2', after: 'P12M', ...ADVICE },
        { wave: '3', after: 'P20M', ...ADVICE },
      ],
      health: {
        groupBy: 'pod',
        rules: [
          {
            id: 'thin-exchange',
            metric: 'e-i-index',
            groupBy: 'pod',
            below: -0.4,
            atMostP: 0.05,
            propose: 'introductions',
            atMost: 6,
            cooldown: 'P60D',
          },
        ],
      },
      practices: {
        alignment: {},
        framing: {},
        diversity: {},
        burden: {},
        circles: {},
        newcomers: {},
        'expertise-map': {},
        mentorship: {},
        variants: { attributes: ['pod', 'region'] },
        sessions: {},
        rituals: { standing: [{ id: 'between-pods', rhythm: 'monthly-1-TH', at: '10:00', minutes: 90 }] },
        'diverge-converge': {},
        'peer-support': { peersAsked: 6 },
        experiments: {},
        pulse: {},
        'after-action': {},
        repository: {},
        stories: {},
        impact: {},
        wins: {},
        succession: {},
        'follow-up': {},
      },
    },
  },
};
