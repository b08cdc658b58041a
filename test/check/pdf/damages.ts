import type { PdfEditor } from '../../support/pdf-editor.js';
import { shippedNames } from './sound-files.js';
import type { SoundName } from './sound-files.js';

/** One kind of damage: what is changed, in which files, and the codes of all that must be found then. */
export type Damage = Readonly<{
  name: string;
  on: readonly SoundName[];
  codes: readonly string[];
  change: (pdf: PdfEditor) => void;
}>;

type Row = readonly [
  name: string,
  codes: string,
  change: (pdf: PdfEditor) => void,
  on?: readonly SoundName[],
];

/** Names are sorted and parted by spaces, without their area. */
function table(rows: readonly Row[]): readonly Damage[] {
  return rows.map(([name, codes, change, on = shippedNames]) => ({
    name,
    on,
    codes: codes.split(' ').map((code) => `pdf/${code}`),
    change,
  }));
}

const LATIN: readonly SoundName[] = ['english', 'personal', 'booklet'];
const RIGHT_TO_LEFT: readonly SoundName[] = ['arabic', 'bilingual'];
const ENGLISH: readonly SoundName[] = ['english'];
const TABLE: readonly SoundName[] = ['table'];

const CATALOG = /\/Type \/Catalog/;
const LINK = /\/Subtype\/Link/;
const FIRST_MARK = /\/Span<<\/MCID 0>>BDC\n/;
const ARTIFACT = /\/Artifact<<\/Type\/Layout>>BDC\n/;

