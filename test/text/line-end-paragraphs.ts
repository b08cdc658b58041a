import { lineEndTexts } from './line-end-texts.js';

/** Makes numbers from 0 up to 1, the same on each run. @see mulberry32, by Tommy Ettinger */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes paragraphs of two or three sentences: parts, values with marks after them, brackets and quotations. */
export function createParagraphs(lang: string, count: number): readonly string[] {
  const { parts, values, stops, commas, pairs, joint } = lineEndTexts[lang]!;
  const random = createRandom(count + lang.length);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  // Numbers and Latin words stand between spaces where words don't, except in Chinese and Japanese.
  const beside = /^(?:zh|ja)/.test(lang) ? '' : ' ';
  const phrase = (): string => {
    const kind = random();
    if (kind < 0.2) {
      const [opening, closing] = pick(pairs);
      // Korean particles follow a closing mark without a space.
      return opening + pick(random() < 0.3 ? values : parts) + closing + (lang === 'ko' ? '은' : '');
    }
    return kind < 0.45 ? pick(parts) + beside + pick(values) + pick(commas) : pick(parts);
  };
  const sentence = (): string => {
    const words = Array.from({ length: 2 + Math.floor(random() * 4) }, phrase).join(joint);
    const mark = commas
      .map((comma) => comma.trim())
      .find((comma) => comma !== '' && words.trimEnd().endsWith(comma));
    return words.trimEnd().slice(0, mark === undefined ? undefined : -mark.length) + pick(stops);
  };
  const paragraph = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, sentence)
      .join('')
      .trim();
  return Array.from({ length: count }, paragraph);
}
