import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { buildHandout, type Handout } from '../../src/handout/build.js';
import type { Letter } from '../../src/handout/letter.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { visitFolder } from '../support/visit.js';
import { printProblems } from '../workspace/print-problem.js';

const builtIn = openWorkspace({ cwd: '/' }).value;
const SHEET = 'microneedling/combined-aftercare';
const personal = { firstName: 'Zenobia', treatmentDate: '2026-03-14' };

async function handoutOf(
  changes: Partial<HandoutRequest> = {},
  workspace: Workspace = builtIn,
): Promise<Handout> {
  const letter = { hasCalendar: false, isLocked: false };
  const request = { handout: SHEET, lang: 'en', letter, formats: ['text'], ...changes } as const;
  const { value, problems } = await buildHandout(workspace, request);
  expect(printProblems(problems)).toBe('');
  return value!;
}

async function letterOf(changes: Partial<HandoutRequest> = {}, workspace?: Workspace): Promise<Letter> {
  return (await handoutOf(changes, workspace)).letter!;
}

describe('a letter', () => {
  it('says who writes, what is attached, whom to call, and then the whole handout', async () => {
    const { text } = await letterOf({ personal, letter: { hasCalendar: true, isLocked: false } });
    const parts = [
      ...[
        'Lumen Skin Clinic',
        'Hello Zenobia,',
        'You can read it in this email.',
        '- Your handout.pdf: the handout',
      ],
      ...[
        '- Your dates.ics: your dates',
        '*** Call us if you have',
        '202-555-0178',
        '*** Get urgent help if you have',
      ],
      ...[
        'Questions? Talk to us',
        'care@lumen.example.org',
        'If this email is not for you',
        'Your aftercare at home',
      ],
      ...['Your treatment: Saturday, March 14, 2026', 'Day by day', 'Next review: January 15, 2027'],
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  it('says nothing twice that the handout repeats word for word', async () => {
    const { text } = await letterOf({ personal });
    for (const part of ['Hello Zenobia,', 'Get urgent help if you have'])
      expect(text.split(part)).toHaveLength(2);
  });

  it('leaves out what is for paper: lines to write on, cards to cut off, codes to scan', async () => {
    const { text, html } = await letterOf();
    expect(text).not.toMatch(/Cut off|____|QR code/);
    expect(html).not.toMatch(/write-on|cut-off|<svg|<img/);
    expect((await letterOf({ handout: 'microneedling/benefits' })).html).toMatch(
      /<a href="https:[^"]*">Read this online</,
    );
  });

  it('has no safety block where the handout tells of no treatment that was done', async () => {
    expect((await letterOf({ handout: 'microneedling/benefits' })).text).not.toContain('Get urgent help');
  });

  it('greets without a name, and lists no calendar file, where there is none', async () => {
    const { text, calendarFile } = await letterOf();
    expect(text).toContain('\nHello,\n');
    expect(text).not.toContain('.ics');
    expect(calendarFile).toBeUndefined();
  });

  it('is whole and without a foreign word in every language', async () => {
    const englishWords = /\b(?:Hello|handout|attached|email|please)\b/;
    for (const lang of builtIn.languages) {
      const { subject, html, handoutFile } = await letterOf({ lang });
      expect(html).toContain(`<html lang="${lang}"`);
      expect(subject).toContain('Lumen Skin Clinic');
      expect(handoutFile).toMatch(/^[^\\/:*?"<>|\p{C}]+\.pdf$/u);
      if (lang !== 'en' && lang !== 'tl') expect(subject + handoutFile).not.toMatch(englishWords);
    }
  });

  it('shows the notices of the handout’s texts once, before everything else', async () => {
    const { text, html } = await letterOf({ lang: 'es' });
    expect(text.split('Esta traducción es un borrador.')).toHaveLength(2);
    expect(html.match(/class="draft-notice"/g)).toHaveLength(1);
    expect(html.indexOf('draft-notice"')).toBeLessThan(html.indexOf('<h1'));
  });

  it('counts in how far a handout that is sent is reviewed', async () => {
    const ledger = readFileSync(new URL('../../locales/es/review.json', import.meta.url), 'utf8');
    const approved = JSON.parse(ledger.replaceAll('"draft"', '"approved"')) as { common: object };
    const ofLetter = JSON.parse(ledger) as { common: { email: object } };
    const mixed = { ...approved, common: { ...approved.common, email: ofLetter.common.email } };
    const dir = temporaryFolder({
      'handout.yaml': 'paper: a4\n',
      'locales/es/review.json': JSON.stringify(mixed),
    });
    const { value: clinic } = openWorkspace({ dir });
    expect((await handoutOf({ lang: 'es' }, clinic)).state).toBe('draft');
    const { value } = await buildHandout(clinic, { handout: SHEET, lang: 'es', formats: ['text'] });
    expect(value!.state).toBe('approved');
    expect((await handoutOf()).state).toBe('original');
  });

  it('names the treatments of a visit', async () => {
    const visit = openWorkspace({ dir: visitFolder }).value;
    const { text } = await letterOf({ treatments: ['laser'] }, visit);
    expect(text).toContain('What you had done: Microneedling and Laser');
  });

  it('of a locked PDF says how to open it, whom to call, and nothing else', async () => {
    const { text, html } = await letterOf({ personal, letter: { hasCalendar: false, isLocked: true } });
    expect(text).toContain('To open it, use the\npassword that we gave you.');
    expect(text).toContain('Call 202-555-0142');
    expect(text + html).not.toMatch(/Zenobia|microneedling|aftercare|makeup|2026|fever/i);
  });

  it('is written with the clinic’s own template', async () => {
    const dir = temporaryFolder({
      'handout.yaml': 'paper: a4\n',
      'templates/email/letter.hbs':
        '<html lang="{{lang}}" dir="{{dir}}"><head><title>{{t "email.file.handout"}}</title></head><body><main><p>{{letter.handoutFile}}</p></main></body></html>',
    });
    const { text } = await letterOf({}, openWorkspace({ dir }).value);
    expect(text.startsWith('Your handout.pdf\n\n* * *\n\nYour aftercare at home\n')).toBe(true);
  });

  it('reports a mistake in that template where it is', async () => {
    const dir = temporaryFolder({
      'handout.yaml': 'paper: a4\n',
      'templates/email/letter.hbs':
        '<html lang="{{lang}}" dir="{{dir}}">\n<head><title>a</title></head><body><main><p>{{t "email.no-such"}}</p></main></body></html>',
    });
    const letter = { hasCalendar: false, isLocked: false };
    const { value, problems } = await buildHandout(openWorkspace({ dir }).value, {
      handout: SHEET,
      lang: 'en',
      letter,
    });
    expect(value).toBeUndefined();
    expect(printProblems(problems)).toMatch(
      /^templates\/email\/letter\.hbs:2:\d+ error content\/missing-text/,
    );
  });
});
