import type { PaperName } from '../base/paper.js';
import type { Points } from '../base/units.js';
import type { DocumentNode } from '../document/node.js';
import { walkDocument } from '../document/walk.js';
import type { BrandTokens } from '../style/brand-tokens.js';
import { leadingFactorOf } from '../style/leading.js';
import { fontStackOf, hasItalic } from './font-stack.js';

/**
 * Writes the style sheet of a page, for the screen and for paper. Sizes are in `rem`, so that a reader's own
 * text size counts, and sides are named by the reading direction, so that one sheet serves both. A colour stands only on
 * the grounds that `checkContrast` has judged it on, and never says anything alone.
 */
export function stylesheet(document: DocumentNode, tokens: BrandTokens, paper: PaperName): string {
  return [
    rootRules(document.lang, tokens),
    passageRules(document),
    textRules,
    boxRules,
    printRules(paper),
  ].join('');
}

function rootRules(lang: string, { colours, typeScale }: BrandTokens): string {
  const sizes = Object.entries(typeScale).map(([name, size]) => `  --${name}: ${rem(size)};\n`);
  const paints = Object.entries(colours).map(([name, colour]) => `  --${kebabCase(name)}: ${colour};\n`);
  return `:root {
  color-scheme: light;
${paints.join('')}${sizes.join('')}  --leading: ${round(1.5 * leadingFactorOf(lang))};
  font-family: ${fontStackOf(lang)};
}
`;
}

