import { describe, expect, it } from 'vitest';

import { checkHandout } from '../../src/check/check-handout.js';
import { checkPack } from '../../src/check/check-pack.js';
import { deliveryChecks } from '../../src/check/delivery-checks.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HANDOUT = 'microneedling/aftercare';
const DAY = '2026-06-01';

/** A clinic in whose Spanish text something is another number than in English. */
function clinic(settings = '') {
  const text = 'Puede necesitar varias sesiones. Lo común es hacer <bdi>5–6</bdi>, separadas por semanas.';
  const dir = temporaryFolder({
    'handout.yaml': `clinic: { contact: { phone: "202-555-0101", afterHoursPhone: "202-555-0102" } }\n${settings}`,
    'locales/es/microneedling.json': JSON.stringify({ benefits: { balance: { items: { sessions: text } } } }),
  });
  return openWorkspace({ dir }).value;
}

const errorsOf = (problems: readonly { code: string; severity: string }[]) =>
  problems.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));

describe('what is to leave for patients', () => {
  it('is refused in a language of which a text has another number than its source', async () => {
    const workspace = clinic();
    const checks = deliveryChecks(workspace, DAY);
    const spanish = await checkHandout(workspace, { handout: HANDOUT, lang: 'es' }, checks);
    expect(errorsOf(spanish.problems)).toContain('content/lint-numbers');
    expect(spanish.value).toBeUndefined();
    const english = await checkHandout(workspace, { handout: HANDOUT, lang: 'en' }, checks);
    expect(english.value).toBeDefined();
    const beside = { handout: HANDOUT, lang: 'en', bilingual: 'es' };
    expect((await checkHandout(workspace, beside, checks)).value).toBeUndefined();
    const pack = await checkPack(workspace, [{ handout: HANDOUT, lang: 'es' }], {
      ...checks,
      hasBlankBacks: true,
    });
    expect(pack.value).toBeUndefined();
  });

  it('goes by the rules of the clinic there, too', async () => {
    const workspace = clinic('rules: { content/lint-numbers: warn }\n');
    const checks = deliveryChecks(workspace, DAY);
    const { value } = await checkHandout(workspace, { handout: HANDOUT, lang: 'es' }, checks);
    expect(value).toBeDefined();
  });

  it('is refused when its review is overdue', async () => {
    const workspace = clinic();
    const { nextReview } = workspace.series.get('microneedling')!;
    const later = `${String(Number(nextReview.slice(0, 4)) + 1)}-01-01`;
    const verdict = await checkHandout(
      workspace,
      { handout: HANDOUT, lang: 'en' },
      deliveryChecks(workspace, later),
    );
    expect(errorsOf(verdict.problems)).toEqual(['safety/overdue-review']);
    expect(verdict.value).toBeUndefined();
  });
});
