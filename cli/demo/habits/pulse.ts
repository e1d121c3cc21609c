/** Four of five answer a pulse, rather well disposed; half of them name two colleagues in the questionnaire of contacts. */
import type { Asked, Habit } from './habit.ts';

const SCALES = {
  pulse: ['speak-up', 'ask', 'differ', 'risk', 'trust', 'worth'],
  'after-action': ['question', 'voices', 'time', 'home'],
} as const;

export const pulse: Habit = {
  whenAsked: { 'answer-questionnaire': answered },
};

/** One action answers every questionnaire: the round says which. */
function answered({ person, about, scene, chance }: Asked): Record<string, unknown> | null {
  if (chance > 0.8) return null;
  const kind = about.replace(/-\d+$/, '');
  const point = (item: string) => 2 + Math.floor(scene.chance(person, about, item) * 3);
  if (kind === 'pulse' || kind === 'after-action') {
    return { round: about, answers: Object.fromEntries(SCALES[kind].map((item) => [item, point(item)])) };
  }
  if (kind === 'contacts') {
    const others = scene.members.filter((member) => member !== person);
    const first = Math.floor(scene.chance(person, about) * others.length);
    const named = [...new Set([others[first], others[(first + 1) % others.length]])];
    const contacts = named.map((to) => ({ to, ratings: { trust: point(`trust ${to}`), value: point(`value ${to}`) } }));
    return { round: about, contacts };
  }
  if (kind.startsWith('reflection')) {
    const modality = (['alone', 'one-to-one', 'peer', 'group'] as const)[(Number(/\d+$/.exec(about)?.[0]) - 1) % 4];
    return { round: about, answers: { [`${modality}-1`]: 'I asked before I answered, and learned more.' } };
  }
  if (kind === 'knowledge-check') {
    const answers = { silence: 'unknown', 'named-often': chance < 0.4 ? 'best' : 'turned-to', chance: 'chance' };
    return { round: about, answers: { ...answers, bridge: 'leave' } };
  }
  return null;
}
