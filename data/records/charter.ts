/**
 * The charter: the agreement that a network runs under. One definition for the YAML that a lead writes, the JSON Schema
 * that an editor reads, the fact that is stored and the policy that workflows obey.
 *
 * Every cadence is an ISO-8601 duration. What has a sensible default may be left out; what makes a network a network
 * (challenge, vision, call to action, value proposition) may not.
 */
import { z } from 'zod';
import { Id, Instant, NetworkId, subjectOf } from './common.ts';
import { Duration } from './duration-schema.ts';
import { PracticesOn } from './practices/index.ts';
import { Questionnaire } from './questionnaire.ts';
import { recordKind } from './record-kind.ts';
import { RoleName } from './role-names.ts';

const Words = z.string().trim().min(10, 'say it in at least ten characters').max(2000);
const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as 2026-02-28')
  .refine((text) => {
    const instant = new Date(`${text}T00:00:00.000Z`);
    return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
  }, 'this date does not exist');
const TimeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'use an IANA time zone such as Europe/Berlin or Africa/Nairobi');

export { ROLE_NAMES, RoleName } from './role-names.ts';

/** What a role may be given the right to do. `member` stands for every active member. */
export const RIGHT_NAMES = [
  'confirm-readiness',
  'set-agenda',
  'decide-proposals',
  'decide-sustainment',
  'stop-proposals',
  'close-early',
] as const;
export const RightName = z.enum(RIGHT_NAMES);
export type RightName = z.infer<typeof RightName>;

const Rights = z.array(RoleName).min(1, 'at least one role must hold this right');
const Reminders = z.strictObject({ every: Duration, atMost: z.int().min(0).max(20) });
const People = z.array(z.string().min(1).max(200)).default([]);

/** Where it binds, and says no or nothing, the network cannot be renewed. */
const Gate = z.strictObject({ binding: z.boolean().default(false) });

const Survey = z.strictObject({
  wave: z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'name a wave with up to 20 letters, digits and dashes'),
  /** After the start of the network. */
  after: Duration,
  open: Duration,
  /** Types of tie that are asked for. */
  types: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'name a type of tie in small letters')).min(1),
  reminders: Reminders.default({ every: 'P3D', atMost: 2 }),
});

const Rule = z
  .strictObject({
    id: Id,
    /** A metric of `weft metrics`. */
    metric: Id,
    groupBy: z.string().min(1).max(100).optional(),
    below: z.number().optional(),
    above: z.number().optional(),
    /** Only where a permutation test says that chance alone is unlikely. Corrected for the number of rules. */
    atMostP: z.number().gt(0).max(1).optional(),
    propose: z.enum(['introductions', 'nothing']).default('nothing'),
    /** How many proposals at once. */
    atMost: z.int().min(1).max(20).default(4),
    /** How long the rule rests after it has proposed, and how long a declined proposal is not made again. */
    cooldown: Duration.default('P30D'),
  })
  .refine((rule) => (rule.below === undefined) !== (rule.above === undefined), {
    message: 'give either below or above',
    path: ['below'],
  });

const Target = z
  .strictObject({
    metric: Id,
    groupBy: z.string().min(1).max(100).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** With fewer answers, 0 to 1, the figure is not judged; left out, as for every figure. */
    smallestResponse: z.number().min(0).max(1).optional(),
    /** When the target is looked at again: whoever leads is asked to. */
    review: CalendarDate.optional(),
  })
  .refine((target) => target.atLeast !== undefined || target.atMost !== undefined, {
    message: 'give atLeast or atMost',
    path: ['atLeast'],
  });

