import type { Direction } from '../base/direction.js';
import type { SourceRange } from '../base/source.js';

/**
 * The document tree: what a handout says, and what each part is for. It knows nothing of pages or fonts. Templates
 * write it as semantic HTML in a closed vocabulary; `parse.ts` reads it; layout places it; the PDF's structure
 * tree follows it node by node.
 */

/** Identifies a node in its document. */
export type NodeId = number;

type NodeBase = Readonly<{
  id: NodeId;
  /** Where a template wrote the element. */
  at?: SourceRange;
  /** BCP 47 tag, only where it differs from the parent's. */
  lang?: string;
  /** Only where it differs from the parent's. */
  dir?: Direction;
}>;

/** A whole handout. */
export type DocumentNode = Readonly<{
  /** BCP 47 tag of the document's language. */
  lang: string;
  dir: Direction;
  /** Shown in the window's title bar and stored in the metadata. */
  title: string;
  /** The clinic's head on the first page: real content, read first. */
  letterhead: readonly Block[];
  children: readonly Block[];
  /** Repeated at the head of every page but the first; an artifact. */
  runningHeader: readonly Inline[];
  /** Repeated at the foot of every page; artifacts. Each entry is one line; parts within it are set at its start and its end. */
  runningFooter: readonly RunningLine[];
}>;

/** A line of running furniture: one part at the start of the line, one at its end. */
export type RunningLine = Readonly<{ start: readonly Inline[]; end: readonly Inline[] }>;

/** Anything that stacks down a page. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Figure
  | Callout
  | Section
  | Columns
  | DoDont
  | Timeline
  | Cards
  | Rule;

/** `<h1>` … `<h3>`. */
export type Heading = NodeBase & Readonly<{ kind: 'heading'; level: 1 | 2 | 3; children: readonly Inline[] }>;

/** What a paragraph is for, beyond plain text. */
export type ParagraphRole =
  | 'body'
  | 'lead'
  | 'kicker'
  | 'note'
  | 'draft-notice'
  | 'contact'
  | 'phone'
  /** A line follows the words, to be written on by hand. */
  | 'write-on';

/** `<p>`, with its role as the class. */
export type Paragraph = NodeBase &
  Readonly<{ kind: 'paragraph'; role: ParagraphRole; children: readonly Inline[] }>;

/**
 * What stands before an item. `check` and `cross` are drawn shapes, always beside words that say the same; with `icon` it
 * is the icon that the item begins with.
 */
export type ListMarker = 'disc' | 'decimal' | 'check' | 'cross' | 'icon' | 'none';

/** `<ul>` or `<ol>`. */
export type List = NodeBase &
  Readonly<{
    kind: 'list';
    marker: ListMarker;
    items: readonly ListItem[];
    /** Number of the first item, where it isn't 1. */
    start?: number;
  }>;

/** `<li>`. */
export type ListItem = NodeBase & Readonly<{ kind: 'list-item'; children: readonly Block[] }>;

/** `<table>`; `head` repeats on every page that the table reaches. */
export type Table = NodeBase &
  Readonly<{
    kind: 'table';
    caption: readonly Inline[];
    head: readonly TableRow[];
    body: readonly TableRow[];
  }>;

/** `<tr>`. */
export type TableRow = NodeBase & Readonly<{ kind: 'table-row'; cells: readonly TableCell[] }>;

/** `<th scope>` or `<td>`. */
export type TableCell = NodeBase &
  Readonly<{ kind: 'table-cell'; header?: 'column' | 'row'; columnSpan: number; children: readonly Block[] }>;

/** `<figure>` around one `<img>`, with an optional `<figcaption>`. */
export type Figure = NodeBase &
  Readonly<{
    kind: 'figure';
    /** Workspace path of an SVG, PNG or JPEG file, or `qr:` and the text of a QR code. */
    source: string;
    /** Alternative text; empty for an icon alone. */
    alternative: string;
    /** The wished width in millimetres; the natural width, or the column's if that is narrower, without it. */
    widthMm?: number;
    caption: readonly Inline[];
    /** An icon beside words that say the same: a decoration, which is painted as an artifact. */
    isIcon?: boolean;
    /** Words set over the drawing. Such a drawing is mirrored in a document that runs from right to left. */
    labels?: readonly FigureLabel[];
  }>;

