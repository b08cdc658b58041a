import { expect, test } from 'vitest';

import { paperNames, paperSizes } from '../../src/base/paper.js';
import { inlineChange, textStyles } from '../../src/style/block-style.js';
import { createTheme } from '../../src/style/theme.js';
import { tokens } from './tokens.js';

test('body text is 12 on 17 in Latin script', () => {
  const { body } = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs;
  expect([body.text[0]!.size, body.leading]).toEqual([12, 17]);
});

test('leading grows with the script of the language', () => {
  const leading = (lang: string): number =>
    createTheme(tokens, { lang, paper: 'a4' }).blocks.paragraphs.body.leading;
  expect(leading('ar')).toBe(20.1875);
  expect(leading('ur')).toBe(27.625);
});

test('the measure holds 60 to 75 letters of body text on every paper', () => {
  const averageLetter = 12 * 0.47;
  for (const paper of paperNames) {
    const { insets } = createTheme(tokens, { lang: 'en', paper }).page;
    const letters = (paperSizes[paper].width - insets.start - insets.end) / averageLetter;
    expect(letters).toBeGreaterThan(59);
    expect(letters).toBeLessThan(75.5);
  }
});

test('headings outside boxes have the accent, those in a box its colour', () => {
  const theme = createTheme(tokens, { lang: 'en', paper: 'a4' });
  expect(theme.blocks.headings[1].text[0]!.colour).toBe(tokens.colours.accent);
  expect(theme.callouts.urgent.blocks.headings[3].text[0]!.colour).toBe(tokens.colours.urgent);
});

test('only headings have the face that a brand chose for them', () => {
  const typeface = { headings: 'lora', body: 'source-sans' } as const;
  const { blocks } = createTheme({ ...tokens, typeface }, { lang: 'en', paper: 'a4' });
  expect(blocks.headings[2].text[0]!.typeface).toBe('lora');
  expect(blocks.paragraphs.phone.text[0]!.typeface).toBe('source-sans');
});

test('numbers and dots have the second accent, and so have boxes that inform', () => {
  const colours = { ...tokens.colours, accent2: '#2a5580', accent2Tint: '#eaf1f7' } as const;
  const theme = createTheme({ ...tokens, colours }, { lang: 'en', paper: 'a4' });
  expect(theme.blocks.label.text[0]!.colour).toBe('#2a5580');
  expect(theme.timeline.dotColour).toBe('#2a5580');
  expect([theme.callouts.info.fill, theme.callouts.today.fill]).toEqual(['#eaf1f7', '#eaf1f7']);
});

test('a brand with square boxes has square dots', () => {
  const shape = { radius: 0, boxes: 'tint' } as const;
  const theme = createTheme({ ...tokens, shape }, { lang: 'en', paper: 'a4' });
  expect(theme.timeline.dotRadius).toBe(0);
});

test('headings in boxes are never decorated', () => {
  for (const headings of ['ruled', 'bar'] as const) {
    const theme = createTheme({ ...tokens, headings }, { lang: 'en', paper: 'a4' });
    expect(theme.blocks.headings[2].ornament).toBeDefined();
    expect(theme.callouts.call.blocks.headings[2].ornament).toBeUndefined();
  }
});

test('inline changes add up', () => {
  const styles = textStyles({ size: 12, typeface: 'source-sans', colour: '#000000', linkColour: '#0000ff' });
  expect(styles[inlineChange.strong | inlineChange.link]).toEqual({
    size: 12,
    typeface: 'source-sans',
    weight: 700,
    italic: false,
    colour: '#0000ff',
    tabularFigures: false,
    underline: true,
  });
});

test('notes end where the lines of text do, though their letters are smaller', () => {
  const { note, body } = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs;
  expect(note.longestLine).toBe(body.longestLine);
});

test('words in a drawing end their lines as headings do, or are divided before they are set smaller', () => {
  const { labels } = createTheme(tokens, { lang: 'en', paper: 'a4' }).figure;
  const [even, divided, smaller] = labels;
  expect(labels.map(({ purpose }) => purpose)).toEqual(['heading', 'body', 'body']);
  expect(divided!.text).toBe(even!.text);
  expect(smaller!.text[0]!.size).toBeLessThan(divided!.text[0]!.size);
});
