const PLURAL_KEY = /^(.+)_(zero|one|two|few|many|other)$/;

/** A key taken apart: `weeks_few` is the form `few` of `weeks`. */
export type PluralKey = Readonly<{ base: string; category: Intl.LDMLPluralRule | undefined }>;

/** Takes the plural category off a key, as i18next writes it. */
export function splitPluralKey(key: string): PluralKey {
  const match = PLURAL_KEY.exec(key);
  if (!match) return { base: key, category: undefined };
  return { base: match[1]!, category: match[2] as Intl.LDMLPluralRule };
}
