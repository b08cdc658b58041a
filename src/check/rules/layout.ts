import type { RuleArea } from './rule.js';

/** Rules of the stage `layout`. */
export const layoutRules: RuleArea = {
  title: 'Pages',
  fixed: 'Words would run off the page, cover each other or be missing from it.',
  rules: {
    'label-overflow': {
      what: 'The words of a label don’t fit into the room that the drawing has for them.',
      why: 'They would cover the drawing or be unreadable.',
      fix: 'Use shorter words, or draw a larger room.',
    },
    'label-overlap': {
      what: 'Two labels of a drawing cover each other.',
      why: 'Neither could be read.',
      fix: 'Use shorter words, or draw their rooms further apart.',
    },
    overflow: {
      what: 'A word or a table is wider than the column.',
      why: 'It would stick out of the page and be cut off in print.',
      fix: 'Use shorter words or fewer columns, or mark where a long word may be divided.',
    },
    'overfull-page': {
      what: 'A block that should stay whole is taller than a page.',
      why: 'It is divided, so the advice in it is on two pages.',
      fix: 'Shorten it, or divide it into parts.',
      severity: 'warning',
    },
    'too-many-pages': {
      what: 'A handout takes more pages than its series allows, even when set as tightly as reads well.',
      why: 'A sheet of two sides is read; a third page is left at the printer.',
      fix: 'Shorten it, or give it more sides in the series’ file.',
      severity: 'warning',
    },
    'unknown-label': {
      what: 'A label names a room that the drawing doesn’t have.',
      why: 'The words would be shown nowhere.',
      fix: 'Correct the name, or draw the room that the hint describes.',
    },
  },
};
