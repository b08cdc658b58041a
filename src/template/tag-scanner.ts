/** Where in HTML a template's scan stands: what may be printed there depends on it. */
export type HtmlPlace = 'text' | 'attribute' | 'title' | 'tag' | 'comment';

/** What the scanner knows between two pieces of content; kept at the start of a block, to start its `else` from there. */
export type ScanState = Readonly<{ state: State; inTitle: boolean; tagName: string }>;

type State = 'text' | 'tag-name' | 'tag' | 'end-tag' | 'double-quoted' | 'single-quoted' | 'comment';

const TAG_NAME_CHARACTER = /[A-Za-z0-9-]/;

/** Follows the HTML of a template over the pieces of content between its mustaches. */
export class TagScanner {
  #state: State = 'text';
  #inTitle = false;
  #tagName = '';
  readonly #fileIndex: number;

  /** @param fileIndex what `data-at` names the template's file by */
  constructor(fileIndex: number) {
    this.#fileIndex = fileIndex;
  }

  /** Where a mustache after the content scanned so far would print. */
  get place(): HtmlPlace {
    switch (this.#state) {
      case 'text':
        return this.#inTitle ? 'title' : 'text';
      case 'double-quoted':
      case 'single-quoted':
        return 'attribute';
      case 'comment':
        return 'comment';
      default:
        return 'tag';
    }
  }

  /** What is to be given to `resume`. */
  save(): ScanState {
    return { state: this.#state, inTitle: this.#inTitle, tagName: this.#tagName };
  }

  /** Goes back to a place saved before. */
  resume(saved: ScanState): void {
    this.#state = saved.state;
    this.#inTitle = saved.inTitle;
    this.#tagName = saved.tagName;
  }

  /**
   * Scans a piece of content and writes into each opening tag, after its name, where it stands:
   * `data-at="file:line:column"`.
   * @param start where the content starts; `line` counts from 1, `column` from 0
   * @returns the content with the attributes
   */
  mark(content: string, start: Readonly<{ line: number; column: number }>): string {
    let { line, column } = start;
    let opened = '';
    let marked = '';
    let copied = 0;
    for (let index = 0; index < content.length; index++) {
      const character = content[index]!;
      if (this.#state === 'tag-name' && !TAG_NAME_CHARACTER.test(character)) {
        marked += `${content.slice(copied, index)} data-at="${opened}"`;
        copied = index;
      }
      const before = this.#state;
      this.#step(content, index);
      if (this.#state === 'tag-name' && before !== 'tag-name')
        opened = `${this.#fileIndex}:${line}:${column + 1}`;
      column += 1;
      if (character === '\n') {
        line += 1;
        column = 0;
      }
    }
    return marked + content.slice(copied);
  }

  #step(content: string, index: number): void {
    const character = content[index]!;
    switch (this.#state) {
      case 'text':
        if (character === '<') this.#open(content, index);
        break;
      case 'comment':
        if (character === '>' && content.endsWith('--', index)) this.#state = 'text';
        break;
      case 'double-quoted':
        if (character === '"') this.#state = 'tag';
        break;
      case 'single-quoted':
        if (character === "'") this.#state = 'tag';
        break;
      default:
        this.#stepInTag(character);
    }
  }

  #open(content: string, index: number): void {
    const next = content[index + 1] ?? '';
    if (content.startsWith('<!--', index)) this.#state = 'comment';
    else if (next === '/' || next === '!') this.#state = 'end-tag';
    // A tag whose name would come from a mustache counts as a tag, so that the mustache is refused.
    else if (next === '' || /[A-Za-z]/.test(next)) this.#state = 'tag-name';
    this.#tagName = '';
  }

  #stepInTag(character: string): void {
    if (character === '>') {
      this.#inTitle = this.#state !== 'end-tag' && this.#tagName === 'title';
      this.#state = 'text';
    } else if (this.#state === 'tag-name') {
      if (TAG_NAME_CHARACTER.test(character)) this.#tagName += character.toLowerCase();
      else this.#state = 'tag';
    } else if (this.#state === 'tag') {
      if (character === '"') this.#state = 'double-quoted';
      if (character === "'") this.#state = 'single-quoted';
    }
  }
}
