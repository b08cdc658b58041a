import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Reads a file of an installed package. */
export function readPackaged(packageName: string, file: string): Uint8Array {
  return readFileSync(require.resolve(`${packageName}/${file}`));
}

/** One static font of the Expo packages, as `readStaticFont('noto-sans-thai', '400Regular', 'NotoSansThai')`. */
export function readStaticFont(family: string, style: string, name: string): Uint8Array {
  return readPackaged(`@expo-google-fonts/${family}`, `${style}/${name}_${style}.ttf`);
}
