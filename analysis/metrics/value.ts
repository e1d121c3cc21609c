/** What a figure can be, and of what it speaks. */

export type Scope = 'member' | 'tie' | 'group' | 'network';

export type Value = number | boolean | string | readonly Value[] | { readonly [key: string]: Value | null };
