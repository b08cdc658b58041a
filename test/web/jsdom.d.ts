declare module 'jsdom' {
  /** The part of a window that the tests use. */
  export type Window = Readonly<{ eval(script: string): unknown; document: unknown; close(): void }>;

  /** A page in a browser without a screen. */
  export class JSDOM {
    constructor(html: string, options?: Readonly<{ runScripts?: 'outside-only' }>);
    readonly window: Window;
  }
}
