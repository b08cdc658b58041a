/** What stands after the name of a secret, to the end of its line where it isn't in quotes. */
const SECRET =
  /((?:pass(?:word|phrase)|token|secret)["']?[ \t]*:[ \t]*)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s"'][^\n]*)/gi;
/** Who asks, in an address. */
const USER_INFORMATION = /(:\/\/)([^\s/@"']+)(?=@)/g;

/** Covers what looks like a secret in lines of YAML, and who asks in addresses, letter by letter, so that columns stay as they are. */
export function coverSecrets(text: string): string {
  return text.replace(SECRET, cover).replace(USER_INFORMATION, cover);
}

function cover(_whole: string, name: string, secret: string): string {
  return name + '•'.repeat(secret.length);
}
