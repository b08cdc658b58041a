import type { FormatName } from '../base/format.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Picture } from '../web/picture.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Press } from './press.js';
import type { Job, ReadHandout } from './read.js';

/**
 * Writes a handout that has been read as a web page or as plain text. Only what the format needs is loaded.
 * @returns the file, in UTF-8
 */
export async function publish(
  format: Exclude<FormatName, 'pdf'>,
  { document, images }: ReadHandout,
  { job: { brand, paper, request }, press }: Readonly<{ job: Job; press: Press }>,
): Promise<Uint8Array> {
  if (format === 'text') {
    const { writeText } = await import('../web/write-text.js');
    return new TextEncoder().encode(writeText(document));
  }
  const { writeHtml } = await import('../web/write-html.js');
  const tokens = press.variantOf(brand, request.variants ?? []);
  const pictures = new Map<string, Picture>();
  for (const [source, image] of images) {
    const picture = pictureOf(image, source, press.workspace);
    if (picture !== undefined) pictures.set(source, picture);
  }
  return new TextEncoder().encode(writeHtml(document, { tokens, paper, pictures }));
}

function pictureOf(
  image: VectorImage | RasterImage,
  source: string,
  workspace: Workspace,
): Picture | undefined {
  const { width, height } = image;
  switch (image.kind) {
    case 'vector':
      return image;
    case 'jpeg':
      return { kind: 'file', type: 'image/jpeg', width, height, bytes: image.bytes };
    case 'pixels': {
      // Only the pixels of a PNG file are kept; a browser wants the file.
      const asset = workspace.readAsset(source);
      if (!('bytes' in asset)) return undefined;
      return { kind: 'file', type: 'image/png', width, height, bytes: asset.bytes };
    }
  }
}
