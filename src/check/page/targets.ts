import type { Rectangle } from '../../base/geometry.js';
import type { Problem } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import type { Link } from '../../document/node.js';
import { plainText } from '../../document/walk.js';
import { groupArea, groupByTag } from '../../layout/tag-group.js';
import type { PaintedPage, PaintedText } from './painted-page.js';
import { onePerPlace, type Printed } from './printed.js';

/**
 * The least width and height of a link: the standard's 24 CSS pixels, which are 18 points where the page is shown at its size. That size is
 * our reading of it: a phone shows a whole page smaller, but there a reader enlarges it to read it, and to about this.
 * @see WCAG 2.2, success criterion 2.5.8
 */
export const LEAST_TARGET: Points = 18;

/**
 * Reports `page/small-target` for a link that is too small for a finger and has another too near; of two small ones, for the later. As the
 * criterion says, links within a sentence are let be, and so is a small one when a circle of the least width around its middle meets no other
 * link and no other small one's circle.
 */
export function judgeTargets(printed: Printed): readonly Problem[] {
  const problems = printed.pages.flatMap((page) => {
    const targets = page.texts.flatMap((text) => targetsOn(text, printed));
    return targets
      .filter((target, index) => isSmall(target) && hasNeighbour(target, { index, targets }))
      .map((target) => problemOf(target, page));
  });
  return onePerPlace(problems);
}

type Target = Readonly<{ link: Link; area: Rectangle; at: Link['at'] }>;

function targetsOn({ item }: PaintedText, { nodes }: Printed): readonly Target[] {
  const { line, x, baseline, meaning } = item;
  if (meaning.kind === 'artifact') return [];
  const own = line.runs.filter(({ tag }) => tag !== meaning.node);
  if (own.length === 0) return [];
  return groupByTag(own).flatMap((group) => {
    const place = nodes.get(group.tag);
    if (place?.node.kind !== 'link' || isInSentence(place.node, nodes.get(meaning.node)?.node)) return [];
    const at = place.node.at ?? nodes.get(meaning.node)?.node.at;
    return [{ link: place.node, area: groupArea(group, { x, baseline }), at }];
  });
}

/** Whether letters or figures stand around a link in its paragraph, beside those of other links. */
function isInSentence(link: Link, block: Readonly<{ kind: string }> | undefined): boolean {
  if (block === undefined || !('children' in block)) return false;
  const around = (block.children as readonly Link['children'][number][]).filter(
    (inline) => inline.kind !== 'link',
  );
  return !link.href.startsWith('tel:') && /[\p{L}\p{N}]/u.test(plainText(around));
}

function isSmall({ area }: Target): boolean {
  return Math.min(area.width, area.height) < LEAST_TARGET;
}

/** Of two small targets that are too near each other the later one counts: what both need is one gap. */
function hasNeighbour(
  target: Target,
  { index, targets }: Readonly<{ index: number; targets: readonly Target[] }>,
): boolean {
  return targets.some(
    (other, place) =>
      isTooNear(target, other) && (place < index || !(isSmall(other) && isTooNear(other, target))),
  );
}

/** Whether the circle around a small target meets another target, or the circle around another small one. */
function isTooNear(target: Target, other: Target): boolean {
  if (other.link.id === target.link.id || other.link.href === target.link.href) return false;
  const { x, y } = middleOf(target);
  const { area } = other;
  const toArea = Math.hypot(
    Math.max(area.x - x, x - area.x - area.width, 0),
    Math.max(area.y - y, y - area.y - area.height, 0),
  );
  const toCircle = Math.hypot(middleOf(other).x - x, middleOf(other).y - y) - LEAST_TARGET / 2;
  return Math.min(toArea, isSmall(other) ? toCircle : Infinity) < LEAST_TARGET / 2;
}

function middleOf({ area }: Target): Readonly<{ x: Points; y: Points }> {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

function problemOf({ area, at }: Target, { number }: PaintedPage): Problem {
  return {
    code: 'page/small-target',
    severity: 'warning',
    message:
      `A link on page ${number} is ${area.width.toFixed(0)} by ${area.height.toFixed(0)} pt with another beside it; ` +
      `a finger needs ${LEAST_TARGET} by ${LEAST_TARGET} pt (24 pixels), or as much between them.`,
    ...(at && { at }),
    hint: 'Set it larger, or put more room between the links.',
  };
}
