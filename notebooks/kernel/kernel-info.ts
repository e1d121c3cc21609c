/** How the kernel introduces itself to Jupyter. */
import { ts } from './cells/tslab.ts';

export const KERNEL_INFO = {
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'weft',
  implementation_version: '1.0.0',
  language_info: {
    name: 'typescript',
    version: ts.version,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    pygments_lexer: 'typescript',
    // JupyterLab finds its TypeScript colours by this mode alone; the other two are for the older notebook.
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
  banner: 'Weft: collaborative learning networks, in TypeScript',
  help_links: [],
};
