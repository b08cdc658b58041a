import type { RuleArea } from './rule.js';

/** Rules of the stage `graphics`. */
export const graphicsRules: RuleArea = {
  title: 'Pictures',
  fixed: 'The picture would be painted wrongly or not at all, or could do more than show itself.',
  rules: {
    attribute: {
      what: 'A drawing has an attribute that isn’t supported.',
      why: 'It would be drawn differently from what its author saw.',
      fix: 'Delete it, or do as the hint says.',
    },
    'bad-colour': {
      what: 'A colour in a drawing can’t be understood.',
      why: 'The shape would be black or missing.',
      fix: 'Write #rrggbb, or a colour of the brand as var(--accent).',
    },
    'bad-path': {
      what: 'The outline of a shape has a fault in its commands.',
      why: 'The shape would be cut off there.',
      fix: 'Save the drawing again from the program that made it.',
      source: 'SVG 2, 9.3',
    },
    'bad-value': {
      what: 'A number, a length or another value in a drawing can’t be understood.',
      why: 'The shape would be in the wrong place or of the wrong size.',
      fix: 'Write what the message expects.',
    },
    'broken-jpeg': {
      what: 'A JPEG picture is damaged or cut short.',
      why: 'Readers would show part of it, or refuse the file.',
      fix: 'Export it again.',
    },
    'broken-png': {
      what: 'A PNG picture is damaged or cut short.',
      why: 'Readers would show part of it, or refuse the file.',
      fix: 'Export it again.',
    },
    'broken-svg': {
      what: 'A drawing is not well-formed XML.',
      why: 'It can’t be read at all.',
      fix: 'Open it in a drawing program and save it as plain SVG.',
      source: 'XML 1.0',
    },
    'colour-jpeg': {
      what: 'A JPEG picture stays in colour in a handout in greyscale.',
      why: 'A black-and-white printer chooses its own greys, and parts may become alike.',
      fix: 'Save the picture as PNG, or as a JPEG in greys.',
      severity: 'warning',
    },
    doctype: {
      what: 'A drawing has a document type declaration.',
      why: 'Such declarations can unfold to gigabytes or read other files.',
      fix: 'Delete the <!DOCTYPE …> line.',
    },
    element: {
      what: 'A drawing has an element that isn’t supported.',
      why: 'It would be missing from the page.',
      fix: 'Turn it into plain shapes in the drawing program.',
    },
    'no-size': {
      what: 'A drawing says neither its size nor its view box.',
      why: 'Nobody knows how large it should be.',
      fix: 'Give <svg> a viewBox.',
      source: 'SVG 2, 8.6',
    },
    'not-svg': {
      what: 'A file named .svg holds something else.',
      why: 'It can’t be drawn.',
      fix: 'Save the drawing as plain SVG.',
    },
    'not-utf8': {
      what: 'A drawing isn’t encoded as UTF-8.',
      why: 'Its letters would be read as others, or not at all.',
      fix: 'Save it again with the encoding UTF-8.',
      source: 'RFC 3629',
    },
    opacity: {
      what: 'A drawing has something see-through.',
      why: 'Transparent shapes print differently on each printer.',
      fix: 'Flatten the transparency, or use a lighter flat colour.',
    },
    'out-of-range': {
      what: 'A shape reaches absurdly far from its drawing.',
      why: 'Readers of PDF files can’t hold such numbers.',
      fix: 'Check its numbers and its transforms.',
      source: 'ISO 32000-1, Annex C',
    },
    property: {
      what: 'A drawing uses a style property that isn’t supported.',
      why: 'It would look different from what its author saw.',
      fix: 'Delete it, or save the drawing as plain SVG with presentation attributes.',
    },
    'qr-length': {
      what: 'The text of a QR code is too long for a code that phones can read from paper.',
      why: 'A dense code fails after one bad photocopy.',
      fix: 'Use a shorter address.',
      source: 'ISO/IEC 18004',
    },
    reference: {
      what: 'A drawing refers to something outside itself or to a part that it can’t use.',
      why: 'Pictures never fetch anything: the page would tell someone who reads it.',
      fix: 'Copy what is needed into the drawing, and delete the reference.',
    },
    script: {
      what: 'A drawing holds a script or an event handler.',
      why: 'Pictures must not run anything.',
      fix: 'Save the drawing as plain SVG.',
    },
    'svg-too-large': {
      what: 'A drawing’s file is larger than is read.',
      why: 'It would make every handout large and slow.',
      fix: 'Simplify its outlines, or use a PNG for a photograph.',
    },
    'too-deep': {
      what: 'A drawing’s groups are nested too deeply.',
      why: 'No honest drawing is, and it could exhaust the program.',
      fix: 'Ungroup it.',
    },
    'too-many-commands': {
      what: 'A drawing has more outline commands than are drawn.',
      why: 'It would take printers minutes.',
      fix: 'Simplify its outlines in the drawing program.',
    },
    'too-many-pixels': {
      what: 'A picture has more pixels than are read.',
      why: 'It would make handouts too large to mail, and print no better.',
      fix: 'Scale it down to 300 dots per inch at its printed size.',
    },
    'turned-jpeg': {
      what: 'A JPEG picture is stored turned, with a note to turn it back.',
      why: 'Readers of PDF files ignore the note and show it lying on its side.',
      fix: 'Rotate it upright in a picture program and save it.',
      source: 'Exif 2.32, Orientation',
      severity: 'warning',
    },
    'uneven-stroke': {
      what: 'An outline is stretched more one way than the other.',
      why: 'It is drawn at its average width, which may look different.',
      fix: 'Apply the transform in the drawing program, or turn the outline into a shape.',
      severity: 'warning',
    },
    'unknown-format': {
      what: 'A picture is neither SVG, PNG nor JPEG.',
      why: 'It can’t be put into a PDF that lasts.',
      fix: 'Save it in one of the three.',
    },
    'unknown-token': {
      what: 'A drawing uses a colour of the brand that doesn’t exist.',
      why: 'The shape would have no colour.',
      fix: 'Use one of the names in the hint.',
    },
    'unsupported-jpeg': {
      what: 'A JPEG picture is of a rare kind, such as CMYK.',
      why: 'Archival PDF files can’t hold it with true colours.',
      fix: 'Save it as an ordinary JPEG in RGB or greys.',
      source: 'ISO 19005-2 (PDF/A-2), 6.2.4',
    },
    'unsupported-png': {
      what: 'A PNG picture is of a kind that isn’t read.',
      why: 'It couldn’t be painted exactly.',
      fix: 'Save it with 8 bits per channel.',
      source: 'PNG Specification, third edition',
    },
  },
};
