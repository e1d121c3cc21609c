import fc from 'fast-check';
import { Duration } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { charterJsonSchema } from '../../../data/exchange/charter-schema.ts';
import { CHARTER_EXAMPLES, CHARTER_SETTINGS } from '../../../data/exchange/charter-settings.ts';
import { charterTemplate } from '../../../data/exchange/charter-template.ts';
import { TEMPLATE_NAMES, TEMPLATES } from '../../../data/exchange/charter-templates.ts';
import { charterProblemText, readCharter } from '../../../data/exchange/charter-yaml.ts';
import { CharterSchema, STAGES } from '../../../data/records/index.ts';

const METRICS = ['e-i-index', 'density', 'reciprocity'];

/** What only the lead can say. */
const WORDS = {
  network: 'river-valley',
  name: 'River valley',
  challenge: 'Families wait eleven weeks for a first appointment.',
  vision: 'Every family is seen within three weeks.',
  callToAction: 'Bring one practice that shortened your waiting list.',
  valueProposition: 'Take home what already works elsewhere.',
  scope: 'Child and family clinics of the valley.',
  timeZone: 'Europe/Berlin',
};

function good(): string {
  return `charter: 1
${stringify(WORDS)}horizon: P9M
roles:
  lead: [p01]
  steward: [p02]
consent:
  statement: Answers are seen by stewards alone.
`;
}

function problems(text: string) {
  const reading = readCharter(text, 'charter.yaml', { metrics: METRICS });
  return reading.ok
    ? []
    : reading.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}

/** A mistake put into a good charter: the text with lines appended, and what must be said. */
function one(added: string): string[] {
  return problems(`${good()}${added}`);
}

