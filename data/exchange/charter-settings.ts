/**
 * Every setting of the charter in a line: the words of the template's comments, of the JSON Schema that editors show,
 * and of the message for a setting that is missing. A test holds this list against the schema, both ways.
 *
 * `[]` stands for an entry of a list.
 */
import { PRACTICES, type Practice } from '../records/index.ts';

export const CHARTER_SETTINGS: Readonly<Record<string, string>> = {
  charter: 'The version of this form.',
  network: 'The id of the network: small letters, digits and dashes. It is part of file names and never changes.',
  name: 'What the network is called.',
  challenge: 'The problem that members share and none of them solves alone.',
  vision: 'What is different once the network has done its work.',
  callToAction: 'What members are asked to do.',
  valueProposition: 'What members get for the time they give.',
  scope: 'Who and what belongs to it, and what does not.',
  horizon: 'How long the network lasts before it is renewed, handed over or closed (P6M = six months).',
  timeZone: 'Where its days begin and end: an IANA time zone such as Europe/Berlin or Africa/Nairobi.',
  blackouts: 'Days on which nobody is asked for anything; what falls due then is moved to the first day after.',
  'blackouts[].from': 'The first day.',
  'blackouts[].to': 'The last day.',
  clock: 'Only for demonstrations: a programme that begins on a date and whose days last seconds.',
  'clock.starts': 'The date of the first day.',
  'clock.dayLastsSeconds': 'How many seconds a programme day takes.',

  roles: 'Who holds which role: ids or e-mail addresses of members, or the e-mail address of somebody from outside.',
  'roles.lead': 'Leads the network. At least one.',
  'roles.steward': 'Looks after people and their data, and decides where a lead does not.',
  'roles.facilitator': 'Runs the learning cycles.',
  'roles.evaluator': 'Reads the figures.',
  'roles.sponsor': 'Gives the mandate.',
  rights: 'Which roles may do what.',
  'rights.confirm-readiness': 'Confirm that the network is ready to invite.',
  'rights.set-agenda': 'Set the learning agenda, and end a stage early.',
  'rights.decide-proposals': 'Approve or decline what the engine proposes.',
  'rights.decide-sustainment': 'Decide what becomes of the network at its end.',
  'rights.stop-proposals': 'Stop every proposal of the engine.',
  'rights.close-early': 'Close the network before its time.',
  members: 'What is known of members, and how many there must be.',
  'members.attributes':
    'Columns of the file of members that may be shown in aggregate; every other column is kept with personal details.',
  'members.smallestNumber': 'With fewer who joined, learning does not begin.',

  design: 'Before anybody is invited.',
  'design.readiness': 'What must be confirmed, with evidence, before anybody is invited.',
  'design.readiness[].id': 'A short id to confirm it by.',
  'design.readiness[].text': 'What must be true.',
  'design.proposePriorities': 'How long members may propose what to work on.',
  'design.vote': 'How long they may rank what was proposed.',
  'design.prioritiesKept': 'How many of the ranked priorities become the learning agenda.',
  invitation: 'How members are invited.',
  'invitation.waves': 'Into how many waves the members are split.',
  'invitation.waveEvery': 'The time between two waves.',
  'invitation.reminders': 'Who has not answered is reminded.',
  'invitation.reminders.every': 'The time between two reminders.',
  'invitation.reminders.atMost': 'After so many, nobody asks again.',
  'invitation.open': 'After the last wave, answers are awaited this long.',
  'invitation.places':
    'How many may be members at a time; whoever says yes later is put on a waiting list and moves up, in order, when somebody leaves. Left out: as many as come.',
  'invitation.segment':
    'The attribute by which the report says who was reached and who came. Left out: the one by which silos are looked for.',
  learning: 'Learning cycles: frame, exchange, solve together, co-create, adapt and apply, feed back.',
  'learning.cycles': 'How many cycles there are.',
  'learning.stages': 'How long each stage may take.',
  'learning.stages.frame': 'Agree on the question.',
  'learning.stages.exchange': 'Bring cases and what works elsewhere.',
  'learning.stages.solve-together': 'Work on one problem at a time, across organisations.',
  'learning.stages.co-create': 'Make something together.',
  'learning.stages.adapt-and-apply': 'Try it out at home.',
  'learning.stages.feed-back': 'Tell what came of it.',
  'learning.smallestContributions': 'A stage may be ended early once it has so many contributions.',
  sustainment: 'What becomes of the network at its end.',
  'sustainment.decideWithin': 'How long there is to decide.',
  'sustainment.otherwise': 'What is done when nobody decides: renew, hand-over or close.',
  'sustainment.gates': 'Who is heard before it is decided; those that are left out are not asked.',
  'sustainment.gates.members': 'Members rank renewing, handing over and closing.',
  'sustainment.gates.members.binding': 'The network can be renewed only where renewing comes first.',
  'sustainment.gates.members.smallestTurnout': 'The share of members, 0 to 1, from which on their vote says something.',
  'sustainment.gates.sponsor': 'A sponsor says yes or no.',
  'sustainment.gates.sponsor.binding': 'The network can be renewed only with the sponsor’s yes.',
  'sustainment.gates.funding': 'Whoever leads or sponsors says until when there is money.',
  'sustainment.gates.funding.binding': 'The network can be renewed only where its funding is confirmed.',
  'sustainment.gates.within': 'How long answers are awaited before it is decided.',
  'sustainment.handOver': 'Passing the lead to somebody whom the decision names.',
  'sustainment.handOver.acceptWithin': 'How long they have to accept.',
  'sustainment.handOver.completeWithin': 'How long there is to hand over what the checklist names.',
  'sustainment.handOver.checklist': 'What is handed over.',
  'sustainment.handOver.checklist[].id': 'A short id to confirm it by.',
  'sustainment.handOver.checklist[].text': 'What must be true.',

  practices: 'What the network does besides. Each that is named is on, with its settings; {} takes them as they are.',
  ...practiceSettings(),
  questionnaires: 'Questionnaires of your own; weft questionnaires lists those that are there already.',
  'questionnaires[].questionnaire': 'A short name, by which a practice selects it.',
  'questionnaires[].version': 'A number that goes up with each change.',
  'questionnaires[].title': 'What it is called.',
  'questionnaires[].about': 'What members are told before they answer.',
  'questionnaires[].answers': 'anonymous (counted, never kept beside a name), named or private (its writer’s own).',
  'questionnaires[].smallestGroup': 'Fewer answers are not shown; at least 5.',
  'questionnaires[].items': 'What is asked.',
  'questionnaires[].items[].id': 'A short name of the question.',
  'questionnaires[].items[].ask': 'The question, or a sentence to agree with.',
  'questionnaires[].items[].type': 'scale (1 to 4), choice, number, text or relational (1 to 4 of each contact).',
  'questionnaires[].items[].anchors': 'What 1, 2, 3 and 4 mean.',
  'questionnaires[].items[].options': 'What there is to choose from.',
  'questionnaires[].items[].options[].id': 'A short name of the option.',
  'questionnaires[].items[].options[].text': 'What it says.',
  'questionnaires[].items[].right': 'For a knowledge check: the option that is right.',
  'questionnaires[].items[].atLeast': 'The smallest number.',
  'questionnaires[].items[].atMost': 'The largest number.',
  'questionnaires[].items[].modality': 'For a reflection: alone, one-to-one, peer or group.',

  surveys: 'When members are asked whom they turn to. Each wave is asked once.',
  'surveys[].wave': 'A short name of the wave.',
  'surveys[].after': 'How long after the start of the network it opens. Only who has joined by then is asked.',
  'surveys[].open': 'How long it is open.',
  'surveys[].types': 'The types of tie that are asked for.',
  'surveys[].reminders': 'Who has not answered is reminded.',
  'surveys[].reminders.every': 'The time between two reminders.',
  'surveys[].reminders.atMost': 'After so many, nobody asks again.',
  decisions: 'Decisions that wait for a person.',
  'decisions.remindAfter': 'When whoever may decide is reminded.',
  'decisions.escalateAfter': 'When the deputy is asked as well.',
  'decisions.expireAfter': 'When the decision is no longer waited for.',
  'decisions.deputy': 'The role that may decide once a decision is escalated.',
  introductions: 'Introductions of two members to each other.',
  'introductions.consentWithin': 'How long both have to agree.',
  'introductions.meetWithin': 'How long they have to meet.',
  health: 'Health checks: what is measured, what counts as a finding, and what is proposed then.',
  'health.every': 'The time between two checks.',
  'health.groupBy': 'The attribute by which silos are looked for.',
  'health.alsoGroupBy':
    'Further attributes by which contact across is looked at, such as what members are concerned with.',
  'health.tieTypes': 'Only these types of tie count. Left out, all do.',
  'health.smallestResponse': 'Below this share of answers, 0 to 1, a figure is not estimable.',
  'health.smallestGroup': 'Groups with fewer members are not shown. Never under 5.',
  'health.permutations': 'How many random networks a test compares with.',
  'health.seed': 'The seed of everything random: the same seed gives the same figures.',
  'health.targets': 'Where figures should be.',
  'health.targets[].metric': 'A metric; weft metrics lists them.',
  'health.targets[].groupBy': 'The attribute of the groups, where the metric compares groups.',
  'health.targets[].atLeast': 'The target is met from this figure on.',
  'health.targets[].atMost': 'The target is met up to this figure.',
  'health.targets[].smallestResponse': 'With fewer answers (0 to 1) the figure is not judged by it.',
  'health.targets[].review': 'When the target is looked at again: whoever leads is asked to.',
  'health.rules': 'When a figure is a finding, and what is proposed then.',
  'health.rules[].id': 'A short name of the rule.',
  'health.rules[].metric': 'A metric; weft metrics lists them.',
  'health.rules[].groupBy': 'The attribute of the groups, where the metric compares groups.',
  'health.rules[].below': 'It is a finding below this figure. Give either below or above.',
  'health.rules[].above': 'It is a finding above this figure.',
  'health.rules[].atMostP': 'Only where a permutation test says that chance alone is unlikely.',
  'health.rules[].propose': 'introductions or nothing.',
  'health.rules[].atMost': 'How many proposals at once.',
  'health.rules[].cooldown':
    'How long the rule rests after it has proposed; what was declined is not proposed again in it.',
  'health.capPerPerson': 'How many proposals may concern one person at a time.',
  'health.outcomeAfterDays': 'Days after an approved proposal was carried out at which its outcome is looked at.',
  consent: 'What members agree to.',
  'consent.statement': 'What members are told about how their answers are used.',
  'consent.namesInArchive': 'Whether the archive that a network leaves says who is behind an id.',
  'consent.wholeMapsSeenBy': 'Which roles see single answers and whole maps; everybody else sees aggregates.',
};

