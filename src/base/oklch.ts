import type { Colour } from './colour.js';
import { colourOf, linearOf, type LinearRgb } from './srgb.js';

/** A colour by how it looks: lightness from 0 to 1, chroma from 0 for greys, hue as an angle in radians. */
export type Oklch = Readonly<{ lightness: number; chroma: number; hue: number }>;

/**
 * Describes a colour by how it looks.
 * @see Björn Ottosson, “A perceptual color space for image processing” (OKLab); CSS Color Level 4, `oklch()`
 */
export function oklchOf(colour: Colour): Oklch {
  const [red, green, blue] = linearOf(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The colour that looks like this. Where no screen can show it, it keeps lightness and hue and is less vivid. */
export function colourOfOklch(wanted: Oklch): Colour {
  if (isShown(linearOfOklch(wanted))) return colourOf(linearOfOklch(wanted));
  let [dull, vivid] = [0, wanted.chroma];
  for (let step = 0; step < halvings; step++) {
    const chroma = (dull + vivid) / 2;
    if (isShown(linearOfOklch({ ...wanted, chroma }))) dull = chroma;
    else vivid = chroma;
  }
  return colourOf(linearOfOklch({ ...wanted, chroma: dull }));
}

const halvings = 16;

function linearOfOklch({ lightness, chroma, hue }: Oklch): LinearRgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The conversions' constants are rounded, so a colour at the edge may come out a hair beyond it. */
function isShown(linear: LinearRgb): boolean {
  return linear.every((light) => light >= -1e-4 && light <= 1 + 1e-4);
}
