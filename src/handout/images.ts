import type { Problem, Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { walkDocument } from '../document/walk.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Brand } from '../workspace/brand.js';
import type { LoadedImage, Press } from './press.js';

/** The colours that pictures are shown in. */
export type Look = Readonly<{ brand: Brand; inGrey: boolean }>;

/** Pictures by the source that figures name. */
export type LoadedImages = ReadonlyMap<string, VectorImage | RasterImage>;

/** How a figure names a QR code: this, and then the code's text. */
const QR_PREFIX = 'qr:';

/**
 * Loads the pictures that a document shows. A picture that was loaded before is taken from the press.
 * @returns pictures by the source that figures name; reports what reading and decoding report
 */
export async function loadImages(
  document: DocumentNode,
  press: Press,
  look: Look,
): Promise<Staged<LoadedImages>> {
  const images = new Map<string, VectorImage | RasterImage>();
  const problems: Problem[] = [];
  for (const node of walkDocument(document)) {
    if (node.kind !== 'figure' || images.has(node.source)) continue;
    const key = `${look.brand.id} ${node.source}`;
    let loaded = press.images.get(key);
    if (loaded === undefined) press.images.set(key, (loaded = await loadSource(node.source, press, look)));
    problems.push(
      ...loaded.problems.map((problem) => (node.at === undefined ? problem : { at: node.at, ...problem })),
    );
    if (loaded.value !== undefined) images.set(node.source, loaded.value);
  }
  return { value: images, problems };
}

async function loadSource(source: string, press: Press, { brand, inGrey }: Look): Promise<LoadedImage> {
  if (source.startsWith(QR_PREFIX)) {
    const { qrCode } = await import('../graphics/qr.js');
    return qrCode(source.slice(QR_PREFIX.length));
  }
  const asset = press.workspace.readAsset(source);
  if (!('bytes' in asset)) return { value: undefined, problems: [asset] };
  const { loadImage } = await import('../graphics/load.js');
  const loaded = await loadImage(asset.bytes, asset.file, press.palette(brand));
  if (!inGrey || loaded.value === undefined) return loaded;
  const { inGreys } = await import('../graphics/in-greys.js');
  const { value, problems } = inGreys(loaded.value, asset.file);
  return { value, problems: [...loaded.problems, ...problems] };
}
