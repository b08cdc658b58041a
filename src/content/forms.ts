import type { Message, Messages } from './json.js';
import { splitPluralKey } from './plural.js';

/** The forms of one text: `form` for a text without plurals, else its plural categories. */
export type Forms = ReadonlyMap<Intl.LDMLPluralRule | 'form', Message>;

/** Groups messages by key, the forms of a plural together, in the order of the file. */
export function groupForms(messages: Messages): ReadonlyMap<string, Forms> {
  const groups = new Map<string, Map<Intl.LDMLPluralRule | 'form', Message>>();
  for (const message of messages.values()) {
    const { base, category } = splitPluralKey(message.key);
    const forms = groups.get(base) ?? new Map<Intl.LDMLPluralRule | 'form', Message>();
    forms.set(category ?? 'form', message);
    groups.set(base, forms);
  }
  return groups;
}
