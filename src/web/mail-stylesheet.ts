import type { Colour } from '../base/colour.js';
import type { Direction } from '../base/direction.js';
import type { BrandTokens, ColourTokens } from '../style/brand-tokens.js';
import { contrastRatio } from '../base/contrast.js';
import { nearestColour } from '../style/nearest-colour.js';
import { hasItalic } from './font-stack.js';

/**
 * Writes the style sheet of an e-mail in the little that mail programs know: classes, plain properties, sides by their names, and
 * one question to the screen. Where it is thrown away the page still reads well.
 */
export function mailStylesheet(lang: string, dir: Direction, { colours }: BrandTokens): string {
  return [pageRules(lang, dir, colours), boxRules(colours), darkRules(colours)].join('');
}

function pageRules(lang: string, dir: Direction, colours: ColourTokens): string {
  const { accent, accentDark, accentTint, quietInk, rule } = colours;
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return `body { background-color: ${colours.paper}; }
h1, h2, h3 { color: ${accent}; line-height: 1.3; margin: 24px 0 8px 0; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.25em; }
h3 { font-size: 1.06em; }
p { margin: 0 0 12px 0; }
a { color: ${accentDark}; }
em { ${hasItalic(lang) ? 'font-style: italic' : 'font-style: normal; font-weight: bold'}; }
.head { border-bottom: 3px solid ${accent}; padding-bottom: 8px; }
.head p { margin: 0; }
.foot { border-top: 1px solid ${rule}; margin-top: 24px; padding-top: 12px; }
.note, .draft-notice, .foot p, caption { color: ${quietInk}; font-size: 0.875em; }
.draft-notice { margin-top: 12px; }
.lead { font-size: 1.125em; }
.kicker { font-weight: bold; }
.phone { font-size: 1.25em; font-weight: bold; margin: 4px 0; }
.phone a { display: inline-block; padding: 6px 0; }
.no-break { white-space: nowrap; }
.contact { margin: 0 0 4px 0; }
ul, ol { margin: 8px 0 12px 0; padding: 0; padding-${start}: 24px; }
li { margin: 0 0 6px 0; }
.check, .cross, .none, .cards, .timeline { list-style-type: none; padding-${start}: 0; }
.check li, .cross li { padding-${start}: 24px; position: relative; }
.check li:before { content: "\\2713"; font-weight: bold; ${start}: 0; position: absolute; }
.cross li:before { content: "\\2717"; font-weight: bold; ${start}: 0; position: absolute; }
.timeline li { border-${start}: 3px solid ${rule}; padding: 0; padding-${start}: 12px; }
.cards li { background-color: ${accentTint}; color: ${colours.ink}; padding: 8px 12px; margin: 0 0 8px 0; }
hr { border: 0; border-top: 2px solid ${rule}; margin: 32px 0; }
section { margin: 16px 0; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid ${rule}; padding: 6px 0; padding-${end}: 12px; text-align: ${start}; vertical-align: top; }
`;
}

/** A box keeps its pale ground on a dark screen too, so its words keep their colours. */
function boxRules(colours: ColourTokens): string {
  const { accentDark, call, urgent } = colours;
  const rule = (roles: readonly string[], colour: Colour): string => {
    const parts = roles.flatMap((role) => ['h2', 'h3', '.phone a'].map((part) => `.${role} ${part}`));
    return `${parts.join(', ')} { color: ${colour}; margin-top: 0; }\n`;
  };
  return [
    rule(['call'], call),
    rule(['urgent'], urgent),
    rule(['do'], colours.do),
    rule(['dont'], colours.dont),
    rule(['info', 'today'], accentDark),
  ].join('');
}

/** The ground of a dark screen: not quite black, on which bright letters seem to glow. */
const DARK_PAPER: Colour = '#16191b';
const DARK_INK: Colour = '#eceeee';
const DARK_QUIET_INK: Colour = '#b4bcbd';
const TEXT_CONTRAST = 4.5;

/** Words outside boxes turn bright on a dark screen, in the brand's hues. */
function darkRules({ accent, accentDark, ink }: ColourTokens): string {
  const bright = (colour: Colour): Colour =>
    nearestColour(colour, (shade) => contrastRatio(shade, DARK_PAPER) >= TEXT_CONTRAST) ?? DARK_INK;
  return `@media (prefers-color-scheme: dark) {
  body, .sheet { background-color: ${DARK_PAPER} !important; color: ${DARK_INK} !important; }
  h1, h2, h3 { color: ${bright(accent)}; }
  a { color: ${bright(accentDark)}; }
  .note, .draft-notice, .foot p, caption { color: ${DARK_QUIET_INK}; }
  .call a, .urgent a, .do a, .dont a, .info a, .today a, .cards a { color: ${accentDark}; }
  .call .note, .urgent .note, .do .note, .dont .note, .info .note, .today .note { color: ${ink}; }
  .cards h2, .cards h3 { color: ${accentDark}; }
}
`;
}
