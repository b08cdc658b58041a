import type { Direction } from '../base/direction.js';
import { isolatableRuns } from './isolate.js';
import { escapeHtml } from './markup.js';
import { parseMessage, type MessagePart } from './message.js';

/** A translation ready to be filled in: HTML, then a placeholder, then HTML, and so on. It starts and ends with HTML. */
export type CompiledMessage = Readonly<{
  /** One more than there are names. */
  html: readonly string[];
  names: readonly string[];
}>;

/**
 * Makes a translation into HTML with gaps. In a right-to-left language, what `isolatableRuns` finds in its words is put
 * into `<bdi>`. Faults of the translation aren't reported here; `loadCatalogue` has done so.
 */
export function compileMessage(text: string, dir: Direction): CompiledMessage {
  const html = [''];
  const names: string[] = [];
  let isolates = 0;
  for (const part of parseMessage(text).parts) {
    if (part.kind === 'placeholder') {
      names.push(part.name);
      html.push('');
      continue;
    }
    if (isIsolate(part)) isolates += part.kind === 'open' ? 1 : -1;
    html[html.length - 1] +=
      part.kind === 'text' ? words(part.text, dir === 'rtl' && isolates === 0) : part.html;
  }
  return { html, names };
}

function isIsolate(part: MessagePart): boolean {
  return (part.kind === 'open' || part.kind === 'close') && part.name === 'bdi';
}

function words(text: string, isolate: boolean): string {
  if (!isolate) return escapeHtml(text);
  let html = '';
  for (const run of isolatableRuns(text)) {
    if (!run.isolate) html += escapeHtml(run.text);
    else html += `<bdi${run.noBreak ? ' class="no-break"' : ''}>${escapeHtml(run.text)}</bdi>`;
  }
  return html;
}
