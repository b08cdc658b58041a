import { parseXml, XmlElement, XmlError, XmlProcessingInstruction } from '@rgrove/parse-xml';
import type { Source } from '../base/source.js';
import { MAX_DEPTH, MAX_SVG_LENGTH } from './limits.js';
import type { SvgReport } from './svg-report.js';

/**
 * Reads the XML of a drawing and gives its outermost element. Document types are refused before anything is parsed:
 * they are where entity bombs and references to other files live, and SVG needs none. Nothing is ever fetched.
 *
 * Reports `graphics/svg-too-large`, `graphics/doctype`, `graphics/broken-svg`, `graphics/too-deep`,
 * `graphics/reference` (a processing instruction) and `graphics/not-svg`.
 */
export function readSvgXml(source: Source, report: SvgReport): XmlElement | undefined {
  if (source.text.length > MAX_SVG_LENGTH) {
    reportTooLarge(source, report);
    return undefined;
  }
  const doctype = source.text.indexOf('<!DOCTYPE');
  if (doctype !== -1) {
    report({
      code: 'graphics/doctype',
      message: 'The drawing has a document type, which could pull in other files or grow without end.',
      hint: 'Delete everything from <!DOCTYPE to the > that ends it; SVG needs none.',
      place: { kind: 'offset', offset: doctype },
    });
    return undefined;
  }
  const document = parse(source, report);
  if (!document) return undefined;
  for (const node of document.children) {
    if (node instanceof XmlProcessingInstruction) reportInstruction(node, report);
  }
  return outermostSvg(document.children, report);
}

function parse(source: Source, report: SvgReport): ReturnType<typeof parseXml> | undefined {
  try {
    return parseXml(source.text, { includeOffsets: true });
  } catch (error) {
    if (error instanceof RangeError) reportTooDeep(0, report);
    else if (error instanceof XmlError) reportBroken(error, report);
    else throw error;
    return undefined;
  }
}

function reportTooLarge(source: Source, report: SvgReport): void {
  report({
    code: 'graphics/svg-too-large',
    message: `The drawing is ${(source.text.length / 1024 / 1024).toFixed(1)} MB; at most 1 MB is read.`,
    hint: 'Simplify its paths, or save it as a PNG picture.',
    place: { kind: 'offset', offset: 0 },
  });
}

/** Reports elements that stand too deep in each other; `offset` is where the one too many begins. */
export function reportTooDeep(offset: number, report: SvgReport): void {
  report({
    code: 'graphics/too-deep',
    message: `The drawing has elements more than ${MAX_DEPTH} deep in each other.`,
    hint: 'Ungroup the drawing and save it again.',
    place: { kind: 'offset', offset },
  });
}

function reportBroken(error: XmlError, report: SvgReport): void {
  // The parser's message goes on with its own place and an excerpt; the problem has a place of its own.
  const reason = error.message.split(' (line ')[0]!.replaceAll('`', '');
  report({
    code: 'graphics/broken-svg',
    message: `The drawing is not well-formed XML: ${reason}.`,
    hint: 'Save it again from the drawing program, or mend it by hand.',
    place: { kind: 'offset', offset: error.pos },
  });
}

function reportInstruction(node: XmlProcessingInstruction, report: SvgReport): void {
  report({
    code: 'graphics/reference',
    message: `The drawing has a processing instruction, <?${node.name} …?>.`,
    hint: 'Delete it; put colours and line widths on the shapes themselves.',
    place: { kind: 'offset', offset: node.start },
  });
}

function outermostSvg(nodes: readonly unknown[], report: SvgReport): XmlElement | undefined {
  const root = nodes.find((node) => node instanceof XmlElement);
  if (root?.name === 'svg') return root;
  report({
    code: 'graphics/not-svg',
    message: `The outermost element is <${root?.name ?? ''}>, not <svg>.`,
    hint: 'Save the drawing as a plain SVG file.',
    place: { kind: 'offset', offset: root?.start ?? 0 },
  });
  return undefined;
}
