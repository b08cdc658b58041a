import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolatableRuns } from '../../src/content/isolate.js';

/** Writes isolated runs in brackets, those on one line in double ones. */
function shown(text: string): string {
  return isolatableRuns(text)
    .map((run) => (run.isolate ? (run.noBreak ? `[[${run.text}]]` : `[${run.text}]`) : run.text))
    .join('');
}

describe('what a right-to-left text isolates', () => {
  it.each([
    ['واقٍ SPF 30+ كل يوم', 'واقٍ [[SPF 30+]] كل يوم'],
    ['بعد 7–10 أيام', 'بعد [[7–10]] أيام'],
    ['بعد 4 – 6 أسابيع', 'بعد [[4 – 6]] أسابيع'],
    ['اتصل: 1-800-222-1222.', 'اتصل: [[1-800-222-1222]].'],
    ['اتصل: +1 800 222 1222', 'اتصل: [[+1 800 222 1222]]'],
    ['اتصل: +1 (202) 555-0178 الآن', 'اتصل: [[+1 (202) 555-0178]] الآن'],
    ['اتصل: (202) 555-0178.', 'اتصل: [[(202) 555-0178]].'],
    ['جرعة 5 mg/kg يوميًا', 'جرعة [[5 mg/kg]] يوميًا'],
    ['حرارة ≥ 38.5 °C', 'حرارة [[≥ 38.5 °C]]'],
    ['نسبة 50% فقط', 'نسبة [[50%]] فقط'],
    ['علاج Microneedling (CIT) آمن', 'علاج [Microneedling] ([CIT]) آمن'],
    ['جهاز SkinPen Precision هنا', 'جهاز [SkinPen Precision] هنا'],
    ['راسلنا: care@example.com.', 'راسلنا: [care@example.com].'],
    ['بعد ٤–٦ أسابيع', 'بعد [[٤–٦]] أسابيع'],
    ["קרם 'Retin-A' בלילה", "קרם '[Retin-A]' בלילה"],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('is not a whole number by itself, which keeps its order', () => {
    expect(shown('بعد 24 ساعة')).toBe('بعد 24 ساعة');
  });

  it('is not words of its own script', () => {
    expect(shown('لا تلمس بشرتك، من فضلك!')).toBe('لا تلمس بشرتك، من فضلك!');
  });

  it('may break inside when it is long', () => {
    expect(shown('هذا Collagen Induction Therapy 2000 System Deluxe هنا')).toContain('[Collagen');
  });
});

describe('the runs of any text', () => {
  const alphabet = [...'אبتد 0123٤-–−/.,:+%≥°()', 'SPF', 'mg', '  ', '\u00a0', 'e\u0301', '😀'];
  const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }).map((parts) => parts.join(''));

  it('join to the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(
          isolatableRuns(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('never part two numbers that a dash joins', () => {
    const numbers = fc.tuple(texts, fc.nat(), fc.constantFrom('-', '–', '−', ' – '), fc.nat(), texts);
    fc.assert(
      fc.property(numbers, ([before, from, dash, to, after]) => {
        const range = `${from}${dash}${to}`;
        const text = `${before}ب ${range} ب${after}`;
        const start = `${before}ب `.length;
        let offset = 0;
        const holders = isolatableRuns(text).filter((run) => {
          const runStart = offset;
          offset += run.text.length;
          return runStart <= start && offset >= start + range.length;
        });
        expect(holders.map((run) => run.isolate)).toEqual([true]);
      }),
    );
  });

  it('are found in time that grows with the text alone', () => {
    const started = performance.now();
    isolatableRuns('a-1 '.repeat(20_000));
    isolatableRuns('-+ '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
