import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import { openFontCatalogue } from '../../src/text/font-catalogue.js';
import { missingFontOf } from '../../src/text/missing-font.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { printProblem, printProblems } from '../workspace/print-problem.js';
import { readPackaged } from './packaged-font.js';

const georgian =
  'error text/missing-font\nThe font for the Georgian script is not installed.\n' +
  'Add the package: npm install @expo-google-fonts/noto-sans-georgian';

describe('a language whose font is missing', () => {
  it('is told which package to add', () => {
    expect(printProblem(missingFontOf('ka', readPackaged)!)).toBe(georgian);
    expect(missingFontOf('te', readPackaged)?.hint).toContain('noto-sans-telugu');
    expect(missingFontOf('dv', readPackaged)?.hint).toContain('noto-sans-thaana');
  });

  it('is told when no package is known', () => {
    expect(printProblem(missingFontOf('chr', readPackaged)!)).toBe(
      'error text/missing-font\nThe font for the Cherokee script is not installed.\n' +
        'No package with a font for it is known to this program.',
    );
  });

  it('is told once by a build, not for each of its letters', async () => {
    const { value: workspace } = openWorkspace({ cwd: '/' });
    const request = { handout: 'microneedling/benefits', lang: 'en', personal: { note: 'გამარჯობა\nნინო' } };
    const { value, problems } = await buildHandout(workspace, request);
    expect(value).toBeUndefined();
    expect(printProblems(problems)).toBe(`templates/partials/personal.hbs:36:7 ${georgian}`);
  });

  it('is set in the font as soon as its package is there', () => {
    const withGeorgian = (packageName: string, path: string): Uint8Array =>
      packageName.endsWith('/noto-sans-georgian') ? new Uint8Array() : readPackaged(packageName, path);
    expect(missingFontOf('ka', withGeorgian)).toBeUndefined();
    const files = openFontCatalogue(withGeorgian).fontFilesFor({
      ...{ script: 'Geor', lang: 'ka', typeface: 'lora', weight: 700, italic: false },
    });
    expect(files[0]).toMatchObject({
      name: 'NotoSansGeorgian-Bold',
      package: '@expo-google-fonts/noto-sans-georgian',
      path: '700Bold/NotoSansGeorgian_700Bold.ttf',
    });
  });
});

describe('every shipped language', () => {
  it('has its fonts', () => {
    const { languages } = openWorkspace({ cwd: '/' }).value;
    expect(languages.filter((lang) => missingFontOf(lang, readPackaged) !== undefined)).toEqual([]);
  });
});
