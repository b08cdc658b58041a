/** Makes static fonts of variable ones. */
export type FontInstancer = Readonly<{
  /**
   * Pins a variable font to one weight.
   * @param font a TrueType font with a weight axis
   * @returns a static font with all of its glyphs and its shaping rules, under the same glyph ids
   * @throws Error when HarfBuzz can't read the font
   */
  pinWeight: (font: Uint8Array, weight: number) => Uint8Array;
}>;

/**
 * Starts HarfBuzz's subsetter, which also makes instances. Do it once, and only for text that needs a variable font.
 * @param module the file `dist/harfbuzz-subset.wasm` of the package harfbuzzjs
 * @see HarfBuzz manual, `hb-subset`
 */
export function startInstancer(module: Uint8Array): FontInstancer {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module));
  const harfbuzz = instance.exports as Subsetter;
  harfbuzz._initialize();
  return { pinWeight: (font, weight) => pinWeight(harfbuzz, font, weight) };
}

/** The part of the platform's WebAssembly that is used here; the compiler knows it only with a browser's types. */
declare const WebAssembly: Readonly<{
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => Readonly<{ exports: unknown }>;
}>;

/** An address in the module's memory. */
type Address = number;

/** The part of HarfBuzz's C interface that is used here. */
type Subsetter = Readonly<{
  memory: Readonly<{ buffer: ArrayBuffer }>;
  _initialize: () => void;
  malloc: (length: number) => Address;
  free: (address: Address) => void;
  hb_blob_create: (
    ...values: [data: Address, length: number, mode: number, user: Address, destroy: Address]
  ) => Address;
  hb_blob_destroy: (blob: Address) => void;
  hb_blob_get_data: (blob: Address, length: Address) => Address;
  hb_blob_get_length: (blob: Address) => number;
  hb_face_create: (blob: Address, index: number) => Address;
  hb_face_destroy: (face: Address) => void;
  hb_face_reference_blob: (face: Address) => Address;
  hb_subset_input_create_or_fail: () => Address;
  hb_subset_input_destroy: (input: Address) => void;
  hb_subset_input_keep_everything: (input: Address) => void;
  hb_subset_input_get_flags: (input: Address) => number;
  hb_subset_input_set_flags: (input: Address, flags: number) => void;
  hb_subset_input_pin_axis_location: (
    ...values: [input: Address, face: Address, tag: number, value: number]
  ) => number;
  hb_subset_or_fail: (face: Address, input: Address) => Address;
}>;

const READ_ONLY = 1;
const NO_HINTING = 1;
const RETAIN_GLYPH_IDS = 2;
const WEIGHT_AXIS = 0x77676874;

function pinWeight(harfbuzz: Subsetter, font: Uint8Array, weight: number): Uint8Array {
  const data = harfbuzz.malloc(font.length);
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, READ_ONLY, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  const input = harfbuzz.hb_subset_input_create_or_fail();
  harfbuzz.hb_subset_input_keep_everything(input);
  const flags = harfbuzz.hb_subset_input_get_flags(input) | NO_HINTING | RETAIN_GLYPH_IDS;
  harfbuzz.hb_subset_input_set_flags(input, flags);
  const pinned = harfbuzz.hb_subset_input_pin_axis_location(input, face, WEIGHT_AXIS, weight);
  const result = pinned === 0 ? 0 : harfbuzz.hb_subset_or_fail(face, input);
  const bytes = result === 0 ? undefined : copyOut(harfbuzz, result);
  harfbuzz.hb_subset_input_destroy(input);
  harfbuzz.hb_face_destroy(face);
  harfbuzz.hb_blob_destroy(blob);
  harfbuzz.free(data);
  if (bytes === undefined) throw new Error('HarfBuzz can make no instance of the font at this weight.');
  return bytes;
}

function copyOut(harfbuzz: Subsetter, face: Address): Uint8Array {
  const blob = harfbuzz.hb_face_reference_blob(face);
  const start = harfbuzz.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(
    start,
    start + harfbuzz.hb_blob_get_length(blob),
  );
  harfbuzz.hb_blob_destroy(blob);
  harfbuzz.hb_face_destroy(face);
  return bytes;
}