/** What is wrong with objects, and with what a file says of itself. */
const fileDamages = table([
  ['an object that nothing uses', 'orphan-object', (pdf) => void pdf.add('(forgotten)')],
  ['an object that is gone', 'missing-object', (pdf) => pdf.remove(pdf.find(/\/Subtype\/Form/)), ENGLISH],
  ['a key that stands twice', 'unreadable', (pdf) => pdf.replace(/\/Tabs\/S/, '/Tabs/S/Tabs/S')],
  ['no identifier', 'trailer', (pdf) => pdf.replaceTrailer(/\/ID \[[^\]]*\]/, '')],
  ['encryption', 'trailer', (pdf) => pdf.replaceTrailer(/>>$/, '/Encrypt<</Filter/Standard>>>>')],
  ['no claim to be tagged', 'not-tagged', (pdf) => pdf.replace(/\/Marked true/, '/Marked false')],
  [
    'no structure tree',
    'link-element not-tagged orphan-object parent-tree structure-tree unlisted-content',
    (pdf) => pdf.replace(/\/StructTreeRoot \d+ 0 R/, ''),
    ENGLISH,
  ],
  ['no language', 'wrong-language', (pdf) => pdf.replace(/\/Lang \(\w+\)(?=[^]*\/Catalog|\n)/, '')],
  [
    'another language than its metadata',
    'metadata-mismatch',
    (pdf) => pdf.replace(/\/Lang \(\w+\)/, '/Lang (nl)'),
  ],
  [
    'another language than its document',
    'wrong-language',
    (pdf) => {
      pdf.replace(/\/Lang \(\w+\)/, '/Lang (nl)');
      pdf.replaceData(/(<dc:language><rdf:Bag><rdf:li>)[^<]*/, '$1nl');
    },
    ENGLISH,
  ],
  ['a window without the title', 'viewer-preferences', (pdf) => pdf.replace(/\/DisplayDocTitle true/, '')],
  [
    'pages turned to the left',
    'viewer-preferences',
    (pdf) => pdf.replace(/\/Direction\/R2L/, ''),
    RIGHT_TO_LEFT,
  ],
  ['an output intent of another kind', 'output-intent', (pdf) => pdf.replace(/\/GTS_PDFA1/, '/GTS_PDFX')],
  [
    'an output intent without a profile',
    'orphan-object output-intent',
    (pdf) => pdf.replace(/\/DestOutputProfile \d+ 0 R/, ''),
  ],
  [
    'another title in the metadata',
    'metadata-mismatch',
    (pdf) => pdf.replaceData(/x-default">[^<]*/, 'x-default">Cure'),
  ],
  [
    'another title in both places',
    'metadata-mismatch',
    (pdf) => {
      pdf.replaceData(/x-default">[^<]*/, 'x-default">Cure');
      pdf.set(Number(/\/Title (\d+) 0 R/.exec(pdf.body(pdf.find(/\/Title \d+ 0 R/)))![1]), '(Cure)');
    },
  ],
  [
    'another author in the metadata',
    'metadata-mismatch',
    (pdf) => pdf.replaceData(/<rdf:Seq><rdf:li>[^<]*/, '<rdf:Seq><rdf:li>Nobody'),
  ],
  [
    'another date in the metadata',
    'metadata-mismatch',
    (pdf) => pdf.replaceData(/<xmp:CreateDate>\d{4}/, '<xmp:CreateDate>1999'),
  ],
  [
    'another producer in the information',
    'metadata-mismatch',
    (pdf) => pdf.replace(/\(Handout, pdfkit\)/, '(Handout)'),
  ],
  [
    'a title that is gone from the information',
    'metadata-mismatch orphan-object',
    (pdf) => pdf.replace(/\/Title \d+ 0 R/, ''),
  ],
  [
    'the claim to be PDF/A-3',
    'conformance-claim',
    (pdf) => pdf.replaceData(/<pdfaid:part>2/, '<pdfaid:part>3'),
  ],
  ['the claim of level B', 'conformance-claim', (pdf) => pdf.replaceData(/conformance>A</, 'conformance>B<')],
  [
    'no claim to be PDF/UA',
    'conformance-claim',
    (pdf) => pdf.replaceData(/<pdfuaid:part>1<\/pdfuaid:part>/, ''),
  ],
  ['metadata that is no XML', 'metadata', (pdf) => pdf.replaceData(/<dc:format>/, '<dc:format')],
  ['no metadata', 'metadata orphan-object', (pdf) => pdf.replace(/\/Metadata \d+ 0 R/, '')],
  [
    'a script that runs on opening',
    'active-content',
    (pdf) => pdf.replace(CATALOG, '/Type /Catalog /OpenAction <</S/JavaScript/JS(app.alert\\(1\\))>>'),
  ],
  [
    'an action of a page',
    'active-content',
    (pdf) => pdf.replace(/\/Tabs\/S/, '/Tabs/S/AA<</O<</S/Named/N/Print>>>>'),
  ],
  [
    'a link that starts a program',
    'active-content link-target',
    (pdf) => pdf.replace(/\/S\/URI\/URI\([^)]*\)/, '/S/Launch/F(calc)'),
  ],
  ['a link that sends a form', 'active-content', (pdf) => pdf.replace(/\/S\/URI\/URI/, '/S/SubmitForm/URI')],
  [
    'a link that goes on to another action',
    'active-content',
    (pdf) => pdf.replace(/\/S\/URI\/URI/, '/Next<</S/URI/URI(https://a.example)>>/S/URI/URI'),
  ],
  [
    'an attached file',
    'active-content',
    (pdf) => pdf.replace(CATALOG, '/Type /Catalog /AF [<</Type/Filespec/F(a)>>]'),
  ],
  ['a form', 'active-content', (pdf) => pdf.replace(CATALOG, '/Type /Catalog /AcroForm <</Fields[]>>')],
  ['an annotation that is no link', 'active-content', (pdf) => pdf.replace(LINK, '/Subtype/Text')],
]);

