/**
 * Changes of behaviour while networks are live. Each is a named patch: why it was made, since which version of Weft it
 * is there, and when it may be removed (when no run that started before it is left).
 *
 * Usage in a workflow: `if (patched(PATCHES.example.id)) { … } else { … }`, and a newly recorded history in test/replay.
 */
export interface Patch {
  id: string;
  why: string;
  since: string;
  removableWhen: string;
}

/** None yet: no network runs on a version before this one. */
export const PATCHES: Record<string, Patch> = {};
