/**
 * Scripts of characters and of texts.
 * @see UAX #24, Unicode Script Property
 */

/** ISO 15924 codes of the scripts that the itemiser tells apart; any other script is `Zzzz`. */
const SCRIPTS = [
  ...['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Beng', 'Gujr', 'Guru', 'Taml', 'Telu', 'Knda', 'Mlym'],
  ...['Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Ethi', 'Armn', 'Geor', 'Hani', 'Hira', 'Kana', 'Hang', 'Bopo'],
  ...['Orya', 'Thaa'],
] as const;

const MATCHERS = SCRIPTS.map((script) => {
  const matcher = (property: string) => new RegExp(`^\\p{${property}=${script}}$`, 'u');
  return [script, { script: matcher('Script'), extension: matcher('Script_Extensions') }] as const;
});
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]$/u;

/** Tells the script of each UTF-16 code unit of a text, with shared characters resolved by their neighbours. */
export type ScriptResolver = (text: string) => readonly string[];

/**
 * Makes a resolver that remembers the scripts of every character it has met. Characters shared between scripts (spaces,
 * digits, punctuation, combining marks) take the script before them; at the start of a text the first script after them.
 * A character shared by a few scripts only, such as the Arabic comma, takes one of these.
 */
export function createScriptResolver(): ScriptResolver {
  const known = new Map<number, readonly string[]>();
  return (text) => {
    const scripts = new Array<string>(text.length);
    let current: string | undefined;
    let resolvedFrom = 0;
    for (let offset = 0; offset < text.length;) {
      const codePoint = text.codePointAt(offset)!;
      const length = codePoint > 0xffff ? 2 : 1;
      let own = known.get(codePoint);
      if (own === undefined) known.set(codePoint, (own = scriptsOf(String.fromCodePoint(codePoint))));
      if (own.length > 0 && current === undefined) resolvedFrom = offset;
      if (own.length > 0 && (current === undefined || !own.includes(current))) current = own[0]!;
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

/** The scripts that one character is used in, or none for one that any script may use. */
function scriptsOf(character: string): readonly string[] {
  if (!SHARED.test(character)) {
    return [MATCHERS.find(([, { script }]) => script.test(character))?.[0] ?? 'Zzzz'];
  }
  return MATCHERS.filter(([, { extension }]) => extension.test(character)).map(([script]) => script);
}
