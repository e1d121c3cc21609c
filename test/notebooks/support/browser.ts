/** The Chromium of tests: found as exports find theirs; where there is none, suites say that they are skipped. */
import { findBrowser, NoBrowser } from '../../../notebooks/export/find-browser.ts';

export const CHROMIUM = found();

/** WebGL by the processor: test machines have no graphics card. */
export const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

export function noBrowser(name: string): string {
  return CHROMIUM === null ? `${name} (skipped: no Chromium is installed)` : name;
}

function found(): string | null {
  try {
    return findBrowser();
  } catch (error) {
    if (error instanceof NoBrowser) return null;
    throw error;
  }
}
