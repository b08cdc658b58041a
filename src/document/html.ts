import { Tokenizer, type Token, type TokenHandler } from 'parse5';
import type { Problem, Report } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';

/** Characters between tags. White space is collapsed in place by `collapseWhiteSpace`. */
export type HtmlText = { readonly kind: 'text'; text: string };

/** An element as it was written. */
export type HtmlElement = Readonly<{
  kind: 'element';
  name: string;
  attributes: ReadonlyMap<string, string>;
  parent: HtmlElement | undefined;
  children: HtmlNode[];
  /** Where a template wrote it, or wrote the nearest element around it. */
  at: SourceRange | undefined;
}>;

/** An element or the characters between two tags. */
export type HtmlNode = HtmlElement | HtmlText;

/** The attribute in which the template compiler notes where a tag was written: number of the file, line and column. */
const PLACE = 'data-at';

/** No handout needs more; whoever walks the tree goes as deep as it is. */
const MOST_LEVELS = 100;

const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/**
 * Reads HTML into a tree without repairing it: every element is closed by its own end tag, in order. Tags, attributes
 * and character references are read by parse5's tokenizer; its tree builder, which moves and closes elements silently as a
 * browser must, is not used (and takes twice the time).
 * @param files the names that `data-at` counts, from 0
 * @returns the outermost elements; reports `document/malformed-html`
 * @see HTML Standard, section 13.2.5, Tokenization
 */
export function parseHtml(html: string, files: readonly string[], report: Report): readonly HtmlNode[] {
  const builder = new TreeBuilder(files, report);
  new Tokenizer({ sourceCodeLocationInfo: false }, builder).write(html, true);
  return builder.top;
}

class TreeBuilder implements TokenHandler {
  readonly top: HtmlNode[] = [];
  #levels = 0;
  #isTooDeep = false;
  readonly #files: readonly string[];
  readonly #report: Report;
  #current: HtmlElement | undefined;

  constructor(files: readonly string[], report: Report) {
    this.#files = files;
    this.#report = report;
  }

  onStartTag(token: Token.TagToken): void {
    const attributes = new Map<string, string>();
    let at = this.#current?.at;
    for (const { name, value } of token.attrs) {
      if (name === PLACE) at = this.#placeOf(value) ?? at;
      else attributes.set(name, value);
    }
    const name = token.tagName;
    const element: HtmlElement = {
      kind: 'element',
      name,
      attributes,
      parent: this.#current,
      children: [],
      at,
    };
    // What is too deep is left out, so that nobody has to go there.
    if (this.#levels >= MOST_LEVELS) this.#reportDepth(at);
    else (this.#current?.children ?? this.top).push(element);
    if (VOID_ELEMENTS.has(name)) return;
    if (token.selfClosing) {
      this.#malformed(at, `<${name}/> doesn't close itself.`, `Write <${name}></${name}>.`);
    } else {
      this.#current = element;
      this.#levels += 1;
    }
  }

  #reportDepth(at: SourceRange | undefined): void {
    if (!this.#isTooDeep) {
      const message = `Elements are nested more than ${String(MOST_LEVELS)} deep.`;
      this.#malformed(at, message, 'Close each element where it ends.');
    }
    this.#isTooDeep = true;
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    let opened = this.#current;
    while (opened && opened.name !== name) opened = opened.parent;
    if (!opened) {
      this.#malformed(
        this.#current?.at,
        `</${name}> closes nothing.`,
        'Remove it, or write the opening tag.',
      );
      return;
    }
    for (let unclosed = this.#current; unclosed !== opened; unclosed = unclosed!.parent) {
      this.#levels -= 1;
      const hint = `Write </${unclosed!.name}> before </${name}>.`;
      this.#malformed(unclosed!.at, `<${unclosed!.name}> isn't closed where </${name}> comes.`, hint);
    }
    this.#current = opened.parent;
    this.#levels -= 1;
  }

  onEof(): void {
    for (let unclosed = this.#current; unclosed; unclosed = unclosed.parent) {
      this.#malformed(
        unclosed.at,
        `<${unclosed.name}> is never closed.`,
        `Write </${unclosed.name}> at its end.`,
      );
    }
  }

  onCharacter(token: Token.CharacterToken): void {
    const children = this.#current?.children ?? this.top;
    const last = children.at(-1);
    if (last?.kind === 'text') last.text += token.chars;
    else children.push({ kind: 'text', text: token.chars });
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onParseError({ code }: { readonly code: string }): void {
    // The tree builder above knows better what a stray slash means.
    if (code === 'non-void-html-element-start-tag-with-trailing-solidus') return;
    this.#malformed(
      this.#current?.at,
      `This isn't well-formed HTML: ${code.replaceAll('-', ' ')}.`,
      undefined,
    );
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}

  #placeOf(value: string): SourceRange | undefined {
    const afterFile = value.indexOf(':');
    const afterLine = value.indexOf(':', afterFile + 1);
    const file = this.#files[Number(value.slice(0, afterFile))];
    if (file === undefined) return undefined;
    return {
      file,
      line: Number(value.slice(afterFile + 1, afterLine)),
      column: Number(value.slice(afterLine + 1)),
    };
  }

  #malformed(at: SourceRange | undefined, message: string, hint: string | undefined): void {
    const problem: Problem = { code: 'document/malformed-html', severity: 'error', message };
    this.#report({ ...problem, ...(at ? { at } : {}), ...(hint === undefined ? {} : { hint }) });
  }
}
