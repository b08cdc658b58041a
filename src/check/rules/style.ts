import type { RuleArea } from './rule.js';

/** Rules of the stage `style`. */
export const styleRules: RuleArea = {
  title: 'Brand and colour',
  fixed: 'People who see poorly couldn’t read the page, and pages are promised to be readable by everyone.',
  rules: {
    'low-contrast': {
      what: 'A colour of the brand is too faint on a ground that it is set on.',
      why: 'Many patients have low vision, and light print gets lighter on a copier.',
      fix: 'Take the colour in the hint: the nearest one of the same hue that passes.',
      source: 'WCAG 2.2, 1.4.3 and 1.4.11',
    },
  },
};