/** `practices.<name>` and its settings, from the practices' own words. */
function practiceSettings(): Record<string, string> {
  const all: readonly Practice[] = Object.values(PRACTICES);
  const never = all.filter(({ neverRests }) => neverRests !== undefined).map(({ name }) => name);
  const lines = all.flatMap(({ name, does, neverRests, explains }) => [
    [`practices.${name}`, neverRests === undefined ? does : `${does} It rests in no stage of growth: ${neverRests}.`],
    ...Object.entries(explains).map(([setting, line]) => [`practices.${name}.${setting}`, line]),
  ]);
  const rests = 'practices.theory-of-change.stages[].rests';
  const settings = Object.fromEntries(lines) as Record<string, string>;
  return { ...settings, [rests]: `${settings[rests]} These never rest: ${never.join(', ')}.` };
}

/** What may be left out and is by default, as one would write it. The template shows these as comments. */
export const CHARTER_EXAMPLES: Readonly<Record<string, unknown>> = {
  blackouts: [{ from: '2026-12-21', to: '2027-01-03' }],
  clock: { starts: '2026-01-05', dayLastsSeconds: 0.25 },
  surveys: [
    { wave: '1', after: 'P2M', open: 'P14D', types: ['advice'], reminders: { every: 'P3D', atMost: 2 } },
    { wave: '2', after: 'P5M', open: 'P14D', types: ['advice'] },
  ],
  'invitation.places': 60,
  'invitation.segment': 'organisation',
  'practices.pulse.by': 'organisation',
  'practices.follow-up.types': ['advice'],
  questionnaires: [
    {
      ...{ questionnaire: 'own-pulse', version: 1, title: 'Our pulse', about: 'Two minutes.', answers: 'anonymous' },
      items: [{ id: 'heard', ask: 'I am heard here.', type: 'scale', anchors: ['no', 'rather not', 'rather', 'yes'] }],
    },
  ],
  'health.alsoGroupBy': ['organisation'],
  'health.tieTypes': ['advice'],
  'health.targets': [{ metric: 'e-i-index', groupBy: 'region', atLeast: -0.3, review: '2026-12-31' }],
};

/** The setting at a place of the document: `surveys`, 0, `wave` → `surveys[].wave`. */
export function settingOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}
