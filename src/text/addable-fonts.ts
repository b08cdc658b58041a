import type { ReadPackageFile } from './font-file.js';

/** A family of static fonts: its package is `@expo-google-fonts/` and the folder. */
export type Family = Readonly<{ folder: string; name: string }>;

/** Families that don't come with the program and are used as soon as their package is installed, by ISO 15924 code. */
const ADDABLE: ReadonlyMap<string, Family> = new Map([
  ['Geor', { folder: 'noto-sans-georgian', name: 'NotoSansGeorgian' }],
  ['Knda', { folder: 'noto-sans-kannada', name: 'NotoSansKannada' }],
  ['Laoo', { folder: 'noto-sans-lao', name: 'NotoSansLao' }],
  ['Mlym', { folder: 'noto-sans-malayalam', name: 'NotoSansMalayalam' }],
  ['Orya', { folder: 'noto-sans-oriya', name: 'NotoSansOriya' }],
  ['Sinh', { folder: 'noto-sans-sinhala', name: 'NotoSansSinhala' }],
  ['Telu', { folder: 'noto-sans-telugu', name: 'NotoSansTelugu' }],
  ['Thaa', { folder: 'noto-sans-thaana', name: 'NotoSansThaana' }],
]);

/** The families that may be added. */
export type AddableFonts = Readonly<{
  /** The family of a script, if its package is installed. */
  installed(script: string): Family | undefined;
  /** The package that would have to be added for a script; undefined where it is there, or where none is known. */
  missingPackage(script: string): string | undefined;
}>;

/** Looks for a package when its script is first asked for, and never again. */
export function createAddableFonts(read: ReadPackageFile): AddableFonts {
  const known = new Map<string, boolean>();
  const isInstalled = (packageName: string): boolean => {
    let there = known.get(packageName);
    if (there === undefined) known.set(packageName, (there = canRead(read, packageName)));
    return there;
  };
  return {
    installed: (script) => {
      const family = ADDABLE.get(script);
      return family && isInstalled(packageOf(family)) ? family : undefined;
    },
    missingPackage: (script) => {
      const family = ADDABLE.get(script);
      return family && !isInstalled(packageOf(family)) ? packageOf(family) : undefined;
    },
  };
}

/** The package of a family. */
export function packageOf({ folder }: Family): string {
  return `@expo-google-fonts/${folder}`;
}

function canRead(read: ReadPackageFile, packageName: string): boolean {
  try {
    read(packageName, 'package.json');
    return true;
  } catch {
    return false;
  }
}
