/** Whole lives first: what takes minutes must not begin when everything else is done. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONG = [
  ...['test/workflows/lifecycle/', 'test/notebooks/notebooks.test.ts', 'test/notebooks/jupyterlab.test.ts'],
  ...['test/e2e/', 'test/cli/'],
];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((folder) => moduleId.includes(folder));
      return place === -1 ? LONG.length : place;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
