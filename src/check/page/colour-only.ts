import type { Problem } from '../../base/problem.js';
import type { Block, Callout, Inline, Section } from '../../document/node.js';
import type { AnyNode } from '../../document/walk.js';
import type { Printed } from './printed.js';

/**
 * Reports `page/colour-only` for boxes that only their colour tells from others: a box that warns and doesn't begin with words that stand
 * out, or a half of do and don’t without them and without the marks of its list.
 * @see WCAG 2.2, success criterion 1.4.1
 */
export function judgeColourOnly({ nodes }: Printed): readonly Problem[] {
  return [...nodes.values()].flatMap(({ node }) => problemsOf(node));
}

function problemsOf(node: AnyNode): readonly Problem[] {
  switch (node.kind) {
    case 'callout':
      return isWarning(node) && !beginsWithName(node.children)
        ? [problemOf(node, `A box of class “${node.role}”`)]
        : [];
    case 'do-dont':
      return [node.do, node.dont].flatMap((half) =>
        beginsWithName(half.children) || hasMarks(half) ? [] : [problemOf(half, 'A half of do and don’t')],
      );
    default:
      return [];
  }
}

function isWarning({ role }: Callout): boolean {
  return role === 'call' || role === 'urgent';
}

/** A heading, a kicker or strong words at the start. */
function beginsWithName([first]: readonly Block[]): boolean {
  if (first?.kind === 'heading') return true;
  return first?.kind === 'paragraph' && (first.role === 'kicker' || beginsStrong(first.children));
}

function beginsStrong([first]: readonly Inline[]): boolean {
  return first?.kind === 'strong';
}

function hasMarks({ children }: Section): boolean {
  return children.some(
    (block) => block.kind === 'list' && (block.marker === 'check' || block.marker === 'cross'),
  );
}

function problemOf({ at }: Callout | Section, name: string): Problem {
  return {
    code: 'page/colour-only',
    severity: 'warning',
    message: `${name} begins with no heading: printed without colour, nothing tells what it is for.`,
    ...(at && { at }),
    hint: 'Begin it with a heading, or with <strong> words, that say what it is for.',
  };
}