/** What is wrong with fonts and with the content of pages. */
const contentDamages = table([
  [
    'a mark that is there twice',
    'repeated-mcid',
    (pdf) => pdf.replaceData(FIRST_MARK, '/Span<</MCID 0>>BDC EMC\n$&'),
  ],
  ['a font that is not embedded', 'font-not-embedded', (pdf) => pdf.replace(/\/FontFile2/, '/FontFileX')],
  [
    'a lost font program',
    'font-not-embedded missing-object',
    (pdf) => pdf.remove(Number(/\/FontFile2 (\d+)/.exec(pdf.body(pdf.find(/\/FontFile2/)))![1])),
  ],
  ['a font without a map to Unicode', 'unreadable-code', (pdf) => pdf.replace(/\/ToUnicode/, '/ToUnicodeX')],
  ['a code without a text', 'unreadable-code', (pdf) => pdf.replaceData(/<0001> <\w+>\n/, '')],
  [
    'a code that stands for an unknown character',
    'unreadable-code',
    (pdf) => pdf.replaceData(/<0001> <\w+>\n/, '<0001> <fffd>\n'),
  ],
  [
    'the texts of two codes swapped',
    'text-differs',
    (pdf) => pdf.replaceData(/<0001> <(\w+)>\n<0002> <(\w+)>/, '<0001> <$2>\n<0002> <$1>'),
    [...LATIN, 'japanese'],
  ],
  [
    'the texts of two codes swapped, under words that are replaced',
    'actual-text hidden-text',
    (pdf) => pdf.replaceData(/(<0003> <06\w+>\n<0004>) <06\w+>/, '$1 <0639>'),
    ['arabic'],
  ],
  [
    'a font that the page does not have',
    'missing-resource',
    (pdf) => pdf.replace(/\/Font<<\/F1 /, '/Font<</F9 '),
  ],
  [
    'a picture that the page does not have',
    'missing-resource',
    (pdf) => pdf.replace(/\/XObject<<\/I1 /, '/XObject<</I9 '),
    ENGLISH,
  ],
  [
    'a mark with another number',
    'parent-tree stale-content unlisted-content',
    (pdf) => pdf.replaceData(/\/MCID 3>>/, '/MCID 999>>'),
    ENGLISH,
  ],
  [
    'a number that two marks share',
    'parent-tree repeated-mcid stale-content',
    (pdf) => pdf.replaceData(/\/MCID 1>>/, '/MCID 0>>'),
    ENGLISH,
  ],
  ['decoration that is not marked', 'untagged-content', (pdf) => pdf.replaceData(ARTIFACT, '/Span BMC\n')],
  [
    'decoration that is not begun',
    'unbalanced-content untagged-content',
    (pdf) => pdf.replaceData(ARTIFACT, ''),
    ENGLISH,
  ],
  [
    'a mark that does not end',
    'nested-content unbalanced-content',
    (pdf) => pdf.replaceData(/EMC\n/, ''),
    ENGLISH,
  ],
  [
    'decoration inside a mark',
    'nested-content',
    (pdf) => pdf.replaceData(FIRST_MARK, '/Span<</MCID 0>>BDC\n/Artifact BMC EMC\n'),
  ],
  [
    'a mark inside a mark',
    'nested-content unlisted-content',
    (pdf) => pdf.replaceData(FIRST_MARK, '/Span<</MCID 0>>BDC\n/Span<</MCID 999>>BDC EMC\n'),
  ],
  [
    'a state that is not saved',
    'unbalanced-content',
    (pdf) => pdf.replaceData(/^1 0 0 -1 [\d. ]+cm\n/, '$&Q\n'),
  ],
  [
    'a state that is not restored',
    'unbalanced-content',
    (pdf) => pdf.replaceData(/^1 0 0 -1 [\d. ]+cm\n/, '$&q\n'),
  ],
  ['text outside a text object', 'unbalanced-content', (pdf) => pdf.replaceData(/\nBT\n/, '\n')],
  [
    'a colour in inks',
    'foreign-colour',
    (pdf) => pdf.replaceData(/[\d.]+ [\d.]+ [\d.]+ rg\n/, '0 0 0 1 k\n'),
    LATIN,
  ],
  [
    'a colour space of inks',
    'foreign-colour',
    (pdf) => pdf.replaceData(/^1 0 0 -1 [\d. ]+cm\n/, '$&/DeviceCMYK cs\n'),
  ],
  [
    'an operator that PDF does not have',
    'unknown-operator',
    (pdf) => pdf.replaceData(/^1 0 0 -1 [\d. ]+cm\n/, '$&1 sparkle\n'),
  ],
  [
    'content that is no PDF syntax',
    'unreadable',
    (pdf) => pdf.replaceData(/^1 0 0 -1 [\d. ]+cm\n/, '$&<<broken\n'),
  ],
  [
    'words in a drawing',
    'untagged-content',
    (pdf) => pdf.replaceData(/^[\d.]+ (?:g|[\d.]+ [\d.]+ rg)\n/, 'BT ET\n$&'),
    ENGLISH,
  ],
  [
    'words marked as decoration',
    'parent-tree stale-content',
    (pdf) => pdf.replaceData(/\/Span<<\/MCID 3>>BDC\n/, '/Artifact BMC\n'),
    ENGLISH,
  ],
  [
    'words added as decoration',
    'hidden-text',
    (pdf) =>
      pdf.replaceData(
        /^1 0 0 -1 [\d. ]+cm\n/,
        '$&/Artifact BMC BT /F1 9 Tf <00010001000100010001> Tj ET EMC\n',
      ),
    LATIN,
  ],
  ['a “no” that is gone', 'text-differs', (pdf) => pdf.repaint('No ', ''), ENGLISH],
  ['another number', 'text-differs', (pdf) => pdf.repaint('48', '24'), ENGLISH],
  ['a space that is gone', 'text-differs', (pdf) => pdf.repaint('the treated', 'thetreated'), ENGLISH],
  [
    'the space of a line end that is gone',
    'text-differs',
    (pdf) => pdf.replaceData(/TJ\n\[\((?:\\[^]|[^\\]){2}\)\]TJ\nET/, 'TJ\nET'),
    ENGLISH,
  ],
  ['a space too many', 'text-differs', (pdf) => pdf.repaint('the treated', 'the trea ted'), ENGLISH],
]);

