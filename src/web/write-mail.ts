import type { DocumentNode } from '../document/node.js';
import type { BrandTokens, ColourTokens } from '../style/brand-tokens.js';
import { leadingFactorOf } from '../style/leading.js';
import { escapeText } from './escape.js';
import { fontStackOf } from './font-stack.js';
import { labelsOf, writeBlocks } from './html-blocks.js';
import type { BoxRole, HtmlContext } from './html-context.js';
import { writeInlines } from './html-inlines.js';
import { mailStylesheet } from './mail-stylesheet.js';
import { pagelessParts } from './running-lines.js';
import { element, openTag } from './tag.js';

/**
 * Writes a document as the page of an e-mail. What must not be lost stands in the elements themselves, since some mail programs
 * throw the head of a page away, and the body's own attributes: language, direction, face, size, and the colours of boxes. Boxes
 * are tables, which the oldest programs know, but are read as if they weren't. Nothing is fetched, so nobody learns that it is read.
 * @param document one without pictures, as `mailDocument` makes it
 * @see RFC 8058 and "Can I email", what mail programs support
 */
export function writeMail(document: DocumentNode, tokens: BrandTokens): string {
  const { lang, dir, title, letterhead, children } = document;
  const context: HtmlContext = {
    pictures: new Map(),
    labels: labelsOf(document),
    box: (role, html) => writeBox(html, { role, dir, colours: tokens.colours }),
  };
  const head = [
    openTag('meta', { charset: 'utf-8' }),
    openTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    openTag('meta', { name: 'color-scheme', content: 'light dark' }),
    openTag('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    // Phones make links of numbers by themselves, in colours of their own.
    openTag('meta', { name: 'format-detection', content: 'telephone=no,date=no,address=no,email=no' }),
    element('title', {}, escapeText(title)),
    element('style', {}, `\n${mailStylesheet(lang, dir, tokens)}`),
  ];
  const footer = pagelessParts(document).map((part) => `${element('p', {}, writeInlines(part))}\n`);
  const parts = [
    ...(letterhead.length === 0
      ? []
      : [element('header', { class: 'head' }, `\n${writeBlocks(letterhead, context)}`)]),
    element('main', {}, `\n${writeBlocks(children, context)}`),
    ...(footer.length === 0 ? [] : [element('footer', { class: 'foot' }, `\n${footer.join('')}`)]),
  ];
  const sheet = { class: 'sheet', lang, dir, style: sheetStyle(lang, tokens) };
  const body = element(
    'body',
    { class: 'mail', style: 'margin:0;padding:0' },
    `\n${element('div', sheet, `\n${parts.join('\n')}\n`)}\n`,
  );
  const page = `\n${element('head', {}, `\n${head.join('\n')}\n`)}\n${body}\n`;
  return `<!doctype html>\n${element('html', { lang, dir }, page)}\n`;
}

/** Text of 12 points on paper is as large as mail programs set theirs; in large print both are larger. */
const USUAL_BODY_POINTS = 12;
const USUAL_PIXELS = 16;

function sheetStyle(lang: string, { colours: { ink, paper }, typeScale }: BrandTokens): string {
  const size = Math.round((typeScale.body / USUAL_BODY_POINTS) * USUAL_PIXELS);
  const leading = Math.round(1.5 * leadingFactorOf(lang) * 100) / 100;
  return (
    `max-width:640px;margin:0 auto;padding:16px;background-color:${paper};color:${ink};` +
    `font-family:${fontStackOf(lang)};font-size:${size}px;line-height:${leading}`
  );
}

type Box = Readonly<{ role: BoxRole; dir: DocumentNode['dir']; colours: ColourTokens }>;

function writeBox(html: string, { role, dir, colours }: Box): string {
  const [ground, line] = boxColours(role, colours);
  const cell = {
    bgcolor: ground,
    style:
      `background-color:${ground};color:${colours.ink};padding:12px 16px;border:0;` +
      `border-${dir === 'rtl' ? 'right' : 'left'}:5px solid ${line}`,
  };
  const table = { role: 'presentation', width: '100%', cellpadding: '0', cellspacing: '0', border: '0' };
  return `\n${element('table', table, element('tr', {}, element('td', cell, html)))}\n`;
}

function boxColours(role: BoxRole, colours: ColourTokens): readonly [ground: string, line: string] {
  switch (role) {
    case 'call':
      return [colours.callTint, colours.call];
    case 'urgent':
      return [colours.urgentTint, colours.urgent];
    case 'do':
      return [colours.doTint, colours.do];
    case 'dont':
      return [colours.dontTint, colours.dont];
    case 'info':
    case 'today':
      return [colours.accent2Tint, colours.accent2];
  }
}
