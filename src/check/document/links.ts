import type { Problem } from '../../base/problem.js';
import { entryOf } from '../../content/lint/word-list.js';
import type { Link, Paragraph } from '../../document/node.js';
import { walkNode } from '../../document/walk.js';
import { comparable, wordsOfNode, type SpokenNode } from '../spoken.js';
import { vagueLinkTexts } from './common-words.js';
import type { DocumentScene } from './scene.js';

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/iu;

/**
 * Judges the words of links. Reports `document/vague-link` and `document/ambiguous-link`, and the warning `document/bare-address` where an
 * address stands for words; among contact details it is what people type.
 */
export function judgeLinks({ nodes }: DocumentScene): readonly Problem[] {
  const contacts = new Set(
    nodes.flatMap(({ node }) => (isContact(node) ? walkNode(node).map(({ id }) => id) : [])),
  );
  const links = nodes.flatMap(({ node, lang }) => (node.kind === 'link' ? [{ node, lang }] : []));
  return [
    ...links.flatMap(({ node, lang }) => judgeLink(node, { lang, isContact: contacts.has(node.id) })),
    ...ambiguousLinks(links),
  ];
}

function isContact(node: SpokenNode['node']): node is Paragraph {
  return (
    node.kind === 'paragraph' && (node.role === 'contact' || node.role === 'phone' || node.role === 'note')
  );
}

function judgeLink(
  link: Link,
  { lang, isContact: isAmongContacts }: Readonly<{ lang: string; isContact: boolean }>,
): readonly Problem[] {
  const at = link.at && { at: link.at };
  const words = comparable(wordsOfNode(link));
  const bare = words.toLowerCase().replace(/[\s.…:!>»›→←]+$/u, '');
  if (!/[\p{L}\p{N}]/u.test(words) || entryOf(vagueLinkTexts, lang)?.includes(bare) === true) {
    return [
      {
        code: 'document/vague-link',
        severity: 'error',
        message: `The link “${words}” doesn't say where it leads.`,
        ...at,
        hint: 'Name what opens: a list of links is read without the text around it.',
      },
    ];
  }
  if (!ADDRESS.test(words) || isAmongContacts) return [];
  return [
    {
      code: 'document/bare-address',
      severity: 'warning',
      message: 'The words of the link are an address, which is read out letter by letter.',
      ...at,
      hint: 'Say what opens; an address that people are to type stands in <p class="contact">.',
    },
  ];
}

function ambiguousLinks(links: readonly (SpokenNode & Readonly<{ node: Link }>)[]): readonly Problem[] {
  const targets = new Map<string, string>();
  return links.flatMap(({ node, lang }): readonly Problem[] => {
    const words = `${lang} ${comparable(wordsOfNode(node)).toLowerCase()}`;
    const known = targets.get(words);
    if (known === undefined) targets.set(words, node.href);
    if (known === undefined || known === node.href) return [];
    return [
      {
        code: 'document/ambiguous-link',
        severity: 'error',
        message: 'The link has the words of another link and leads elsewhere.',
        ...(node.at && { at: node.at }),
        hint: 'Say in its words what is different.',
      },
    ];
  });
}
