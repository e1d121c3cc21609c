/** What a section is: the scene in, what is said, shown and drawn out. Pure, and blind to how it is written down. */
import type { Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';

export type SectionOf = (scene: Scene) => Section;

/** A section of what there is: a table without rows would be a bare header. */
export function section(id: string, title: string, parts: Partial<Omit<Section, 'id' | 'title'>>): Section {
  const tables = (parts.tables ?? []).filter(({ rows }) => rows.length > 0);
  return { id, title, paragraphs: [], figures: [], charts: [], notes: [], ...parts, tables };
}
