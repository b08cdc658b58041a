import { keyMark, textOf, type NumberedUnit } from './key-marks.js';
import type { Glossary } from './lint/glossary.js';
import { directionOf, hasLocaleData, languageName, ownLanguageName, pluralFormsOf } from './locale.js';
import { escapeHtml } from './markup.js';
import { quotationMarksOf } from './quotation-marks.js';

/** Writes the style notes for the translators of one language, in Markdown, from what the checks know of it. */
export function styleNotes(lang: string): string {
  const { categories } = pluralFormsOf(lang);
  const marks = quotationMarksOf(lang);
  const quotes =
    marks === undefined ? 'those usual in the language' : marks.map((pair) => [...pair].join('…'));
  const isRightToLeft = directionOf(lang) === 'rtl';
  return `# Style notes: ${languageName(lang, 'en')} (${lang}, ${ownLanguageName(lang)})

- **Readers**: patients, many of whom read little. Short sentences, everyday words, the polite form of “you” that a clinic uses.
- **Claims**: never more than the English says. “can”, “may” and “helps” stay so; nothing is promised.
- **Numbers**: each number, unit, period, telephone number and “not” of the English is in the translation. Digits are 0–9.
- **Dates and times** that change are filled in, in the language's own form${hasLocaleData(lang) ? '' : ', but Node has no data for this one, so as in English'}.
- **Quotation marks**: ${Array.isArray(quotes) ? quotes.join(' or ') : quotes}; never a typewriter's (" or ').
- **Plural forms**: ${categories.join(', ')}. Each text with a count needs them all.
- **Direction**: ${isRightToLeft ? 'from right to left. Pages are mirrored. Put Latin names in <bdi>…</bdi>' : 'from left to right'}.
- **Gaps** such as {{name}} stay as they are, letter by letter, wherever the sentence wants them.
- **Tags** <strong>, <em> and <bdi> come in pairs around the same words as in the English.
- **Length**: a handout is one sheet, two sides. Labels in drawings (keys with “labels”) have little room: keep to the length of the English.
  Elsewhere a third longer is usually fine; the build says where it is not.
`;
}

/** Writes a glossary as a table (CSV, RFC 4180): the English term and its translations, of which `*` leaves the end open. */
export function glossaryTable(glossary: Glossary): string {
  const rows = [...glossary.values()].map(({ source, target }) => [source, target.replaceAll('|', ' | ')]);
  return [['English', 'Translation'], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  // A spreadsheet takes some first characters for a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Writes the legend of the proofs as a web page: number, key, source and translation of each text. */
export function legendPage(units: readonly NumberedUnit[], lang: string): string {
  const rows = units.map(({ number, namespace, key, source, target }) => {
    const translated = target === undefined ? '' : escapeHtml(textOf(target));
    return `<tr><th scope="row">${keyMark(number)}</th><td><code>${escapeHtml(`${namespace}:${key}`)}</code></td><td lang="en">${escapeHtml(textOf(source))}</td><td lang="${lang}" dir="${directionOf(lang)}">${translated}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Keys: ${escapeHtml(languageName(lang, 'en'))}</title>
<style>body{font:1rem/1.4 sans-serif}td,th{padding:.3em .6em;text-align:start;vertical-align:top;border-bottom:1px solid}</style></head>
<body><h1>Keys: ${escapeHtml(languageName(lang, 'en'))} (${lang})</h1>
<table><thead><tr><th scope="col">Number</th><th scope="col">Key</th><th scope="col">English</th><th scope="col">Translation</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}
