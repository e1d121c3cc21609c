/** What a map says: its finding as title, what is to be seen, the line under the picture, and the small print. */
import { count, decimal, list, many, percent, plural } from '../../report/words.ts';
import { JOINT_GROUP } from '../../suppression.ts';
import type { MapScene, SceneFrame } from './scene.ts';

export interface MapWords {
  title: string;
  description: string;
  /** Under each picture itself, since a picture travels without its notes; the last is under pictures side by side. */
  captions: string[];
  notes: string[];
}

export function wordsOf(scene: MapScene): MapWords {
  const { dots, colour, size, options, frames } = scene;
  const last = frames.at(-1)!;
  const looks = [
    ...(colour === null ? [] : [`coloured by ${colour.title}`]),
    ...(size === null ? [] : [`sized by ${size.title}`]),
  ];
  return {
    title: findingOf(scene, last),
    description:
      `Map of ${many(dots.length, 'member')}${looks.length === 0 ? '' : `, ${list(looks)}`}: ` +
      `${frames.map((frame) => `${frame.label === null ? '' : `${frame.label}: `}${many(frame.pairs, 'tied pair')}`).join('; ')}. ` +
      'Members who are close in the network stand close together; directions and distances mean nothing else.' +
      (options.proposed.length === 0 ? '' : ` Dashed lines are ${many(options.proposed.length, 'proposed tie')}.`),
    captions: frames.map((frame) => captionOf(scene, frame)),
    notes: notesOf(scene),
  };
}

function findingOf(scene: MapScene, last: SceneFrame): string {
  const { colour, size, options, frames, dots } = scene;
  const { highlight } = options;
  if (dots.length === 0) return 'Nobody takes part yet';
  if (highlight === 'cut-points') return holds(last.cutPoints, 'member', 'cut-point');
  if (highlight === 'bridges') return holds(last.bridges, 'tie', 'bridge');
  if (last.pairs === 0) return `${many(dots.length, 'member')} and no tie among them`;
  const share = (frame: SceneFrame): string => percent((frame.pairs - frame.within!) / frame.pairs);
  if (colour?.kind === 'groups' && last.within !== null && colour.names.length > 1) {
    const joined = `of all tied pairs join two ${plural(colour.title)}`;
    const first = frames[0]!;
    if (frames.length === 1 || first.pairs === 0) return `${share(last)} ${joined}`;
    return `${share(last)} ${joined} ${at(last)}, after ${share(first)} ${at(first)}`;
  }
  const figure = colour?.kind === 'figure' ? colour : size;
  if (figure !== null) {
    return concentration(figure.title, figure.values.at(-1)!) + (last.label === null ? '' : ` ${at(last)}`);
  }
  if (frames.length > 1) {
    const first = frames[0]!;
    return `${many(first.pairs, 'tied pair')} ${at(first)}, ${count(last.pairs)} ${at(last)}`;
  }
  return `${many(dots.length, 'member')} and the ${many(last.pairs, 'tied pair')} among them`;
}

/** "in wave 2", "by 31 March 2026": what is there by a date has not all come on it. */
function at({ label }: SceneFrame): string {
  return label?.startsWith('wave ') ? `in ${label}` : `by ${label}`;
}

/** What the network hangs on. */
function holds(number: number, one: string, name: string): string {
  if (number === 0) return `No ${one} is a ${name}: the network loses no connection with any single one of them`;
  const are = number === 1 ? `is a ${name}` : `are ${plural(name)}`;
  const without = number === 1 ? 'it' : 'any one of them';
  return `${many(number, one)} ${are}: without ${without} the network falls into more pieces`;
}

/** How much of a figure a tenth of the members have. */
function concentration(title: string, values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null).sort((a, b) => b - a);
  const sum = known.reduce((all, value) => all + value, 0);
  if (known.length === 0) return `${title} is not known for anybody`;
  if (known.at(-1)! < 0 || sum === 0 || known.length < 20) {
    return `${title} runs from ${figureText(known.at(-1)!)} to ${figureText(known[0]!)}`;
  }
  const few = Math.round(known.length / 10);
  const theirs = known.slice(0, few).reduce((all, value) => all + value, 0);
  return `The ${few} members with the most have ${percent(theirs / sum)} of all ${title.toLowerCase()}`;
}

export function figureText(value: number): string {
  return Number.isInteger(value) ? decimal(value, 0) : decimal(value, Math.abs(value) < 0.1 ? 4 : 2);
}

