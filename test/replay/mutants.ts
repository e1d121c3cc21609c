/**
 * Builds that decide otherwise than the one they are made from: mistakes that a change of a workflow's code can bring,
 * made by editing the bundle's text. Replaying what an earlier build has recorded has to find them.
 *
 * At every place where a workflow wishes for something (an activity, a child, a report) there are three: the wish goes
 * by another name, it is left out, it comes one later. One build can make all of these; which one it makes is said by
 * the id of the workflow that it replays, so that hundreds are tried in seconds. The others are in the runner, which
 * all workflows share; each is a build of its own.
 */

/** How a wish is written in the bundle. */
const PLACE =
  /\(0,(_(?:process|shared)_ts__\w+\.(perform|together|start|report|record|recordBy|tell|clear|clearAll|calendar))\)\(/g;
/** The one loop that carries wishes out; `workflowId` is known there. */
const LOOP = 'of step.wishes)';
/** Where a run ends, one way or the other. */
const END = 'const rests = queue.length === 0 && mayRest;';

export const MISTAKES = ['renamed', 'left-out', 'one-later'] as const;
export type Mistake = (typeof MISTAKES)[number];

/** What each place is, in words, by its number. */
export function placesOf(code: string): string[] {
  return [...code.matchAll(PLACE)].map((place) => {
    const end = place.index + place[0].length;
    const of = /^\s*'([^']*)'/.exec(code.slice(end))?.[1];
    return `${place[2]}${of === undefined ? '' : ` ${of}`} in line ${code.slice(0, end).split('\n').length}`;
  });
}

/** The id under which the erring build makes one mistake at one place. */
export function erringId(workflowId: string, mistake: Mistake, place: number): string {
  return `${workflowId}#${mistake}#${place}`;
}

/** The build that makes the mistake which `erringId` names, and none under any other id. */
export function erringBuild(code: string): string {
  return withPlaces(code, ERR);
}

/**
 * The build that says where it came: it fails at the end of a run, and its words hold `<place>` for every place it came
 * to and `<place>!` where the wish stood before one of another kind, so that their order shows.
 */
export function tellingBuild(code: string): string {
  return edited(withPlaces(code, TELL), END, `$& if (rests && (state.done || dueForNewRun())) ${SAY}`);
}

/** Mistakes in the runner. */
export function erringRunners(code: string): { name: string; code: string }[] {
  const edits: [name: string, from: string | RegExp, to: string][] = [
    ['wishes are carried out backwards', LOOP, 'of [...step.wishes].reverse())'],
    ['dates are waited for without a timer', 'undefined)) setAlarm(due);', 'undefined)) {}'],
    ['the timer is set anew after every event', 'alarm.target === target)', 'false)'],
    ['a date is due as soon as it is known', 'due.at <= now()', 'due.at <= "9"'],
    ['runs are found without their network', 'upsertSearchAttributes)({', 'upsertSearchAttributes, () => undefined)({'],
    ['a run never ends', 'if (rests && (state.done || dueForNewRun()))', 'if (rests && state.done)'],
    ['every event begins a new run', 'function dueForNewRun() {', 'function dueForNewRun() { return handled > 0;'],
    ['what began is forgotten', "type: 'began'", "type: 'begun'"],
    ['what was learned is forgotten', 'if (learned !== null)', 'if (false)'],
    ['people are answered before it is done', 'condition)(()=>entry.done)', 'condition)(()=>true)'],
    ['every activity runs twice', 'const result = await performed(wish);', 'await performed(wish); $&'],
  ];
  return edits.map(([name, from, to]) => ({ name, code: edited(code, from, to) }));
}

function withPlaces(code: string, loop: string): string {
  let place = -1;
  const marked = code.replace(PLACE, (_, call) => {
    place += 1;
    return `((make) => (...given) => ({ ...make(...given), place: ${place} }))(${call})(`;
  });
  return edited(marked, LOOP, `of (${loop})(step.wishes))`);
}

const ERR = `(all) => {
  const [, mistake, number] = workflowId.split('#');
  const isHere = (wish) => wish.place === Number(number);
  if (mistake === 'renamed') {
    const renamed = (wish) => ({ ...wish, activity: wish.activity + 'Renamed', workflow: wish.workflow + 'Renamed' });
    return all.map((wish) => (isHere(wish) ? renamed(wish) : wish));
  }
  if (mistake === 'left-out') return all.filter((wish) => !isHere(wish));
  const wishes = [...all];
  for (let at = wishes.length - 2; mistake === 'one-later' && at >= 0; at -= 1) {
    if (isHere(wishes[at])) [wishes[at], wishes[at + 1]] = [wishes[at + 1], wishes[at]];
  }
  return wishes;
}`;

const TELL = `(all) => {
  const command = (wish) => [wish.wish, wish.activity ?? wish.workflow].join();
  globalThis.weftCameTo ??= [];
  all.forEach((wish, at) => {
    if (wish.place === undefined) return;
    const isBeforeOther = at + 1 < all.length && command(wish) !== command(all[at + 1]);
    globalThis.weftCameTo.push(isBeforeOther ? wish.place + '!' : String(wish.place));
  });
  return all;
}`;

const SAY = `throw new Error('CAME TO ' + [...new Set(globalThis.weftCameTo)].join(' ') + ' END');`;

/** @throws where the text to be replaced is not there exactly once: the mutant would be the code itself. */
function edited(code: string, from: string | RegExp, to: string): string {
  const parts = code.split(from);
  if (parts.length !== 2)
    throw new Error(`The bundle has ${parts.length - 1} places like ${from}; a mutant needs one.`);
  return code.replace(from, (found) => to.replace('$&', found));
}
