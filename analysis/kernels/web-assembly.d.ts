/** The part of WebAssembly that we use: its types come with a browser's, which are not ours. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    private constructor();
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  type Exports = Readonly<Record<string, ((...numbers: number[]) => number) | Memory>>;
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: Exports;
  }
}
