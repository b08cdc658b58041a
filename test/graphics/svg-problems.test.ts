import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/base/colour.js';
import { parseSvg } from '../../src/graphics/svg.js';
import { problemText } from './problem-text.js';

const PALETTE: ReadonlyMap<string, Colour> = new Map([
  ['accent', '#0b5394'],
  ['ink', '#1a1a1a'],
]);

function read(text: string) {
  return parseSvg({ file: 'logo.svg', text }, PALETTE);
}

/** Reads a drawing whose content begins at line 2, column 1. */
function faults(content: string): string {
  const { value, problems } = read(`<svg viewBox="0 0 100 50">\n${content}\n</svg>`);
  expect(value).toBeUndefined();
  return problemText(problems);
}

function wholeFaults(text: string): string {
  const { value, problems } = read(text);
  expect(value).toBeUndefined();
  return problemText(problems);
}

describe('a file that could do harm', () => {
  it('is refused at once when it holds an entity bomb', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY e0 "ha">${levels}]>\n<svg viewBox="0 0 1 1"><desc>&e30;</desc></svg>`;
    const start = performance.now();
    expect(wholeFaults(bomb)).toBe(
      'logo.svg:2:1 error graphics/doctype: The drawing has a document type, which could pull in other files or grow without end. → Delete everything from <!DOCTYPE to the > that ends it; SVG needs none.',
    );
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('is refused when it names another file as an entity', () => {
    expect(
      wholeFaults('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1">&x;</svg>'),
    ).toContain('logo.svg:1:1 error graphics/doctype');
  });

  it('is refused when it refers to a style sheet', () => {
    expect(wholeFaults('<?xml-stylesheet href="http://a.example/a.css"?>\n<svg viewBox="0 0 1 1"/>')).toBe(
      'logo.svg:1:1 error graphics/reference: The drawing has a processing instruction, <?xml-stylesheet …?>. → Delete it; put colours and line widths on the shapes themselves.',
    );
  });

  it.each([
    [
      '<script>alert(1)</script>',
      'logo.svg:2:1 error graphics/script: The drawing has a script. → Delete the <script> element; a drawing may not run anything.',
    ],
    [
      '<rect width="1" height="1" onclick="alert(1)"/>',
      'logo.svg:2:28 error graphics/script: The attribute “onclick” would run a script. → Delete it; a drawing may not run anything.',
    ],
    [
      '<g xlink:href="http://a.example/"/>',
      'logo.svg:2:4 error graphics/reference: The attribute “xlink:href” refers to something outside the shape. → Delete it, or put the shape itself in its place.',
    ],
    [
      '<g fill="url(http://a.example/#b)"/>',
      'logo.svg:2:4 error graphics/reference: The paint “url(http://a.example/#b)” refers to a gradient, a pattern or another file. → Use one flat colour, such as #0b5394 or var(--accent).',
    ],
    [
      '<image href="a.png"/>',
      'logo.svg:2:1 error graphics/element: Drawings may not have <image>. → Use the picture as a PNG or JPEG file of its own, or trace it.',
    ],
  ])('is refused for %s', (content, expected) => {
    expect(faults(content)).toBe(expected);
  });

  it.each([
    'svg:script',
    'SCRIPT',
    'foreignObject',
    'use',
    'a',
    'style',
    'linearGradient',
    'filter',
    'animate',
    'iframe',
  ])('is refused for <%s>', (name) => {
    expect(faults(`<${name}/>`)).toMatch(/^logo\.svg:2:1 error graphics\/(script|element): .* → /);
  });

  it('is refused for what hides in defs or in a shape', () => {
    expect(faults('<defs><script/></defs>')).toContain('Drawings may not have <defs>.');
    expect(faults('<rect width="1" height="1"><set/></rect>')).toContain('Drawings may not have <set>.');
    expect(faults('<path d="M0 0"><path/></path>')).toContain('Drawings may not have <path> inside <path>.');
  });
});

describe('a drawing that uses more than the subset', () => {
  it.each([
    [
      '<text>Clinic</text>',
      'logo.svg:2:1 error graphics/element: Drawings may not have <text>. → Convert the text to outlines (paths) in the drawing program.',
    ],
    [
      '<g filll="red"/>',
      'logo.svg:2:4 error graphics/attribute: Drawings may not have the attribute “filll” on <g>. → Did you mean “fill”?',
    ],
    [
      '<g inkscape:groupmode="layer"/>',
      'logo.svg:2:4 error graphics/attribute: Drawings may not have the attribute “inkscape:groupmode” on <g>. → Delete it, or save the drawing as plain SVG.',
    ],
    [
      '<g style="fill:red; mix-blend-mode:screen"/>',
      'logo.svg:2:21 error graphics/property: Drawings may not use the style property “mix-blend-mode”. → Delete it, or save the drawing as plain SVG with presentation attributes.',
    ],
    [
      '<g opacity="0.5"/>',
      'logo.svg:2:4 error graphics/opacity: Drawings may not be see-through (opacity: 0.5). → Flatten the transparency, or use a lighter flat colour.',
    ],
    [
      '<g fill="var(--acent)"/>',
      'logo.svg:2:4 error graphics/unknown-token: The brand has no colour “acent”. → Did you mean var(--accent)?',
    ],
    [
      '<g fill="var(--leaf-green)"/>',
      'logo.svg:2:4 error graphics/unknown-token: The brand has no colour “leaf-green”. → Use one of: accent, ink.',
    ],
    [
      '<g stroke="rgba(0,0,0,.5)"/>',
      'logo.svg:2:4 error graphics/bad-colour: “rgba(0,0,0,.5)” is not a colour that drawings may use. → Write it as #rrggbb, or as var(--accent) for a colour of the brand.',
    ],
    [
      '<g fill="gren"/>',
      'logo.svg:2:4 error graphics/bad-colour: “gren” is not a colour that drawings may use. → Did you mean green?',
    ],
  ])('is refused for %s', (content, expected) => {
    expect(faults(content)).toBe(expected);
  });
});

describe('a value that cannot be read', () => {
  it.each([
    [
      '<rect width="-1" height="1"/>',
      'logo.svg:2:7 error graphics/bad-value: “-1” is not a value for width. → Expected a number of at least 0.',
    ],
    [
      '<circle r="1mm"/>',
      'logo.svg:2:9 error graphics/bad-value: “1mm” is not a value for r. → Expected a number without a unit.',
    ],
    [
      '<polygon points="1 2 3"/>',
      'logo.svg:2:10 error graphics/bad-value: “1 2 3” is not a value for points. → Expected pairs of numbers, x before y.',
    ],
    [
      '<g transform="rotate(1 2)"/>',
      'logo.svg:2:4 error graphics/bad-value: “rotate(1 2)” is not a value for transform. → Expected transforms such as translate(10 20) or rotate(45).',
    ],
    [
      '<g stroke-linecap="flat"/>',
      'logo.svg:2:4 error graphics/bad-value: “flat” is not a value for stroke-linecap. → Expected one of: butt, round, square.',
    ],
    [
      '<g stroke-width="-1"/>',
      'logo.svg:2:4 error graphics/bad-value: “-1” is not a value for stroke-width. → Expected a number of at least 0.',
    ],
    [
      '<g stroke-dasharray="1 -2"/>',
      'logo.svg:2:4 error graphics/bad-value: “1 -2” is not a value for stroke-dasharray. → Expected “none” or a list of lengths.',
    ],
    [
      '<path d="M0 0 L10 x"/>',
      "logo.svg:2:19 error graphics/bad-path: The path can't be read from “x” on. → Draw the path again, or restore it from an earlier copy.",
    ],
    [
      '<path d="M0 0 L10"/>',
      "logo.svg:2:18 error graphics/bad-path: The path can't be read from its end on. → Draw the path again, or restore it from an earlier copy.",
    ],
    [
      '<path d="M0 0 R1 2 3 4"/>',
      "logo.svg:2:15 error graphics/bad-path: The path can't be read from “R1 2 3 4” on. → Draw the path again, or restore it from an earlier copy.",
    ],
    [
      '<path d="M0 0L1e9 0"/>',
      'logo.svg:2:1 error graphics/out-of-range: The <path> reaches more than a million points from the drawing. → Check its numbers and its transforms.',
    ],
  ])('is reported for %s', (content, expected) => {
    expect(faults(content)).toBe(expected);
  });

  it.each(['M. 0', 'M1e999 0', 'L1 1', 'M0 0A1e300 1e-300 0 0 1 1e300 5', 'M NaN 0', 'M Infinity 0'])(
    'never lets the path %s through',
    (path) => {
      expect(faults(`<path d="${path}"/>`)).not.toBe('');
    },
  );

  it.each([
    [
      '<svg/>',
      'logo.svg:1:1 error graphics/no-size: The drawing says nothing about its size. → Give <svg> a viewBox, such as viewBox="0 0 100 50".',
    ],
    [
      '<svg viewBox="0 0 0 9"/>',
      'logo.svg:1:6 error graphics/bad-value: “0 0 0 9” is not a value for viewBox. → Expected four numbers: left, top, width and height, the last two above 0.',
    ],
    [
      '<svg width="9em" height="9"/>',
      'logo.svg:1:6 error graphics/bad-value: “9em” is not a value for width. → Expected a length above 0, in px, pt, mm, cm or in.',
    ],
    [
      '<svg viewBox="0 0 1 1" preserveAspectRatio="none"/>',
      'logo.svg:1:24 error graphics/bad-value: “none” is not a value for preserveAspectRatio. → Expected “xMidYMid meet”.',
    ],
    [
      '<html></html>',
      'logo.svg:1:1 error graphics/not-svg: The outermost element is <html>, not <svg>. → Save the drawing as a plain SVG file.',
    ],
    [
      '<svg>\n<g></svg>',
      'logo.svg:2:4 error graphics/broken-svg: The drawing is not well-formed XML: Missing end tag for element g. → Save it again from the drawing program, or mend it by hand.',
    ],
  ])('is reported for %s', (text, expected) => {
    expect(wholeFaults(text)).toBe(expected);
  });
});

describe('a drawing without bounds', () => {
  it('is refused above 1 MB', () => {
    expect(wholeFaults(`<svg>${' '.repeat(2 * 1024 * 1024)}</svg>`)).toBe(
      'logo.svg:1:1 error graphics/svg-too-large: The drawing is 2.0 MB; at most 1 MB is read. → Simplify its paths, or save it as a PNG picture.',
    );
  });

  it('is refused above 20,000 path commands, in one path or in several', () => {
    const expected =
      'logo.svg:2:1 error graphics/too-many-commands: The drawing has more than 20,000 path commands. → Simplify its paths, or save it as a PNG picture.';
    expect(faults(`<path d="M0 0L${'1 '.repeat(300_000)}"/>`)).toBe(expected);
    expect(faults(`<path d="M0 0${'z'.repeat(500_000)}"/>`)).toBe(expected);
    expect(faults('<rect width="1" height="1"/>'.repeat(5_000))).toContain('graphics/too-many-commands');
  });

  it.each([65, 3_000, 100_000])('is refused with elements %i deep', (depth) => {
    const text = `<svg viewBox="0 0 1 1">${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`;
    expect(wholeFaults(text).replace(/^logo\.svg:1:\d+ /, '')).toBe(
      'error graphics/too-deep: The drawing has elements more than 64 deep in each other. → Ungroup the drawing and save it again.',
    );
  });

  it('lists its first 20 errors only, and no warning pushes an error out', () => {
    expect(faults('<b/>'.repeat(100_000)).split('\n')).toHaveLength(20);
    const stretched = '<path d="M0 0L1 1" stroke="red" transform="scale(1 4)"/>'.repeat(30);
    expect(faults(`${stretched}<b/>`).split('\n')).toHaveLength(21);
  });

  it.each([
    ['digits', `<g stroke-width="${'1'.repeat(900_000)}x"/>`],
    ['blanks in a paint', `<g fill="var(--accent,${' '.repeat(900_000)}"/>`],
    ['letters in a transform', `<g transform="${'a'.repeat(900_000)}"/>`],
    ['blanks in a transform', `<g transform="${' '.repeat(900_000)}rotate("/>`],
    ['semicolons in a style', `<g style="${';'.repeat(900_000)}"/>`],
    ['points', `<polygon points="${'1 '.repeat(450_000)}"/>`],
    ['numbers in a path', `<path d="${'1 '.repeat(450_000)}"/>`],
    ['attributes', `<g ${Array.from({ length: 60_000 }, (_, n) => `a${n}="b"`).join(' ')}/>`],
    ['references', `<g fill="${'&amp;'.repeat(180_000)}"/>`],
    ['empty elements', '<g/>'.repeat(240_000)],
    ['letters in a width', `<svg width="${'a'.repeat(900_000)}1"/>`],
  ])('takes no more than seconds to read with a great many %s', (_, content) => {
    const start = performance.now();
    read(content.startsWith('<svg') ? content : `<svg viewBox="0 0 1 1">${content}</svg>`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
