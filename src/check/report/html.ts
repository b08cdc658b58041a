import { formatRange } from '../../base/source.js';
import { element } from '../../web/tag.js';
import { escapeText } from '../../web/escape.js';
import { groupBy, type FoundProblem } from '../found.js';
import { findRule, sourceOf } from '../rules/catalogue.js';
import { codeFrameOf, type CodeFrame } from './code-frame.js';
import { reportStyle } from './html-style.js';
import type { IllustratedReport } from './check-report.js';

/**
 * Writes a report as one web page that holds all it needs: a summary, then what was found by handout and rule, with the
 * line of the source, the rule's text and pictures of the pages. Each rule opens and closes without a script.
 */
export function writeHtmlReport(report: IllustratedReport): string {
  const { builds, found, definitions } = report;
  const groups = [...groupBy(found, groupName)];
  const errors = found.filter(({ problem }) => problem.severity === 'error').length;
  const warnings = found.length - errors;
  const counts = `${count(builds.length, 'handout')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
  const body = element(
    'main',
    {},
    element('h1', {}, 'What the check found') +
      paragraph(counts) +
      summary(found) +
      groups.map(([name, members]) => writeGroup(name, members, report)).join(''),
  );
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    element('title', {}, 'Check of handouts') +
    element('style', {}, reportStyle);
  return `<!DOCTYPE html>\n${element('html', { lang: 'en' }, element('head', {}, head) + element('body', {}, definitions + body))}\n`;
}

/** Problems of one handout stand under its name; those of several and of none have their own places. */
function groupName({ builds }: FoundProblem): string {
  const handouts = new Set(builds.map((build) => build.replace(/ \([^()]*\)$/, '')));
  if (handouts.size === 0) return 'The workspace as a whole';
  return handouts.size === 1 ? [...handouts][0]! : 'Several handouts';
}

function summary(found: readonly FoundProblem[]): string {
  if (found.length === 0) return paragraph('Nothing to fix.');
  const rows = [...groupBy(found, ({ problem }) => problem.code)].map(([code, members]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escapeText(code)) +
        element('td', {}, String(members.length)) +
        element('td', {}, escapeText(findRule(code)?.what ?? '')),
    ),
  );
  const headings = ['Rule', 'Found', 'What it means'].map((name) => element('th', { scope: 'col' }, name));
  const head = element('thead', {}, element('tr', {}, headings.join('')));
  return element('table', {}, element('caption', {}, 'By rule') + head + element('tbody', {}, rows.join('')));
}

function writeGroup(name: string, members: readonly FoundProblem[], report: IllustratedReport): string {
  const rules = [...groupBy(members, ({ problem }) => problem.code)].map(([code, ofRule]) => {
    const amount = count(ofRule.length, 'problem');
    const problems = ofRule.map((each) => writeProblem(each, report)).join('');
    const inside = element('summary', {}, `${escapeText(code)}: ${amount}`) + ruleText(code) + problems;
    return element('details', { open: '' }, inside);
  });
  return element('section', {}, element('h2', {}, escapeText(name)) + rules.join(''));
}

function ruleText(code: string): string {
  const rule = findRule(code);
  if (rule === undefined) return '';
  return element(
    'div',
    { class: 'rule' },
    paragraph(`${rule.what} ${rule.why}`) +
      paragraph(`To fix it: ${rule.fix}`) +
      paragraph(`Source: ${sourceOf(rule)}.`),
  );
}

function writeProblem({ problem, builds }: FoundProblem, report: IllustratedReport): string {
  const { at, severity, message, hint } = problem;
  const place = at === undefined ? '' : ` in ${formatRange(at)}`;
  const pictures = report.pictures.filter((picture) => picture.problem === problem);
  const text =
    element('h3', {}, escapeText(`${severity === 'error' ? 'Error' : 'Warning'}${place}`)) +
    paragraph(message) +
    writeFrame(codeFrameOf(problem, report.sourceText)) +
    (hint === undefined ? '' : paragraph(`Hint: ${hint}`)) +
    (builds.length === 0 ? '' : paragraph(`Found in ${builds.join(', ')}.`));
  const shown = pictures.map(({ svg, page, build }) => {
    const caption = `Page ${page} of ${build}, as it is printed. The place of the problem is in a box.`;
    return element('figure', {}, svg + element('figcaption', {}, escapeText(caption)));
  });
  const name = `problem ${severity}${shown.length === 0 ? '' : ' shown'}`;
  return element('div', { class: name }, element('div', {}, text) + shown.join(''));
}

/** The line of the source; its own direction is kept from the line number's. */
function writeFrame(frame: CodeFrame | undefined): string {
  if (frame === undefined) return '';
  const line =
    escapeText(frame.before) + element('mark', {}, escapeText(frame.marked)) + escapeText(frame.after);
  return element('pre', {}, escapeText(`${frame.line} | `) + element('bdi', {}, line));
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function paragraph(text: string): string {
  return element('p', {}, escapeText(text));
}
