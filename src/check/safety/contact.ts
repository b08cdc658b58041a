import type { Problem } from '../../base/problem.js';
import type { AnyNode } from '../../document/walk.js';
import { comparable, wordsOfNode } from '../spoken.js';
import { digitsOf, faultOfNumber, isSameNumber, numbersIn, showsNumber } from './phone-number.js';
import type { Scene } from './scene.js';

const NUMBERS = [
  ['phone', 'own'],
  ['afterHoursPhone', 'service'],
  ['emergency', 'service'],
] as const;

/**
 * Judges how a patient can reach the clinic: numbers that somebody can answer, links that call the number that is shown, and everything a
 * handout has to say. Reports `safety/implausible-number`, `safety/wrong-phone-link` and `safety/incomplete-contact`.
 */
export function judgeContact(scene: Scene): readonly Problem[] {
  return [...implausibleNumbers(scene), ...wrongLinks(scene), ...missingContact(scene)];
}

function implausibleNumbers({ subject: { brand, workspace } }: Scene): readonly Problem[] {
  return NUMBERS.flatMap(([name, kind]): readonly Problem[] => {
    const fault = faultOfNumber(brand.contact[name], kind);
    if (fault === undefined) return [];
    const at = workspace.placeOf('brand', brand.id, ['contact', name]);
    return [
      {
        code: 'safety/implausible-number',
        severity: 'error',
        message: `Nobody can be called at contact.${name}: it ${fault}.`,
        ...(at && { at }),
        hint: 'Write the number as a patient dials it; with a country’s code it begins with +.',
      },
    ];
  });
}

function wrongLinks({ nodes }: Scene): readonly Problem[] {
  return nodes.flatMap(({ node }): readonly Problem[] => {
    if (node.kind !== 'link' || !node.href.startsWith('tel:')) return [];
    const shown = numbersIn(wordsOfNode(node));
    const called = digitsOf(node.href.split(';')[0]!);
    if (shown.length === 0 || shown.some((number) => isSameNumber(number, called))) return [];
    return [
      {
        code: 'safety/wrong-phone-link',
        severity: 'error',
        message: 'The link calls another number than the one that it shows.',
        ...(node.at && { at: node.at }),
        hint: 'Take both from brand.contact: phone and phoneLink, afterHoursPhone and afterHoursPhoneLink.',
      },
    ];
  });
}

function missingContact({ subject, nodes, start }: Scene): readonly Problem[] {
  const { brand, read, request, translator } = subject;
  const { contact, onlineUrl } = brand;
  const blocks = [...read.document.letterhead, ...read.document.children];
  const words = comparable(blocks.map(wordsOfNode).join('\n'));
  const hours = comparable(translator(request.lang).text(contact.hours, {}, () => undefined));
  const isSaid = (text: string): boolean => comparable(text) !== '' && words.includes(comparable(text));
  const isOnline = nodes.some(({ node }) => leadsTo(node, [contact.website, onlineUrl]));
  const said: readonly (readonly [what: string, isThere: boolean])[] = [
    ['the telephone number', showsNumber(words, contact.phone)],
    ['the number after hours', showsNumber(words, contact.afterHoursPhone)],
    ['the opening hours', isSaid(hours)],
    ['the address', contact.address.every(isSaid)],
    ['an address online', isOnline],
  ];
  const missing = said.filter(([, isThere]) => !isThere).map(([what]) => what);
  if (missing.length === 0) return [];
  return [
    {
      code: 'safety/incomplete-contact',
      severity: 'error',
      message: `The handout lacks how to reach the clinic: ${missing.join(', ')} (${request.lang}).`,
      ...(start && { at: start }),
      hint: 'Fill it in under contact: of the brand, and show it: partials/letterhead, contact-card and online do.',
    },
  ];
}

function leadsTo(node: AnyNode, addresses: readonly string[]): boolean {
  const address =
    node.kind === 'link' ? node.href : node.kind === 'figure' ? node.source.replace(/^qr:/, '') : '';
  return addresses.some((known) => address.startsWith(known.replace(/\/+$/, '')));
}
