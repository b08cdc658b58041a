import type { PaperName } from '../base/paper.js';
import type { DocumentNode } from '../document/node.js';
import type { BrandTokens } from '../style/brand-tokens.js';
import { escapeText } from './escape.js';
import { labelsOf, writeBlocks } from './html-blocks.js';
import { writeInlines } from './html-inlines.js';
import type { Picture } from './picture.js';
import { pagelessParts } from './running-lines.js';
import { stylesheet } from './stylesheet.js';
import { element, openTag } from './tag.js';

/** How a web page looks. */
export type HtmlOptions = Readonly<{
  tokens: BrandTokens;
  /** What it is printed on. */
  paper: PaperName;
  /** Pictures by the source that figures name. */
  pictures: ReadonlyMap<string, Picture>;
}>;

/**
 * Writes a document as one web page: everything is in the file, nothing is fetched and nothing runs. It is made from the
 * tree, so nothing outside its vocabulary can come out. The running header is left out, and the running footer
 * stands once at the end, without page numbers.
 * @see WCAG 2.2
 */
export function writeHtml(document: DocumentNode, { tokens, paper, pictures }: HtmlOptions): string {
  const context = { pictures, labels: labelsOf(document) };
  const { lang, dir, title, letterhead, children } = document;
  const head = [
    openTag('meta', { charset: 'utf-8' }),
    openTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    openTag('meta', { 'http-equiv': 'Content-Security-Policy', content: securityPolicy }),
    element('title', {}, escapeText(title)),
    element('style', {}, `\n${stylesheet(document, tokens, paper)}`),
  ];
  const footer = pagelessParts(document).map((part) => `${element('p', {}, writeInlines(part))}\n`);
  const body = [
    ...(letterhead.length === 0 ? [] : [element('header', {}, `\n${writeBlocks(letterhead, context)}`)]),
    element('main', {}, `\n${writeBlocks(children, context)}`),
    ...(footer.length === 0 ? [] : [element('footer', {}, `\n${footer.join('')}`)]),
  ];
  const page = `\n${element('head', {}, `\n${head.join('\n')}\n`)}\n${element('body', {}, `\n${body.join('\n')}\n`)}\n`;
  return `<!doctype html>\n${element('html', { lang, dir }, page)}\n`;
}

/** Should something ever slip in, browsers neither fetch nor run it. */
const securityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
