import { describe, expect, it } from 'vitest';

import { judged } from '../judged.js';

const ROWS = Array.from({ length: 60 }, (_, day) => `<tr><td>Day ${String(day + 1)}</td><td>Rest</td></tr>`);

/** A handout whose table goes on over pages, so that its head is painted again on each. */
const files = {
  'templates/topics/benefits.hbs': `{{#> layouts/handout}}
<table>
  <caption>What to do when</caption>
  <thead><tr><th scope="col">Weekday</th><th scope="col">What to <strong>do</strong></th></tr></thead>
  <tbody>${ROWS.join('')}</tbody>
</table>
{{> partials/contact-card}}
{{/layouts/handout}}
`,
};

describe('a table that goes on over pages', () => {
  it.each(['en', 'ar', 'ja'])(
    'has a head that no reader hears twice, and hides nothing: %s',
    async (lang) => {
      expect(await judged(files, { handout: 'microneedling/benefits', lang })).not.toContain(
        'pdf/hidden-text',
      );
    },
  );
});