/** What is wrong with the structure tree. */
const treeDamages = table([
  [
    'a run that is read aloud with a letter that is not painted',
    'actual-text',
    (pdf) => pdf.replaceData(/(\/ActualText<feff\w+>>>BDC\n(?:\/F.*\n)?[^[]*\[\()../, '$1'),
    ['hindi'],
  ],
  [
    'a piece that its element no longer lists',
    'unlisted-content',
    (pdf) => pdf.replace(/(\/S\/Link\/.*?\/K\[)\d+ <</, '$1<<'),
  ],
  [
    'two entries of the parent tree swapped',
    'parent-tree',
    (pdf) => pdf.replace(/\/Nums\[0\[(\d+ 0 R) (\d+ 0 R)/, '/Nums[0[$2 $1'),
    ENGLISH,
  ],
  [
    'an entry of the parent tree that is gone',
    'parent-tree',
    (pdf) => pdf.replace(/\/Nums\[0\[\d+ 0 R /, '/Nums[0['),
  ],
  [
    'an entry of the parent tree too many',
    'parent-tree',
    (pdf) => pdf.replace(/(\/Nums\[0\[(\d+ 0 R)[^\]]*)\]/, '$1 $2]'),
  ],
  [
    'a page with the key of another',
    'parent-tree',
    (pdf) => pdf.replace(/\/StructParents 0/, '/StructParents 1'),
  ],
  ['a page without a key', 'parent-tree', (pdf) => pdf.replace(/\/StructParents 0/, '')],
  [
    'a next key that is in use',
    'parent-tree',
    (pdf) => pdf.replace(/\/ParentTreeNextKey \d+/, '/ParentTreeNextKey 1'),
  ],
  [
    'limits at the root of the parent tree',
    'parent-tree',
    (pdf) => pdf.replace(/<<\/Nums/, '<</Limits[0 9]/Nums'),
  ],
  [
    'a piece that two elements list',
    'shared-content',
    (pdf) => pdf.replace(/(\/S\/H1[^]*)\/K 3/, '$1/K[3 4]'),
    ENGLISH,
  ],
  [
    'an element that lists nothing',
    'empty-element unlisted-content',
    (pdf) => pdf.replace(/(\/S\/H1[^]*)\/K 3/, '$1'),
    ENGLISH,
  ],
  [
    'an element that lists what is not there',
    'stale-content',
    (pdf) => pdf.replace(/(\/S\/H1[^]*)\/K 3/, '$1/K[3 999]'),
    ENGLISH,
  ],
  [
    'an element that nothing lists',
    'structure-tree unlisted-content',
    (pdf) => pdf.replace(/(\/S\/Document[^]*)\/K\[\d+ 0 R /, '$1/K['),
  ],
  [
    'an element that stands in the tree twice',
    'structure-tree',
    (pdf) => pdf.replace(/(\/S\/Document[^]*)\/K\[(\d+ 0 R)/, '$1/K[$2 $2'),
  ],
  ['an element with another parent', 'structure-tree', (pdf) => pdf.replace(/(\/S\/H1\/P) \d+/, '$1 1')],
  [
    'an element on another page',
    'shared-content unlisted-content',
    (pdf) => pdf.replace(/(\/S\/H1\/P \d+ 0 R\/Pg) \d+/, `$1 ${String(lastPage(pdf))}`),
    ENGLISH,
  ],
  [
    'an element that names no page',
    'stale-content unlisted-content',
    (pdf) => pdf.replace(/(\/S\/H1\/P \d+ 0 R)\/Pg \d+ 0 R/, '$1'),
    ENGLISH,
  ],
  ['a role that nobody knows', 'unknown-role', (pdf) => pdf.replace(/\/S\/Caption/, '/S/Legend')],
  ['a first heading of level 2', 'heading-order', (pdf) => pdf.replace(/\/S\/H1/, '/S/H3')],
  ['a heading that is a paragraph', 'wrong-role', (pdf) => pdf.replace(/\/S\/H2/, '/S/P')],
  ['a second root', 'nesting', (pdf) => pdf.replace(/\/S\/Document/, '/S/Part')],
  ['an item outside a list', 'nesting', (pdf) => pdf.replace(/\/S\/L\//, '/S/Sect/'), ENGLISH],
  ['a list of paragraphs', 'nesting', (pdf) => pdf.replace(/\/S\/LI\//, '/S/P/')],
  ['an element too many', 'empty-element', (pdf) => addElement(pdf, '/S/P')],
  [
    'a list without its numbering',
    'list-numbering',
    (pdf) => pdf.replace(/\/ListNumbering\/Disc/, ''),
    ['english', 'arabic', 'personal'],
  ],
  [
    'bullets that are announced as numbers',
    'list-numbering',
    (pdf) => pdf.replace(/\/ListNumbering\/Disc/, '/ListNumbering/Decimal'),
    ['english', 'arabic', 'personal'],
  ],
  [
    'a head of a table without a scope',
    'table-scope',
    (pdf) => pdf.replace(/\/A<<\/O\/Table\/Scope\/Column>>/, ''),
    TABLE,
  ],
  [
    'a head of a row that is one of a column',
    'table-scope',
    (pdf) => pdf.replace(/\/Scope\/Row/, '/Scope/Column'),
    TABLE,
  ],
  [
    'a cell that does not span its columns',
    'table-shape',
    (pdf) => pdf.replace(/\/ColSpan 2/, '/ColSpan 1'),
    TABLE,
  ],
  [
    'a number of a list that is another',
    'text-differs',
    (pdf) => pdf.replaceData(/<(\w{4})> <0032>\n/, '<$1> <0033>\n'),
    TABLE,
  ],
  [
    'a picture without an alternative text',
    'figure-alternative',
    (pdf) => pdf.replace(/\/Alt(?:\([^)]*\)|<\w*>)/, ''),
  ],
  [
    'a picture with another alternative text',
    'text-differs',
    (pdf) => pdf.replace(/\/Alt(?:\([^)]*\)|<\w*>)/, '/Alt(A picture)'),
  ],
  ['a picture without a box', 'figure-box', (pdf) => pdf.replace(/\/BBox\[[\d. ]*\](?=\/Width)/, '')],
  [
    'a picture with a box elsewhere',
    'figure-box',
    (pdf) => pdf.replace(/\/BBox\[[\d. ]*\](?=\/Width)/, '/BBox[0 0 9 9]'),
  ],
  [
    'a picture with a box off the page',
    'figure-box',
    (pdf) => pdf.replace(/\/BBox\[[\d. ]*\](?=\/Width)/, '/BBox[0 0 9999 9999]'),
  ],
  [
    'words in another language that do not say so',
    'wrong-language',
    (pdf) => pdf.replace(/\/Lang\(\w+\)/, ''),
    ['table', 'arabic', 'bilingual', 'personal'],
  ],
  [
    'words in the wrong language',
    'wrong-language',
    (pdf) => pdf.replace(/\/Lang\(\w+\)/, '/Lang(nl)'),
    ['table', 'arabic', 'bilingual', 'personal'],
  ],
  [
    'an empty language',
    'wrong-language',
    (pdf) => pdf.replace(/\/Lang\(\w+\)/, '/Lang()'),
    ['table', 'arabic', 'bilingual', 'personal'],
  ],
  [
    'words that are read aloud otherwise',
    'actual-text text-differs',
    (pdf) => pdf.replace(/(\/ActualText<feff\w*?)0644/, '$1'),
    ['arabic'],
  ],
  [
    'words that are no longer replaced',
    'text-differs',
    (pdf) => pdf.replace(/\/ActualText<feff06\w*>/, ''),
    ['arabic'],
  ],
  [
    'a run of glyphs that is read aloud otherwise',
    'actual-text text-differs',
    (pdf) => pdf.replaceData(/(\/ActualText<feff\w{8})\w{4}/, '$1'),
    ['hindi'],
  ],
  ['two passages that change places', 'reading-order', (pdf) => swapKids(pdf), LATIN.slice(0, 2)],
]);

/** What is wrong with links, bookmarks and the order of pages. */
const linkDamages = table([
  [
    'a link without a description',
    'link-contents',
    (pdf) => pdf.replace(/\/Contents(?:\([^)]*\)|<\w*>)\/A/, '/A'),
  ],
  [
    'a link with another description',
    'link-contents',
    (pdf) => pdf.replace(/\/Contents(?:\([^)]*\)|<\w*>)\/A/, '/Contents(Here)/A'),
  ],
  ['a link to another number', 'link-target', (pdf) => pdf.replace(/\/URI\(tel:\d+\)/, '/URI(tel:5550100)')],
  ['a link to a file', 'link-target', (pdf) => pdf.replace(/\/URI\(tel:\d+\)/, '/URI(file:///etc/passwd)')],
  ['a link that no key leads to', 'parent-tree', (pdf) => pdf.replace(/\/StructParent \d+/, '')],
  ['a link that is hidden', 'hidden-annotation', (pdf) => pdf.replace(/\/F 4/, '/F 6')],
  [
    'a page whose tab key goes its own way',
    'tab-order',
    (pdf) => pdf.replace(/\/Tabs\/S\/Annots/, '/Annots'),
  ],
  ['a link that lies elsewhere', 'link-place', (pdf) => pdf.replace(/\/Rect\[[\d. ]*\]/, '/Rect[0 0 9 9]')],
  [
    'a link without an area',
    'link-place',
    (pdf) => pdf.replace(/\/Rect\[([\d.]+ [\d.]+) [\d. ]*\]/, '/Rect[$1 $1]'),
  ],
  [
    'an element of a link without its annotation',
    'link-element',
    (pdf) => pdf.replace(/ ?<<\/Type\/OBJR[^>]*>>/, ''),
  ],
  ['an annotation that is not in a link', 'link-element', (pdf) => pdf.replace(/\/S\/Link\//, '/S/Span/')],
  [
    'an annotation on another page',
    'stale-content',
    (pdf) => pdf.replace(/(\/Type\/OBJR\/Pg) \d+/, `$1 ${String(firstPage(pdf))}`),
    ENGLISH,
  ],
  [
    'an annotation that is gone from its page',
    'parent-tree stale-content',
    (pdf) => pdf.replace(/\/Annots\[\d+ 0 R ?/, '/Annots['),
  ],
  [
    'a bookmark with other words',
    'bookmark',
    (pdf) => pdf.replace(/<<\/Title(?:\([^)]*\)|<\w*>)/, '<</Title(Elsewhere)'),
  ],
  [
    'a bookmark to another page',
    'bookmark',
    (pdf) => pdf.replace(/\/Dest\[\d+/, `/Dest[${String(lastPage(pdf))}`),
    ['english', 'arabic', 'japanese'],
  ],
  ['a bookmark that goes nowhere', 'bookmark', (pdf) => pdf.replace(/\/Dest\[\d+ 0 R/, '/Dest[null')],
  ['no bookmarks', 'bookmark', withoutBookmarks],
  [
    'pages in another order',
    'page-order',
    (pdf) => pdf.replace(/\/Kids \[(\d+ 0 R) (\d+ 0 R)/, '/Kids [$2 $1'),
    ['english', 'arabic', 'japanese', 'personal', 'bilingual'],
  ],
]);

function withoutBookmarks(pdf: PdfEditor): void {
  for (const number of pdf.findAll(/\/Dest\[/)) pdf.remove(number);
  pdf.set(pdf.find(/\/Type\/Outlines/), '<</Type/Outlines>>');
}

function firstPage(pdf: PdfEditor): number {
  return Number(/\/Kids \[(\d+)/.exec(pdf.body(pdf.find(/\/Kids \[/)))![1]);
}

function lastPage(pdf: PdfEditor): number {
  return Number(/(\d+) 0 R\]/.exec(pdf.body(pdf.find(/\/Kids \[/)))![1]);
}

/** Adds an empty element at the end of the document. */
function addElement(pdf: PdfEditor, entries: string): void {
  const document = pdf.find(/\/S\/Document/);
  const added = pdf.add(`<</Type/StructElem${entries}/P ${String(document)} 0 R>>`);
  pdf.replace(/(\/S\/Document[^]*)\]>>$/, `$1 ${String(added)} 0 R]>>`);
}

/** Exchanges the third and the fourth element of the document. */
function swapKids(pdf: PdfEditor): void {
  pdf.replace(/(\/S\/Document[^]*\/K\[\d+ 0 R \d+ 0 R) (\d+ 0 R) (\d+ 0 R)/, '$1 $3 $2');
}

/** All that is done to the objects of files. */
export const damages = [...fileDamages, ...contentDamages, ...treeDamages, ...linkDamages];
