import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/base/colour.js';
import { contrastRatio } from '../../src/base/contrast.js';
import { checkContrast } from '../../src/style/contrast.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { completeBrand } from '../../src/workspace/brand.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const { brands } = openWorkspace({ cwd: '/' }).value;
const lumen = brands.get('default')!;
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('a brand that names its accent alone', () => {
  it('gets shades of it that everyone can tell apart', () => {
    const { accentDark: _, accentTint: __, accent2: ___, accent2Tint: ____, ...others } = lumen.colours;
    fc.assert(
      fc.property(colour, (accent) => {
        // An accent that is itself readable on its tint is the clinic's part.
        fc.pre(contrastRatio(accent, '#ffffff') >= 5.2);
        const { colours } = completeBrand({ ...lumen, colours: { ...others, accent } });
        expect(checkContrast(colours)).toEqual([]);
        expect([colours.accent2, colours.accent2Tint]).toEqual([colours.accentDark, colours.accentTint]);
      }),
    );
  });

  it('has no shade of the brand that it changes', () => {
    const settings =
      'clinic: { colours: { accent: "#7a1f5c" }, contact: { phone: "1", afterHoursPhone: "2" } }';
    const { value, problems } = openWorkspace({ dir: temporaryFolder({ 'handout.yaml': settings }) });
    expect(problems).toEqual([]);
    const { colours } = value.brands.get('default')!;
    const shades = [colours.accentDark, colours.accentTint, colours.accent2, colours.accent2Tint];
    expect(shades.filter((shade) => Object.values(lumen.colours).includes(shade))).toEqual([]);
    expect(colours.ink).toBe(lumen.colours.ink);
  });
});