export const CharterDocument = z.strictObject({
  charter: z.literal(1, 'this version of Weft reads charters of version 1'),
  network: NetworkId,
  name: z.string().trim().min(3).max(120),
  challenge: Words,
  vision: Words,
  callToAction: Words,
  valueProposition: Words,
  scope: Words,
  /** How long the network is meant to last before it is renewed, handed over or closed. */
  horizon: Duration,
  timeZone: TimeZone,
  /** Days on which nobody is asked for anything; what falls due is moved to the first day after. */
  blackouts: z
    .array(
      z.strictObject({ from: CalendarDate, to: CalendarDate }).refine((span) => span.from <= span.to, {
        message: 'a blackout ends on or after the day it begins',
        path: ['to'],
      }),
    )
    .default([]),
  /**
   * The programme's clock. Left out, it is the real one. The demonstration runs months in seconds by the same code:
   * `starts` is the date of the first day, `dayLastsSeconds` how long a programme day takes.
   */
  clock: z.strictObject({ starts: CalendarDate, dayLastsSeconds: z.number().gt(0).max(86_400) }).optional(),

  roles: z.strictObject({
    lead: z.array(z.string().min(1).max(200)).min(1, 'name at least one lead'),
    steward: People,
    facilitator: People,
    evaluator: People,
    sponsor: People,
  }),
  rights: z
    .strictObject({
      'confirm-readiness': Rights.default(['lead']),
      'set-agenda': Rights.default(['lead', 'facilitator']),
      'decide-proposals': Rights.default(['lead']),
      'decide-sustainment': Rights.default(['lead', 'sponsor']),
      'stop-proposals': Rights.default(['lead', 'steward']),
      'close-early': Rights.default(['lead']),
    })
    .prefault({}),
  members: z
    .strictObject({
      /** Columns that may be shown in aggregate. What else identifies people stays in the people store. */
      attributes: z.array(z.string().min(1).max(100)).default(['region', 'organisation']),
      /** Fewer than this who joined, and learning does not begin. */
      smallestNumber: z.int().min(2).default(5),
    })
    .prefault({}),

  design: z
    .strictObject({
      /** What must be confirmed, with evidence, before anybody is invited. */
      readiness: z.array(z.strictObject({ id: Id, text: z.string().min(5).max(500) })).default([
        { id: 'challenge-shared', text: 'Those who will take part see the challenge as theirs' },
        { id: 'sponsor-named', text: 'A sponsor is named and has said yes' },
        { id: 'time-agreed', text: 'Members may use working time for it' },
      ]),
      proposePriorities: Duration.default('P14D'),
      vote: Duration.default('P7D'),
      /** How many of the ranked priorities become the learning agenda. */
      prioritiesKept: z.int().min(1).max(20).default(3),
    })
    .prefault({}),
  invitation: z
    .strictObject({
      /** Into how many waves the members are split. */
      waves: z.int().min(1).max(20).default(1),
      waveEvery: Duration.default('P7D'),
      reminders: Reminders.default({ every: 'P5D', atMost: 2 }),
      /** After the last wave, answers are awaited this long. */
      open: Duration.default('P21D'),
      /** How many may be members at a time. Left out: as many as come. */
      places: z.int().min(2).max(100_000).optional(),
      /** The attribute by which the report says who was reached and who came. Left out: that of `health.groupBy`. */
      segment: z.string().min(1).max(100).optional(),
    })
    .prefault({}),
  learning: z
    .strictObject({
      cycles: z.int().min(1).max(50).default(2),
      stages: z
        .strictObject({
          frame: Duration.default('P7D'),
          exchange: Duration.default('P14D'),
          'solve-together': Duration.default('P14D'),
          'co-create': Duration.default('P14D'),
          'adapt-and-apply': Duration.default('P21D'),
          'feed-back': Duration.default('P7D'),
        })
        .prefault({}),
      /** Contributions a stage needs before it may end early by the facilitator's word; the time box ends it anyway. */
      smallestContributions: z.int().min(0).default(3),
    })
    .prefault({}),
  sustainment: z
    .strictObject({
      decideWithin: Duration.default('P28D'),
      /** What is done when nobody decides. */
      otherwise: z.enum(['renew', 'hand-over', 'close']).default('close'),
      /** Who is heard before it is decided. Those that are left out are not asked. */
      gates: z
        .strictObject({
          members: Gate.extend({ smallestTurnout: z.number().min(0).max(1).default(0) }).optional(),
          sponsor: Gate.optional(),
          funding: Gate.optional(),
          within: Duration.default('P14D'),
        })
        .prefault({}),
      handOver: z
        .strictObject({
          acceptWithin: Duration.default('P14D'),
          completeWithin: Duration.default('P28D'),
          checklist: z
            .array(z.strictObject({ id: Id, text: z.string().min(5).max(500) }))
            .max(20)
            .default([
              { id: 'open-matters', text: 'Whoever takes over knows what is open and who waits for what' },
              { id: 'accounts', text: 'Accounts, folders and keys are theirs' },
              { id: 'people-told', text: 'Members, sponsors and organisations know whom to turn to' },
            ]),
        })
        .prefault({}),
    })
    .prefault({}),

  /** Those that are named are on, each with its settings. */
  practices: PracticesOn.prefault({}),
  /** Questionnaires of its own: one of the same name goes before one that ships. */
  questionnaires: z.array(Questionnaire).max(20, 'give at most twenty').default([]),

  surveys: z.array(Survey).default([]),
  decisions: z
    .strictObject({
      remindAfter: Duration.default('P3D'),
      escalateAfter: Duration.default('P7D'),
      expireAfter: Duration.default('P14D'),
      /** Who may decide as well once a decision is escalated. */
      deputy: RoleName.default('steward'),
    })
    .prefault({}),
  introductions: z
    .strictObject({
      consentWithin: Duration.default('P14D'),
      meetWithin: Duration.default('P28D'),
    })
    .prefault({}),
  health: z
    .strictObject({
      every: Duration.default('P1M'),
      /** The attribute by which silos are looked for. */
      groupBy: z.string().min(1).max(100).default('region'),
      /** Further attributes by which contact across is looked at, such as the concern. */
      alsoGroupBy: z.array(z.string().min(1).max(100)).max(5).optional(),
      tieTypes: z.array(z.string().min(1).max(60)).optional(),
      /** Below this response rate, 0 to 1, a figure is not estimable. */
      smallestResponse: z.number().min(0).max(1).default(0.5),
      /** Groups with fewer members are not shown. Never under 5 where people are identifiable. */
      smallestGroup: z.int().min(5, 'groups under five are never shown').default(5),
      permutations: z.int().min(999).max(1_000_000).default(10_000),
      seed: z.int().min(0).default(1),
      targets: z.array(Target).default([]),
      rules: z.array(Rule).default([
        {
          id: 'thin-exchange',
          metric: 'e-i-index',
          groupBy: 'region',
          below: -0.4,
          atMostP: 0.05,
          propose: 'introductions',
          atMost: 4,
          cooldown: 'P30D',
        },
      ]),
      /** How many proposals may concern one person at a time. */
      capPerPerson: z.int().min(1).max(10).default(1),
      /** Days after an approved proposal was carried out at which its outcome is looked at. */
      outcomeAfterDays: z.array(z.int().min(1).max(730)).min(1).default([30, 90]),
    })
    .prefault({}),
  consent: z.strictObject({
    /** What members are told about how their answers are used. */
    statement: Words,
    /** Who sees single answers and whole maps. Everybody else sees aggregates. */
    wholeMapsSeenBy: z.array(RoleName).default(['steward', 'evaluator']),
    /** Whether the archive of the network says who is behind an id. */
    namesInArchive: z.boolean().default(false),
  }),
});

