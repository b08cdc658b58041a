import type { BrandTokens } from '../../src/style/brand-tokens.js';

/** A brand whose colours stand out from their grounds. */
export const tokens: BrandTokens = {
  colours: {
    accent: '#1d6a6f',
    accentDark: '#124a4e',
    accentTint: '#e8f2f1',
    accent2: '#124a4e',
    accent2Tint: '#e8f2f1',
    ink: '#1f2a2c',
    quietInk: '#566467',
    rule: '#c9d6d5',
    paper: '#ffffff',
    call: '#8a4b08',
    callTint: '#fdf3e4',
    urgent: '#a3201d',
    urgentTint: '#fcecea',
    do: '#1c6b45',
    doTint: '#e9f4ee',
    dont: '#9c2f26',
    dontTint: '#faeeec',
  },
  typeScale: { body: 12, lead: 14, h1: 26, h2: 16, h3: 13, small: 9.5 },
  typeface: { headings: 'source-sans', body: 'source-sans' },
  shape: { radius: 4, boxes: 'bar' },
  headings: 'plain',
  spacing: 'regular',
  letterhead: 'beside',
  ruleThickness: 0.75,
};
