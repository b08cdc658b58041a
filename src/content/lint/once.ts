/**
 * Remembers what a pure function gives for each name: the lint asks the same of every text of a language. The names are those of
 * languages, word lists and terms, so there are few.
 */
export function once<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? make(name);
    known.set(name, value);
    return value;
  };
}