export type CharterDocument = z.infer<typeof CharterDocument>;
/** What a lead may write: the document with its defaults left out. */
export type CharterInput = z.input<typeof CharterDocument>;
export type HealthRule = CharterDocument['health']['rules'][number];

/** The agreement a network runs under, as it stood from a date on. */
export const Charter = recordKind({
  name: 'charter',
  says: 'The agreement a network runs under, as it stood from a date on.',
  schema: z.strictObject({
    /** SHA-256 of the charter's canonical JSON. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    document: CharterDocument,
    /** The real instant of the launch: with the document's `clock` it is the programme's clock. Absent: not launched here. */
    launchedAt: Instant.optional(),
  }),
  subject: () => subjectOf('charter'),
  columns: ['digest', 'document', 'launchedAt'],
  example: {
    launchedAt: '2026-01-05T08:00:00.000Z',
    digest: '0f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a6978',
    document: CharterDocument.parse({
      charter: 1,
      network: 'three-regions',
      name: 'Three regions exchange',
      challenge: 'Families wait eleven weeks for a first appointment.',
      vision: 'Every family is seen within three weeks, wherever they live.',
      callToAction: 'Bring one practice that shortened your waiting list, and try one of another region.',
      valueProposition: 'Six months, four hours a month, and you take home what already works.',
      scope: 'Child and family clinics of the three regions.',
      horizon: 'P6M',
      timeZone: 'Europe/Berlin',
      roles: { lead: ['p01'] },
      consent: { statement: 'Answers are seen by stewards; everybody else sees figures for groups of five or more.' },
    }),
  },
});

export type CharterBody = z.infer<typeof Charter.schema>;
