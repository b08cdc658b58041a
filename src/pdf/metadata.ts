import { deflate, reference } from './file.js';
import type { DocumentInfo, PdfFile } from './file.js';
import { pdfText } from './syntax.js';

/**
 * Writes the XMP metadata: title, author and dates as in the information dictionary, and the two standards that the
 * file keeps. PDF/A allows the PDF/UA identifier only with a description of its schema.
 * @see ISO 19005-2, 6.6; ISO 14289-1, 5
 */
export function writeMetadata(file: PdfFile, info: DocumentInfo, lang: string): void {
  const number = file.reserve();
  const bytes = new TextEncoder().encode(xmp(info, lang));
  file.writeStream(number, '/Type/Metadata/Subtype/XML', bytes);
  file.catalog.set('Metadata', reference(number));
  file.catalog.set('Lang', pdfText(lang));
}

function xmp(info: DocumentInfo, lang: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(info.Title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>
<xmp:CreateDate>${xmpDate(info.CreationDate)}</xmp:CreateDate>
<xmp:ModifyDate>${xmpDate(info.ModDate)}</xmp:ModifyDate>
<pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>
${ARCHIVE_CLAIM}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const ARCHIVE_CLAIM = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>';

/** Takes out of a file's XMP that it is PDF/A, and the description of a schema that only PDF/A asks for. */
export function withoutArchiveClaim(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const claimless = text
    .replace(`${ARCHIVE_CLAIM}\n`, '')
    .replace(' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', '')
    .replace(
      /<rdf:Description rdf:about="" xmlns:pdfaExtension[^]*?<\/rdf:Description>\n(?=<\/rdf:RDF>)/,
      '',
    );
  return new TextEncoder().encode(claimless);
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML_ESCAPES[character]!);
}

function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Reads the sRGB profile that pdfkit carries, compressed.
 * @param read reads a file of an installed package
 */
export function readColourProfile(read: (packageName: string, path: string) => Uint8Array): Uint8Array {
  return deflate(read('pdfkit', 'js/data/sRGB_IEC61966_2_1.icc'), 9);
}

/**
 * Names sRGB as what the file's colours mean.
 * @param profile as `readColourProfile` gives it
 */
export function writeOutputIntent(file: PdfFile, profile: Uint8Array): void {
  const stream = file.reserve();
  file.writeStream(stream, '/N 3/Filter/FlateDecode', profile);
  const intent = file.reserve();
  file.write(
    intent,
    '<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB IEC61966-2.1)/OutputConditionIdentifier(sRGB IEC61966-2.1)' +
      `/DestOutputProfile ${reference(stream)}>>`,
  );
  file.catalog.set('OutputIntents', `[${reference(intent)}]`);
}
