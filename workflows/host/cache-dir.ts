/**
 * Where things that take minutes to make are kept between clones of the project: `WEFT_CACHE`, or `weft` in the
 * user's cache folder (XDG Base Directory Specification, 0.8).
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env.WEFT_CACHE) return resolve(env.WEFT_CACHE);
  // The specification: a relative path in XDG_CACHE_HOME is invalid and is to be ignored.
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'weft');
}
