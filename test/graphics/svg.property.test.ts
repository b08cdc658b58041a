import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSvg } from '../../src/graphics/svg.js';
import type { VectorImage } from '../../src/graphics/vector.js';

const PALETTE = new Map([['accent', '#0b5394']] as const);

function read(text: string) {
  return parseSvg({ file: 'a.svg', text }, PALETTE);
}

function coordinates(image: VectorImage): readonly number[] {
  return image.paths.flatMap((path) =>
    path.commands.flatMap((command) => command.filter((part) => typeof part === 'number')),
  );
}

const side = fc.integer({ min: 0, max: 100 });

/** Shapes whose every point lies between 0 and 100. */
const shape = fc.oneof(
  fc.tuple(side, side, side, side).map(([a, b, c, d]) => `<path d="M${a} ${b}L${c} ${d}H${a}V${d}z"/>`),
  fc
    .tuple(side, side, side, side)
    .map(([a, b, c, d]) => `<path d="M${a} ${b}Q${c} ${d} ${b} ${a}C0 0 ${c} ${d} 100 100"/>`),
  fc
    .tuple(side, side, side)
    .map(([x, y, r]) => `<rect x="${x}" y="${y}" width="${100 - x}" height="${100 - y}" rx="${r}"/>`),
  fc
    .tuple(side, side)
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${Math.min(x, y, 100 - x, 100 - y)}"/>`),
  fc
    .tuple(side, side)
    .map(
      ([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="${Math.min(x, 100 - x)}" ry="${Math.min(y, 100 - y)}"/>`,
    ),
  fc.array(fc.tuple(side, side)).map((points) => `<polygon points="${points.join(' ')}"/>`),
);

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
  <title>A sun</title>
  <g fill="none" stroke="var(--accent)" stroke-width="2" transform="rotate(45 12 12)">
    <circle cx="12" cy="12" r="5"/><path style="fill:#fff" d="M12 1v2M1 12h2a1 1 0 0 1 2 2"/>
    <polyline points="4.2 4.2 5.6 5.6"/>
  </g>
</svg>`;

describe('any drawing', () => {
  it('keeps shapes within its size when they are within its view box', () => {
    fc.assert(
      fc.property(fc.array(shape), fc.integer({ min: 1, max: 500 }), (shapes, width) => {
        const { value, problems } = read(
          `<svg viewBox="0 0 100 100" width="${width}pt">${shapes.join('')}</svg>`,
        );
        expect(problems).toEqual([]);
        for (const coordinate of coordinates(value!)) {
          expect(coordinate).toBeGreaterThanOrEqual(-1e-6);
          expect(coordinate).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
    );
  });

  it('never throws, and gives finite numbers or a problem, whatever is changed in it', () => {
    const change = fc.record({
      start: fc.nat(DRAWING.length),
      length: fc.nat(12),
      text: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('1e999', '-', '<', '&', '"', 'url(#a)', 'M', '🙂'),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (before, { start, length, text: part }) =>
            before.slice(0, start) + part + before.slice(start + length),
          DRAWING,
        );
        const { value, problems } = read(text);
        expect(value !== undefined || problems.length > 0).toBe(true);
        if (value) expect(coordinates(value).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(text).value).toBeUndefined();
        expect(read(`<svg viewBox="0 0 1 1"><path d="${text}"/></svg>`).problems.length).toBeLessThanOrEqual(
          20,
        );
      }),
      { numRuns: 500 },
    );
  });
});
