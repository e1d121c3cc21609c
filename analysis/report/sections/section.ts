/** What a section is: the scene in, what is said, shown and drawn out. Pure, and blind to how it is written down. */
import type { Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';

export type SectionOf = (scene: Scene) => Section;

/** A section with nothing in it, to fill. */
export function section(id: string, title: string, parts: Partial<Omit<Section, 'id' | 'title'>>): Section {
  return { id, title, paragraphs: [], figures: [], charts: [], tables: [], notes: [], ...parts };
}
