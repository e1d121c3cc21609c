/**
 * What played members do in the life of any network: confirm, vote, join, contribute, answer, decide, take up what others
 * do. Most do what they are asked; some never do.
 */
import { chanceOf } from './chance-of.ts';
import { type Asked, type Deed, type Scene, turn } from './habit.ts';

/** What the person does about it; null: lets it pass. */
export function lifecycleDeed(action: string, asked: Asked): Deed | null {
  const { person, about, chance, scene } = asked;
  const deed = (name: Deed['action'], payload: Deed['payload']): Deed => ({ as: person, action: name, payload });
  switch (action) {
    case 'confirm-readiness':
      return deed('confirm-readiness', { item: about, evidence: 'Agreed in the meeting of the sponsors' });
    case 'propose-priority':
      return chance < 0.2 ? deed('propose-priority', { title: TITLES[Math.floor(chance * 5 * TITLES.length)] }) : null;
    case 'vote':
      return about === 'priorities' && chance < 0.7
        ? deed('vote', { ranking: chance < 0.4 ? ['priority-1', 'priority-2'] : ['priority-2', 'priority-1'] })
        : null;
    case 'set-agenda':
      return deed('set-agenda', { title: TITLES[0] });
    case 'accept-invitation':
      if (chance < 0.88) return deed('accept-invitation', {});
      return chance < 0.94 ? deed('decline-invitation', {}) : null;
    case 'contribute':
      return chance < 0.3 ? deed('contribute', contribution(asked)) : null;
    case 'answer':
      return chance < 0.85
        ? deed('answer', { wave: about.replace('wave-', ''), ties: tiesOf(person, scene.members, about) })
        : null;
    case 'approve':
      return deed(chance < 0.6 ? 'approve' : 'decline', { proposal: about });
    case 'consent':
      return chance < 0.9 ? deed('consent', { introduction: about, agree: chance < 0.8 }) : null;
    case 'confirm-met':
      return chance < 0.85 ? deed('confirm-met', { introduction: about, met: chance < 0.6 }) : null;
    case 'decide':
      if (about.startsWith('too-few-joined')) return deed('decide', { decision: about, option: 'extend' });
      if (about.startsWith('milestone-')) return deed('decide', { decision: about, option: 'pass' });
      if (about.startsWith('diversity-')) return deed('decide', { decision: about, option: 'go-on' });
      return about.startsWith('sustainment') ? deed('decide', { decision: about, option: 'close' }) : null;
    default:
      return null;
  }
}

/** From the sixth week on somebody takes up the one-page form every twelve days, until two in three have. */
export function lifecycleUnasked(day: number, scene: Scene): Deed[] {
  const place = (day - 40) / 12;
  if (!Number.isInteger(place) || place < 0 || place >= (scene.members.length * 2) / 3) return [];
  return [{ as: turn(scene, place), action: 'adopt', payload: { practice: 'one-page-form', since: scene.today } }];
}

const TITLES = [
  'One intake form for families who move between regions',
  'A follow-up call within a week of the first visit',
  'Shorter waits between referral and first appointment',
  'Interpreters at short notice',
] as const;

function contribution({ person, about, scene }: Asked): Record<string, unknown> {
  const text = 'How our intake desk does it';
  const others = scene.members.filter((member) => member !== person);
  const helped = others[Math.floor(chanceOf(person, about, 'helped') * others.length)];
  return about.endsWith('exchange') && helped !== undefined ? { text, helped } : { text };
}

/** Members turn to those near them in the roster, later on to others too: a silo that opens wave by wave. */
function tiesOf(person: string, members: readonly string[], wave: string) {
  const at = members.indexOf(person);
  const near = Math.max(4, Math.ceil(members.length / 5));
  const far = 0.03 + 0.03 * Number(/\d+$/.exec(wave)?.[0] ?? 1);
  return members
    .filter((other, index) => other !== person && chanceOf(person, other) < (Math.abs(index - at) < near ? 0.45 : far))
    .map((to) => ({ to, type: 'advice', strength: 1 + Math.floor(chanceOf(to, person) * 4) }));
}