/** `<li data-label="…">` in `<figure class="labelled">`: words in the room that the drawing has for them. */
export type FigureLabel = NodeBase &
  Readonly<{
    kind: 'figure-label';
    /** Names a `<rect id="label-…">` of the drawing. */
    room: string;
    children: readonly Inline[];
  }>;

/** `<aside class="…">`: a block set apart. `call` and `urgent` are the safety block and are never split. */
export type Callout = NodeBase &
  Readonly<{ kind: 'callout'; role: 'call' | 'urgent' | 'info' | 'today'; children: readonly Block[] }>;

/**
 * `<section>`: groups blocks. With `keep-together` or `cut-off` it is not split unless it is taller than a page; what is to
 * be cut off stands below a dashed line.
 */
export type Section = NodeBase &
  Readonly<{ kind: 'section'; role?: SectionRole; children: readonly Block[] }>;

/** How a section is set apart. */
export type SectionRole = 'keep-together' | 'cut-off';

/** `<div class="columns">`: each `<div>` in it is one column; columns stand side by side and are read one after another. */
export type Columns = NodeBase & Readonly<{ kind: 'columns'; columns: readonly Column[] }>;

/** One column; `span` is its share of the width relative to its siblings. */
export type Column = NodeBase & Readonly<{ kind: 'column'; span: number; children: readonly Block[] }>;

/** `<div class="do-dont">` of two `<section>`s: what to do beside what to avoid. */
export type DoDont = NodeBase & Readonly<{ kind: 'do-dont'; do: Section; dont: Section }>;

/** `<ol class="timeline">`: steps in time, each with a heading and what it holds. */
export type Timeline = NodeBase & Readonly<{ kind: 'timeline'; items: readonly ListItem[] }>;

/** `<ul class="cards">`: boxes two by two, each with perhaps an icon and a heading first; no box is divided over pages. */
export type Cards = NodeBase & Readonly<{ kind: 'cards'; items: readonly ListItem[] }>;

/** `<hr>`: a line across the column; an artifact. */
export type Rule = NodeBase & Readonly<{ kind: 'rule' }>;

/** Anything that flows along a line. */
export type Inline = Text | Strong | Emphasis | Link | Isolate | Span | LineBreak | PageNumber | PageCount;

/** Characters. White space is already collapsed as in HTML. */
export type Text = NodeBase & Readonly<{ kind: 'text'; text: string }>;

/** `<strong>`. */
export type Strong = NodeBase & Readonly<{ kind: 'strong'; children: readonly Inline[] }>;

/** `<em>`. */
export type Emphasis = NodeBase & Readonly<{ kind: 'emphasis'; children: readonly Inline[] }>;

/** `<a href>`: `https:`, `mailto:` or `tel:`. */
export type Link = NodeBase & Readonly<{ kind: 'link'; href: string; children: readonly Inline[] }>;

/**
 * `<bdi>` or `<time>`: a value, range, phone number or foreign name that the text around it must not reorder. With
 * `noBreak` no line ends inside it.
 */
export type Isolate = NodeBase & Readonly<{ kind: 'isolate'; noBreak: boolean; children: readonly Inline[] }>;

/** `<span lang>`: words in another language. */
export type Span = NodeBase & Readonly<{ kind: 'span'; children: readonly Inline[] }>;

/** `<br>`. */
export type LineBreak = NodeBase & Readonly<{ kind: 'line-break' }>;

/** `<span class="page-number">`, only in running lines. */
export type PageNumber = NodeBase & Readonly<{ kind: 'page-number' }>;

/** `<span class="page-count">`, only in running lines. */
export type PageCount = NodeBase & Readonly<{ kind: 'page-count' }>;