describe('Story: a lead mends a charter in one sitting, because every mistake is named by line and column', () => {
  it('takes a charter that is right, with defaults for what is left out', () => {
    const reading = readCharter(good(), 'charter.yaml', { metrics: METRICS });
    expect(reading.ok).toBe(true);
    if (reading.ok) expect(reading.charter.learning.cycles).toBe(2);
    expect(reading.warnings).toEqual([]);
  });

  it('ten mistakes of ten kinds give ten located messages', () => {
    const text = [
      /*  1 */ 'charter: 1',
      /*  2 */ 'network: River Valley',
      /*  3 */ 'name: River valley',
      /*  4 */ 'name: River valley again',
      /*  5 */ 'vision: 2030',
      /*  6 */ 'callToActoin: Bring one practice that shortened your waiting list.',
      /*  7 */ 'callToAction: Bring one practice that shortened your waiting list.',
      /*  8 */ 'valueProposition: Take home what already works.',
      /*  9 */ 'scope: Child and family clinics of the valley.',
      /* 10 */ 'horizon: 6 months',
      /* 11 */ 'timeZone: Berlin',
      /* 12 */ 'roles:',
      /* 13 */ '  lead: p01',
      /* 14 */ 'members:',
      /* 15 */ '\tsmallestNumber: 5',
      /* 16 */ 'health:',
      /* 17 */ '  smallestGroup: 3',
      /* 18 */ '  rules:',
      /* 19 */ '    - { id: sparse, metric: densitty, below: 0.1 }',
      /* 20 */ 'consent:',
      /* 21 */ '  wholeMapsSeenBy: [steward]',
    ].join('\n');
    const found = problems(text);
    expect(found.map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
      '1:1 challenge',
      '2:10 network',
      '4:1 name',
      '5:9 vision',
      '6:1 callToActoin',
      '10:10 horizon',
      '11:11 timeZone',
      '13:9 roles.lead',
      '15:1 ',
      '17:18 health.smallestGroup',
      '19:29 health.rules[0].metric',
      '20:1 consent.statement',
    ]);
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "1:1 challenge: is missing; write text (The problem that members share and none of them solves alone.)
      2:10 network: use 1 to 60 small letters, digits and dashes, starting with a letter or digit
      4:1 name: is given twice; keep one of them
      5:9 vision: is a number to YAML; write text, in quotation marks
      6:1 callToActoin: is no setting; did you mean callToAction?
      10:10 horizon: write a duration as ISO-8601: P6M, P2W, P10D, PT12H
      11:11 timeZone: use an IANA time zone such as Europe/Berlin or Africa/Nairobi
      13:9 roles.lead: is text; write a list, such as [one, two]
      15:1 : is indented with a tab; use spaces
      17:18 health.smallestGroup: groups under five are never shown
      19:29 health.rules[0].metric: is no metric; did you mean density? (weft metrics lists them)
      20:1 consent.statement: is missing; write text (What members are told about how their answers are used.)"
    `);
  });

  it.each([
    [
      'a setting that is empty',
      'blackouts:\n',
      '16:1 blackouts: is empty; write a list (Days on which nobody is asked for anything; what falls due then is moved to the first day after.)',
    ],
    [
      'an unknown word',
      'sustainment:\n  otherwise: stop\n',
      '17:14 sustainment.otherwise: is not known; write one of renew, hand-over, close',
    ],
    ['a number that is too large', 'learning:\n  cycles: 90\n', '17:11 learning.cycles: is too large; give at most 50'],
    ['a fraction', 'learning:\n  cycles: 1.5\n', '17:11 learning.cycles: has a fraction; write a whole number'],
    [
      'text for a number',
      'learning:\n  cycles: two\n',
      '17:11 learning.cycles: is text; write a number, without quotation marks',
    ],
    [
      'a date that does not exist',
      'blackouts:\n  - { from: 2026-02-30, to: 2026-03-01 }\n',
      '17:13 blackouts[0].from: this date does not exist',
    ],
    [
      'a blackout that ends before it begins',
      'blackouts:\n  - { from: 2026-03-02, to: 2026-03-01 }\n',
      '17:29 blackouts[0].to: a blackout ends on or after the day it begins',
    ],
    [
      'a right that nobody holds',
      'rights:\n  set-agenda: [facilitator]\n',
      '17:3 rights.set-agenda: is given to facilitator, and nobody is: name somebody under roles',
    ],
    [
      'groups that are not kept',
      'health:\n  groupBy: regoin\n',
      '17:12 health.groupBy: is regoin, which is not among members.attributes; did you mean region?',
    ],
    [
      'arms by an attribute that is not kept',
      'practices:\n  variants:\n    attributes: [region, teem]\n',
      '18:26 practices.variants.attributes[1]: is teem, which is not among members.attributes (region, organisation); add it there',
    ],
    [
      'a rule with both bounds',
      'health:\n  rules:\n    - { id: a, metric: density, below: 1, above: 2 }\n',
      '18:40 health.rules[0].below: give either below or above',
    ],
    [
      'the same rule twice',
      'health:\n  rules:\n    - { id: a, metric: density, below: 1 }\n    - { id: a, metric: density, below: 2 }\n',
      '19:13 health.rules[1].id: is the same as that of an earlier entry; give each its own',
    ],
    [
      'a survey after the end',
      'surveys:\n  - { wave: "1", after: P9M, open: P7D, types: [advice] }\n',
      '17:25 surveys[0].after: leads beyond the horizon before the survey is over; ask earlier, or make the horizon longer',
    ],
    [
      'a wave asked twice',
      'surveys:\n  - { wave: a, after: P1M, open: P7D, types: [advice] }\n  - { wave: a, after: P2M, open: P7D, types: [advice] }\n',
      '18:13 surveys[1].wave: is the same as that of an earlier entry; give each its own',
    ],
    [
      'checks that never come',
      'health:\n  every: P2Y\n',
      '17:10 health.every: is longer than the horizon, so no check would ever be made',
    ],
    [
      'a decision that expires before it is escalated',
      'decisions:\n  expireAfter: P4D\n',
      '17:16 decisions.expireAfter: comes before escalateAfter; make it longer',
    ],
    [
      'a target that cannot be met',
      'health:\n  targets:\n    - { metric: density, atLeast: 0.5, atMost: 0.1 }\n',
      '18:35 health.targets[0].atLeast: is above atMost, so the target can never be met',
    ],
    ['a quotation mark that is never closed', 'blackouts: "x\n', '16:12 : opens a quotation mark that is never closed'],
    [
      'a colon within text',
      'clock: now: then\n',
      '16:8 : cannot be read: text that holds a colon and a space belongs in quotation marks, and the lines of a block begin in the same column',
    ],
    [
      'a sign that YAML keeps',
      'clock: @noon\n',
      '16:8 : begins with a sign that YAML keeps for itself; put the text in quotation marks',
    ],
    [
      'an alias of nothing',
      'clock: *noon\n',
      '16:8 : begins with *, which has a meaning of its own in YAML; put the text in quotation marks',
    ],
    ['a line that is no setting', 'clock\n', '16:1 : is no setting: write its name, a colon, a space and its value'],
    [
      'a second document',
      '---\nclock: 1\n',
      '16:1 : begins a second document; a charter is one, so remove the line ---',
    ],
  ])('%s', (_what, added, said) => {
    expect(one(added)).toEqual([said]);
  });

  it('a slip of indentation is one problem, and hides nothing else as missing', () => {
    const text = good().replace('  steward: [p02]', '    steward: [p02]');
    expect(problems(text).map((line) => line.split(' ')[0])).toEqual(['13:5']);
  });

  it('never shows what stands in a charter beyond names of settings', () => {
    const people = good().replace('[p01]', '{ canary@example.org: 1 }').replace('[p02]', 'canary@example.org');
    const more = `  canary@example.org: lead
rights:
  set-agenda: [canary@example.org]
decisions:
  deputy: canary@example.org
`;
    const found = problems(people.replace('consent:', `${more}consent:`));
    expect(found.map((line) => line.split(' ')[1])).toEqual([
      ...['roles.lead:', 'roles.steward:', 'roles:', 'rights.set-agenda[0]:', 'decisions.deputy:'],
    ]);
    expect(found.join('\n')).not.toContain('canary');
  });

  it('says once what is wrong in one way', () => {
    expect(one('invitation:\n  open: soon\n')).toEqual([
      '17:9 invitation.open: write a duration as ISO-8601: P6M, P2W, P10D, PT12H',
    ]);
    expect(one('clock: { starts: soon, dayLastsSeconds: 1 }\n')).toEqual([
      '16:18 clock.starts: write a date as 2026-02-28',
    ]);
  });

  it('refuses what is no charter at all', () => {
    for (const text of ['', 'a text', '- a\n- list', '42', '# only a comment\n']) {
      expect(problems(text)).toEqual([
        '1:1 : is no charter: write settings, each as a name, a colon and a value; weft charter new shows how',
      ]);
    }
  });

  it('warns where phases may take longer than the horizon, and where a deputy is missing', () => {
    const reading = readCharter(good().replace('P9M', 'P2M').replace('  steward: [p02]\n', ''), 'charter.yaml');
    expect(reading.ok).toBe(true);
    expect(reading.warnings.map(charterProblemText)).toEqual([
      'charter.yaml line 10, column 10: horizon: is 59 days, and design, invitation, cycles and sustainment may together take 224',
      'charter.yaml line 11, column 1: roles.steward: is nobody, and is the deputy (decisions.deputy): a decision that waits too long reaches nobody else',
    ]);
  });

  it('warns of a survey that opens while people are still joining', () => {
    const survey = (after: string) => `surveys:\n  - { wave: "1", after: ${after}, open: P7D, types: [advice] }\n`;
    const warnings = (added: string) =>
      readCharter(`${good()}${added}`, 'charter.yaml').warnings.map(charterProblemText);
    expect(warnings(survey('P1M'))).toEqual([
      'charter.yaml line 17, column 25: surveys[0].after: is 31 days, and people may still be joining until day 42: only who has joined when a survey opens is asked',
    ]);
    expect(warnings(survey('P2M'))).toEqual([]);
  });

  it('reads text as text: no, 2026-01-05 and prototype names have no other meaning', () => {
    const reading = readCharter(`${good()}clock: { starts: 2026-01-05, dayLastsSeconds: 1 }\n`, 'c.yaml');
    expect(reading.ok && reading.charter.clock?.starts).toBe('2026-01-05');
    expect(one('__proto__: { polluted: true }\n')).toEqual(['16:1 __proto__: is no setting of a charter; remove it']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('however a charter is mutilated, it is read or refused with places that are in the text', () => {
    const text = charterTemplate('charter.schema.json');
    const bits = fc.constantFrom(
      '\t',
      ' ',
      '\n',
      ':',
      ': ',
      '- ',
      '"',
      "'",
      '[',
      '}',
      '*',
      '&a',
      '!',
      '#',
      '---\n',
      '\u0000',
      '%',
      '|',
      '>',
    );
    const cut = fc.record({ at: fc.nat(text.length), remove: fc.nat(40), insert: fc.array(bits, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const mutilated = cuts.reduce(
          (whole, { at, remove, insert }) => whole.slice(0, at) + insert.join('') + whole.slice(at + remove),
          text,
        );
        const reading = readCharter(mutilated, 'charter.yaml', { metrics: METRICS });
        expect(reading.ok).toBe(false);
        if (reading.ok) return;
        const lines = mutilated.split(/\r\n|\n|\r/);
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const { line, column, message } of [...reading.problems, ...reading.warnings]) {
          expect(message).not.toBe('');
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('is not overcome by aliases of aliases, nor by size', () => {
    const laughs = Array.from(
      { length: 12 },
      (_, i) => `a${i}: &a${i} [${Array(10).fill(i === 0 ? 'x' : `*a${i - 1}`)}]`,
    );
    expect(problems(laughs.join('\n')).length).toBeGreaterThan(0);
    expect(problems('x'.repeat(600_000))).toHaveLength(1);
  });
});

describe('Law: the template is the schema with words', () => {
  const template = charterTemplate('charter.schema.json');

  it('every setting has its line, and every line its setting', () => {
    expect(Object.keys(CHARTER_SETTINGS).sort()).toEqual(settingNames(charterJsonSchema(), '').sort());
  });

  it('values are the defaults', () => {
    const filled = filledIn(template);
    const least = {
      charter: 1,
      ...WORDS,
      horizon: 'P8M',
      roles: { lead: ['p01'] },
      consent: { statement: WORDS.vision },
    };
    // Practices stand there as comments: what is left of them is empty, and means none.
    expect(CharterSchema.parse({ ...parse(filled), practices: {} })).toEqual(CharterSchema.parse(least));
  });

  it('a practice that is named and left empty is on, as it is by default', () => {
    const on = (text: string) => {
      const reading = readCharter(filledIn(template).replace(/^practices:$/m, text), 'charter.yaml');
      return reading.ok ? reading.charter.practices : reading.problems.map(({ path, message }) => `${path} ${message}`);
    };
    expect(on('practices:')).toEqual({});
    expect(on('practices:\n  commitments:')).toEqual({
      commitments: { remindBefore: 'P3D', askFor: 'P14D', openPerMember: 10 },
    });
    expect(on('practices:\n  comitments:')).toEqual(['practices.comitments is no setting; did you mean commitments?']);
  });

  it.each(TEMPLATE_NAMES)('%s is a charter once its words are filled in', (name) => {
    const reading = readCharter(
      filledIn(charterTemplate('charter.schema.json', TEMPLATES[name].values)),
      'charter.yaml',
    );
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    // Whom the lead names as steward is no matter of the template; all else fits together.
    expect(reading.warnings.map(({ path }) => path)).toEqual(['roles.steward']);
    expect(reading.ok && Object.keys(reading.charter.practices).length).toBeGreaterThan(0);
  });

  it.each([
    ['rapid-exchange', 90, 183],
    ['collaborative', 18 * 30, 24 * 31],
  ] as const)(
    '%s: design, invitation and all stages fit its horizon, which is as long as it says',
    (name, least, most) => {
      const text = filledIn(charterTemplate('charter.schema.json', TEMPLATES[name].values));
      const { charter } = readCharter(text, 'charter.yaml') as Extract<ReturnType<typeof readCharter>, { ok: true }>;
      const daysOf = (...durations: string[]) =>
        durations.reduce((sum, duration) => sum + Duration.fromISO(duration).as('days'), 0);
      const { design, invitation, learning } = charter;
      expect(Object.keys(learning.stages).sort()).toEqual([...STAGES].sort());
      const plan =
        daysOf(design.proposePriorities, design.vote, invitation.open) +
        (invitation.waves - 1) * daysOf(invitation.waveEvery) +
        learning.cycles * daysOf(...Object.values(learning.stages));
      const horizon = daysOf(charter.horizon);
      expect(plan).toBeLessThan(horizon);
      expect(horizon).toBeGreaterThanOrEqual(least);
      expect(horizon).toBeLessThanOrEqual(most);
    },
  );

  it('reads a charter of an earlier version, which lists five stages: the sixth has its default', () => {
    const stages = 'frame: P9D, exchange: P13D, co-create: P13D, adapt-and-apply: P13D, feed-back: P9D';
    const reading = readCharter(`${good()}learning:\n  stages: { ${stages} }\n`, 'charter.yaml', { metrics: METRICS });
    expect(reading.ok && reading.charter.learning.stages['solve-together']).toBe('P14D');
  });

  it('as it stands it is refused for the words alone, and filled in it is right', () => {
    const reading = readCharter(template, 'charter.yaml', { metrics: METRICS });
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
      ...Object.keys(WORDS),
      'roles.lead',
      'consent.statement',
    ]);
    const filled = readCharter(filledIn(template), 'charter.yaml', { metrics: METRICS });
    expect(filled.ok).toBe(true);
    expect(filled.warnings.map(({ path }) => path)).toEqual(['roles.steward']);
  });

  it('every example is right when the signs before it are taken away', () => {
    for (const path of Object.keys(CHARTER_EXAMPLES)) {
      const key = path.split('.').at(-1) as string;
      const lines = filledIn(template).split('\n');
      const begin = lines.findIndex((line) => `${line.trim()} `.startsWith(`# ${key}: `));
      let end = begin;
      while (lines[end]?.trim().startsWith('# ') && (end === begin || lines[end]?.includes('#  '))) {
        lines[end] = (lines[end] as string).replace('# ', '');
        end += 1;
      }
      if (lines[end]?.trim() === `${key}: []`) lines.splice(end, 1);
      const reading = readCharter(lines.join('\n'), 'charter.yaml', { metrics: METRICS });
      expect(reading.ok ? [] : reading.problems.map(charterProblemText), path).toEqual([]);
    }
  });

  it('the JSON Schema explains every setting to editors', () => {
    const schema = charterJsonSchema() as { title: string; properties: Record<string, { description?: string }> };
    expect(schema.title).toBe('Charter of a learning network');
    for (const [name, { description }] of Object.entries(schema.properties)) expect(description, name).toBeTruthy();
  });
});

function filledIn(template: string): string {
  const words = { ...WORDS, statement: WORDS.vision };
  return template
    .replace('lead: []', 'lead: [p01]')
    .replaceAll(/^( *)(\w+):$/gm, (line, indent, key) =>
      key in words ? `${indent}${key}: ${words[key as keyof typeof words]}` : line,
    );
}

function settingNames(schema: unknown, path: string): string[] {
  const { properties = {}, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
  return [
    ...Object.entries(properties).flatMap(([key, value]) => {
      const name = path === '' ? key : `${path}.${key}`;
      return [name, ...settingNames(value, name)];
    }),
    ...(items === undefined ? [] : settingNames(items, `${path}[]`)),
  ];
}
