/**
 * Scripts of characters and of texts.
 * @see UAX #24, Unicode Script Property
 */

/** ISO 15924 codes of the scripts that the itemiser tells apart; any other script is `Zzzz`. */
const SCRIPTS = [
  ...['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Beng', 'Gujr', 'Guru', 'Taml', 'Telu', 'Knda', 'Mlym'],
  ...['Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Ethi', 'Armn', 'Geor', 'Hani', 'Hira', 'Kana', 'Hang', 'Bopo'],
] as const;

const MATCHERS = SCRIPTS.map((script) => [script, new RegExp(`^\\p{Script=${script}}$`, 'u')] as const);
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]$/u;

/** Tells the script of each UTF-16 code unit of a text, with shared characters resolved by their neighbours. */
export type ScriptResolver = (text: string) => readonly string[];

/**
 * Makes a resolver that remembers the script of every character it has met. Characters shared between scripts
 * (spaces, digits, punctuation, combining marks) take the script before them; at the start of a text the first
 * script after them.
 */
export function createScriptResolver(): ScriptResolver {
  const known = new Map<number, string | undefined>();
  return (text) => {
    const scripts = new Array<string>(text.length);
    let current: string | undefined;
    let resolvedFrom = 0;
    for (let offset = 0; offset < text.length;) {
      const codePoint = text.codePointAt(offset)!;
      const length = codePoint > 0xffff ? 2 : 1;
      if (!known.has(codePoint)) known.set(codePoint, scriptOf(String.fromCodePoint(codePoint)));
      const own = known.get(codePoint);
      if (own !== undefined && current === undefined) resolvedFrom = offset;
      current = own ?? current;
      if (current !== undefined) scripts.fill(current, offset, offset + length);
      offset += length;
    }
    return scripts.fill(
      scripts[resolvedFrom] ?? 'Latn',
      0,
      current === undefined ? text.length : resolvedFrom,
    );
  };
}

/** The script of one character, or undefined for one that several scripts share. */
function scriptOf(character: string): string | undefined {
  if (SHARED.test(character)) return undefined;
  return MATCHERS.find(([, matcher]) => matcher.test(character))?.[0] ?? 'Zzzz';
}