/** A reader who has changed nothing sees text of 12 points as 1 rem. */
function rem(size: Points): string {
  return `${round(size / 12)}rem`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Passages in another language have fonts, leading and emphasis of their own. */
function passageRules(document: DocumentNode): string {
  const passages = walkDocument(document).flatMap((node) => ('lang' in node && node.lang ? [node.lang] : []));
  const langs = [...new Set(passages)].filter((lang) => lang !== document.lang).sort();
  const rules = langs.map(
    (lang) => `:lang("${lang}") { font-family: ${fontStackOf(lang)}; }\n${emphasisRule(lang)}`,
  );
  return emphasisRule(document.lang) + rules.join('');
}

function emphasisRule(lang: string): string {
  return `em:lang("${lang}") { ${hasItalic(lang) ? 'font-style: italic' : 'font-style: normal; font-weight: 700'}; }\n`;
}

const textRules = `* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font-size: var(--body); line-height: var(--leading);
  overflow-wrap: break-word; }
header, main, footer { max-inline-size: 42rem; margin-inline: auto; padding-inline: 1.25rem; }
h1, h2, h3 { color: var(--accent); line-height: calc(var(--leading) * 0.84); margin-block: 1.5em 0.35em;
  text-wrap: balance; }
h1 { font-size: var(--h1); margin-block-start: 0.5em; }
h2 { font-size: var(--h2); }
h3 { font-size: var(--h3); }
p { margin-block: 0 0.75em; }
p, li { text-wrap: pretty; }
:lang(ja) { word-break: auto-phrase; }
a { color: var(--accent-dark); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
strong { font-weight: 700; }
.no-break { white-space: nowrap; }
.lead { font-size: var(--lead); }
.kicker { color: var(--accent); font-weight: 700; margin-block-end: 0.25em; }
.note, .draft-notice, figcaption, caption, footer { font-size: max(var(--small), 0.875rem); color: var(--quiet-ink); }
.phone { font-size: var(--h2); font-weight: 700; color: var(--accent); font-variant-numeric: tabular-nums;
  margin-block-end: 0.25em; }
.phone a { color: inherit; display: inline-block; padding-block: 0.3rem; }
.contact { font-variant-numeric: tabular-nums; margin-block-end: 0.4em; }
ul, ol { margin-block: 0.5em; padding-inline-start: 1.5em; }
li { margin-block-end: 0.4em; }
li::marker { color: var(--accent); font-weight: 700; }
.check, .cross, .none, .timeline { list-style: none; }
.check > li, .cross > li { position: relative; }
.check > li::before, .cross > li::before { position: absolute; inset-inline-start: -1.5em; font-weight: 700; }
.check > li::before { content: "\\2713"; content: "\\2713" / ""; color: var(--do); }
.cross > li::before { content: "\\2717"; content: "\\2717" / ""; color: var(--dont); }
.cut-off { border-block-start: 2px dashed var(--quiet-ink); margin-block-start: 1.5em; padding-block-start: 0.75em; }
.timeline { border-inline-start: 2px solid var(--rule); margin-inline-start: 0.4em; }
.timeline > li { position: relative; margin-block-end: 0.75em; }
.timeline > li::before { content: ""; position: absolute; inset-inline-start: calc(-1.5em - 0.4em - 1px); inline-size: 0;
  inset-block-start: 0.4em; border: 0.4em solid var(--accent); border-radius: 50%; }
`;

const boxRules = `header { padding-block: 1.25rem 0.75rem; border-block-end: 1px solid var(--rule); display: flex;
  flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; }
header figure { margin: 0; }
header p { margin: 0; }
main { padding-block: 1rem; }
footer { padding-block: 0.75rem; border-block-start: 1px solid var(--rule); display: flex; flex-wrap: wrap;
  gap: 0 1.5rem; }
footer p { margin-block: 0 0.25em; }
.write-on { display: flex; gap: 0.5rem; }
.write-on::after { content: ""; flex: 1 1 7rem; border-block-end: 1px solid var(--quiet-ink); }
hr { border: 0; border-block-start: 1px solid var(--rule); margin-block: 1.5rem; }
figure { margin: 1rem 0; }
figure > svg, figure > img { display: block; max-inline-size: 100%; block-size: auto; background: var(--paper);
  forced-color-adjust: none; }
figcaption { margin-block-start: 0.5em; }
ul:is(.cards, .icon, .labels) { list-style: none; padding: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.75rem; }
.cards > li { background: var(--accent-tint); padding: 0.75rem 1rem; margin: 0; }
.cards > li { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 0.75rem; align-items: center;
  align-content: start; }
.cards > li:last-child:nth-child(odd) { grid-column: 1 / -1; }
.cards > li > * { grid-column: 1 / -1; margin-block: 0; }
.cards > li > span.icon { grid-column: 1; }
.cards > li > span.icon + * { grid-column: 2; }
ul.icon > li { display: grid; grid-template-columns: auto 1fr; column-gap: 0.75rem; margin-block-end: 0.75em; }
ul.icon > li > * { grid-column: 2; margin-block: 0 0.25em; }
ul.icon > li > span.icon { grid-column: 1; grid-row: 1 / span 9; }
.labels { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-block: 0.5em 0; }
span.icon > svg { display: block; inline-size: 2.5rem; block-size: 2.5rem; }
.columns, .do-dont { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.columns > div, .do-dont > section { flex: 1 1 15rem; min-inline-size: 0; }
.columns > div > :first-child { margin-block-start: 0.75rem; }
.columns > div:has(> .callout:only-child) { display: flex; }
.columns > div > .callout:only-child { flex: 1; }
.do-dont { gap: 1rem; margin-block: 1rem; }
.callout, .do, .dont { padding: 1rem 1.25rem; margin-block: 1rem; }
.do-dont > section { margin: 0; border-radius: 0.5rem; border: 1px solid; }
.callout > :first-child, .do > :first-child, .dont > :first-child { margin-block-start: 0; }
.callout > :last-child, .do > :last-child, .dont > :last-child { margin-block-end: 0; }
.callout { border-inline-start: 5px solid; }
.callout.call { background: var(--call-tint); border-color: var(--call); }
.callout.urgent { background: var(--urgent-tint); border-color: var(--urgent); }
.callout.info, .callout.today { background: var(--accent-tint); border-color: var(--accent-dark); }
.do-dont > .do { background: var(--do-tint); border-color: var(--do); }
.do-dont > .dont { background: var(--dont-tint); border-color: var(--dont); }
:is(.callout, .do, .dont) :is(a, p, figcaption, caption) { color: inherit; }
:is(.callout, .do, .dont) li::marker { color: inherit; }
.call :is(h1, h2, h3, .phone) { color: var(--call); }
.urgent :is(h1, h2, h3, .phone) { color: var(--urgent); }
:is(.info, .today) :is(h1, h2, h3, .phone) { color: var(--accent-dark); }
.do :is(h1, h2, h3) { color: var(--do); }
.dont :is(h1, h2, h3) { color: var(--dont); }
.do > :is(h2, h3)::before { content: "\\2713  "; content: "\\2713  " / ""; }
.dont > :is(h2, h3)::before { content: "\\2717  "; content: "\\2717  " / ""; }
table { border-collapse: collapse; inline-size: 100%; margin-block: 1rem; }
caption { text-align: start; padding-block-end: 0.5em; }
th, td { text-align: start; vertical-align: top; padding: 0.5em 0.65em; border-block-end: 1px solid var(--rule); }
thead th { color: var(--accent-dark); background: var(--accent-tint); border-block-end: 2px solid var(--accent); }
td > p:last-child, li > p:last-child { margin-block-end: 0; }
`;

/** Margins as printers like them; a paper's name is as CSS Paged Media knows it. */
function printRules(paper: PaperName): string {
  return `@page { size: ${paper}; margin: ${paper === 'a5' ? '13mm' : '18mm'}; }
@media print {
  :root { font-size: 12pt; }
  body { background: none; }
  header, main, footer { max-inline-size: none; padding: 0; }
  header, main { padding-block-end: 0.5rem; }
  footer { padding-block-start: 0.5rem; }
  h1, h2, h3, figcaption { break-inside: avoid; }
  h1, h2, h3, caption { break-after: avoid; }
  .callout, .do, .dont, .keep-together, .cut-off, figure, li, tr { break-inside: avoid; }
  .callout, thead th, .do, .dont, figure > svg { print-color-adjust: exact; }
  thead { display: table-header-group; }
  p, li { orphans: 2; widows: 2; }
  footer { break-inside: avoid; }
}
`;
}
