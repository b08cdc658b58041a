/** A picture made of pixels, ready to be embedded. */
export type RasterImage = JpegImage | PixelImage;

/** A JPEG file, embedded as it is. */
export type JpegImage = Readonly<{
  kind: 'jpeg';
  /** In pixels. */
  width: number;
  height: number;
  /** 1 is grey, 3 is colour. CMYK files are refused. */
  components: 1 | 3;
  bytes: Uint8Array;
}>;

/** Decoded pixels, 8 bits a channel, rows from the top. */
export type PixelImage = Readonly<{
  kind: 'pixels';
  width: number;
  height: number;
  /** RGB, three bytes a pixel. */
  rgb: Uint8Array;
  /** One byte a pixel; absent when every pixel is opaque. */
  alpha?: Uint8Array;
}>;
