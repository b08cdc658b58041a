import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';

/** What an XMP packet says of a file. */
export type XmpProperties = Readonly<{
  title: string | undefined;
  creator: string | undefined;
  description: string | undefined;
  keywords: string | undefined;
  creatorTool: string | undefined;
  producer: string | undefined;
  createDate: string | undefined;
  modifyDate: string | undefined;
  language: string | undefined;
  aPart: string | undefined;
  aConformance: string | undefined;
  uaPart: string | undefined;
}>;

/** Reads an XMP packet; undefined when it is not well-formed XML. Properties may be elements or attributes. */
export function readXmp(packet: string): XmpProperties | undefined {
  const properties = new Map<string, string>();
  try {
    const visit = (element: XmlElement): void => {
      for (const [name, value] of Object.entries(element.attributes)) properties.set(name, value);
      if (!properties.has(element.name)) properties.set(element.name, element.text.trim());
      for (const child of element.children) if (child instanceof XmlElement) visit(child);
    };
    for (const node of parseXml(packet.trim()).children) if (node instanceof XmlElement) visit(node);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  return {
    title: properties.get('dc:title'),
    creator: properties.get('dc:creator'),
    description: properties.get('dc:description'),
    keywords: properties.get('pdf:Keywords'),
    creatorTool: properties.get('xmp:CreatorTool'),
    producer: properties.get('pdf:Producer'),
    createDate: properties.get('xmp:CreateDate'),
    modifyDate: properties.get('xmp:ModifyDate'),
    language: properties.get('dc:language'),
    aPart: properties.get('pdfaid:part'),
    aConformance: properties.get('pdfaid:conformance')?.toUpperCase(),
    uaPart: properties.get('pdfuaid:part'),
  };
}
