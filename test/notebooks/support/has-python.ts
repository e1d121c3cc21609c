/** Whether this machine can make the notebooks' environment; where it cannot, the tests that need it say so. */
import { findMaker } from '../../../notebooks/environment/find-python.ts';

export const hasPython = canMake();
/** The first test that needs the environment installs it, once for all. */
export const INSTALL_TIMEOUT_MILLISECONDS = 600_000;

function canMake(): boolean {
  try {
    findMaker();
    return true;
  } catch {
    return false;
  }
}
