import type { VectorImage } from '../graphics/vector.js';

/** A picture that a page can show by itself: a drawing, or a file that every browser reads. */
export type Picture = VectorImage | PictureFile;

/** A PNG or JPEG file as it is. */
export type PictureFile = Readonly<{
  kind: 'file';
  type: 'image/png' | 'image/jpeg';
  /** In pixels. */
  width: number;
  height: number;
  bytes: Uint8Array;
}>;
