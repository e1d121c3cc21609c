/** A Chromium or Chrome on this machine: nothing is downloaded for the sake of a PDF. */
import { existsSync } from 'node:fs';

/** A browser that is elsewhere. */
const SAID_BY = 'WEFT_BROWSER';

const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** There is no browser that could print. The message says the way out. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** @throws NoBrowser with what to type. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  isThere: (path: string) => boolean = existsSync,
  platform: NodeJS.Platform = process.platform,
): string {
  const said = env[SAID_BY];
  if (said !== undefined && said !== '') {
    if (isThere(said)) return said;
    throw new NoBrowser(`${SAID_BY} names ${said}, which is not there.`);
  }
  const found = USUAL_PLACES[platform]?.find(isThere);
  if (found !== undefined) return found;
  throw new NoBrowser(
    `A PDF is printed by Chromium or Chrome, and neither is here. Install one (${WAYS[platform] ?? 'chromium'}), or say where it is with ${SAID_BY}=/path/to/it; --export html needs none, and any browser prints its pages.`,
  );
}

const WAYS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install -y chromium, or sudo dnf install -y chromium',
  darwin: 'brew install --cask chromium',
  win32: 'winget install Google.Chrome',
};
