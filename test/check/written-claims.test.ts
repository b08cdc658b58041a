import { describe, expect, it } from 'vitest';

import { checkHandout } from '../../src/check/check-handout.js';
import { ownNumbers } from '../workspace/built-in.js';
import { printProblems } from '../workspace/print-problem.js';
import { judged, openClinic, type Files } from './judged.js';

const REQUEST = { handout: 'microneedling/benefits', lang: 'en' } as const;

/** A handout that says this below its title, at line 2. */
const saying = (body: string): Files => ({
  'templates/topics/benefits.hbs': `{{#> layouts/handout}}\n${body}\n{{> partials/contact-card}}\n{{/layouts/handout}}\n`,
});

const HINT =
  'Say what it can or may do. If this promises nothing, write why in {{!-- check-off safety/claim: … --}} above it.';

describe('a promise that stands in a template itself', () => {
  it.each([
    ['<p>Smooth skin is guaranteed.</p>', '2:1', '“guaranteed” guarantees a result.'],
    [
      '<ul><li>It has <strong>no risk</strong>.</li></ul>',
      '2:5',
      '“no risk” says that nothing can go wrong.',
    ],
    [
      '<figure><img src="brands/default/logo.svg" alt="A painless needle"></figure>',
      '2:1',
      '“painless” promises that nothing hurts.',
    ],
    ['<p>Read <span lang="es">Sin riesgo</span>.</p>', '2:9', '“sin riesgo” says that nothing can go wrong.'],
  ])('is found: %s', async (body, place, message) => {
    expect(await judged(saying(body), REQUEST)).toBe(
      `templates/topics/benefits.hbs:${place} error safety/claim\n${message}\n${HINT}`,
    );
  });

  it('is let pass where it is denied or asked, or where a comment says why', async () => {
    const bodies = [
      '<p>It is not painless. Is it guaranteed? No.</p>',
      '{{!-- check-off safety/claim: quoted from a poster --}}\n<p>It is guaranteed.</p>',
    ];
    for (const body of bodies) {
      const { problems } = await checkHandout(openClinic(saying(body)), REQUEST);
      expect(problems.filter(({ code }) => code === 'safety/claim')).toEqual([]);
    }
  });

  it('is not looked for in names, in what is filled in for a patient, and in texts, which are looked at themselves', async () => {
    const files = {
      'handout.yaml': `${ownNumbers}  name: Forever Young\n`,
      'locales/en/microneedling.json':
        '{"benefits": {"lead": "It has <bdi>no</bdi> cure, and {{x}} cures it."}}',
      ...saying(
        '{{> partials/personal}}<p>{{t "benefits.lead" x="water"}} Rest.</p><p>{{bdi brand.name}}</p>',
      ),
    };
    const personal = { firstName: 'Will', clinician: 'Dr. Will', note: 'You will heal.' };
    expect(await judged(files, { ...REQUEST, personal })).toBe('');
  });

  it('is told once where a text makes it', async () => {
    const files = { 'locales/en/microneedling.json': '{"benefits": {"lead": "It is painless."}}' };
    expect(printProblems((await checkHandout(openClinic(files), REQUEST)).problems)).not.toContain('claim');
  });
});