function captionOf(scene: MapScene, frame: SceneFrame): string {
  const { dots, frames, options } = scene;
  const isOneOfMany = frames.length > 1 && options.arrange === 'multiples';
  const pairs = isOneOfMany ? [] : [many(frame.pairs, 'tied pair')];
  const rates = (isOneOfMany ? frames : [frame]).map(({ response }) => response).filter((rate) => rate !== null);
  const [low, high] = [Math.min(...rates), Math.max(...rates)].map(percent);
  return [
    [many(dots.length, 'member'), ...pairs].join(', '),
    ...(rates.every((rate) => rate === 1)
      ? []
      : [`${low === high ? low : `${low} to ${high}`} answered, the others are ${unansweredLook(scene)}`]),
    ...capsOf(isOneOfMany ? frames : [frame]),
    ...(options.proposed.length === 0 ? [] : ['dashed: proposed']),
  ]
    .join('; ')
    .concat('.');
}

/** Figures are told by the inside of dots, so that it cannot tell who answered as well. */
function unansweredLook({ colour }: MapScene): string {
  return colour?.kind === 'figure' ? 'diamonds' : 'hollow';
}

/** Of several pictures, the least complete. */
function capsOf(frames: readonly SceneFrame[]): string[] {
  const cut = frames.filter(({ drawn, pairs }) => drawn < pairs);
  if (cut.length === 0) return [];
  const most = cut.reduce((one, other) => (other.pairs > one.pairs ? other : one));
  const where = frames.length > 1 ? `${at(most)} ` : '';
  return [`${where}${count(most.drawn)} of ${count(most.pairs)} pairs are drawn`];
}

function notesOf(scene: MapScene): string[] {
  const { frames, colour, size, options, dots, kept, hasArrows } = scene;
  const unanswered = frames.some(({ response }) => response !== null && response < 1);
  const isCapped = frames.some(({ drawn, pairs }) => drawn < pairs);
  const alone =
    dots.length - new Set(frames.flatMap(({ members }) => members.flatMap((m, at) => (m.ties > 0 ? [at] : [])))).size;
  return [
    ...frames.map(
      (frame) =>
        `${frame.label === null ? '' : `${frame.label}: `}${many(dots.length, 'member')}, ${many(frame.pairs, 'tied pair')}, ${responseText(frame)}.`,
    ),
    `Members who are close in the network stand close together; directions and distances mean nothing else. Layout by ForceAtlas2, seed ${options.seed}.`,
    ...(alone > 0
      ? [`${many(alone, 'member')} without any tie ${alone === 1 ? 'stands' : 'stand'} below the others.`]
      : []),
    ...(frames.length > 1
      ? [
          'Everybody stands in the same place in all pictures: one layout of the ties of all of them, so that what changes is the ties.',
        ]
      : []),
    ...(kept === null
      ? []
      : [
          `${many(kept, 'member')} ${kept === 1 ? 'stands' : 'stand'} where an earlier map had them; ${dots.length - kept} came new.`,
        ]),
    ...(unanswered
      ? [
          `Who did not answer is drawn ${unansweredLook(scene) === 'hollow' ? 'hollow' : 'as a diamond'}: whom they would name is unknown.`,
        ]
      : []),
    ...(isCapped
      ? [
          `${frames
            .filter(({ drawn, pairs }) => drawn < pairs)
            .map(({ label, drawn, pairs }) => `${label === null ? '' : `${label}: `}${count(drawn)} of ${count(pairs)}`)
            .join(
              '; ',
            )} tied pairs are drawn: first those that keep everybody connected who is, then the strongest; all of them count in the figures.`,
        ]
      : []),
    ...(colour?.notes ?? []),
    ...(size?.notes ?? []),
    ...(size === null ? [] : [`Areas are in proportion to ${size.title.toLowerCase()}.`]),
    ...(hasArrows ? ['Arrows point to whom is named; a line without a head at either end is named by both.'] : []),
    ...(colour?.kind === 'groups' && colour.names.includes(JOINT_GROUP) && colour.notes.length === 0
      ? [`“${JOINT_GROUP}”: groups that are not shown by themselves.`]
      : []),
  ];
}

function responseText({ asked, answered, response }: SceneFrame): string {
  if (response === null) return 'response not recorded';
  return `${count(answered)} of ${count(asked)} answered (${percent(response)})`;
}
