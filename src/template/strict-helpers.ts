import { escapeHtml, hasRightToLeft, isolated, withoutControls, withoutTags } from '../content/markup.js';
import type { Handlebars, HelperOptions } from './handlebars.js';
import { INTERNAL_HELPERS } from './helper-rules.js';
import { isTrue, plainValue } from './helpers.js';
import { lookUp } from './look-up.js';
import { reportFrom, stateOf } from './render-state.js';

/** Registers the helpers that the compiler puts into templates, and makes the blocks `if`, `unless`, `each` and `with` strict. */
export function registerStrictHelpers(handlebars: Handlebars): void {
  registerPrinting(handlebars);
  registerBlocks(handlebars);
}

function registerPrinting(handlebars: Handlebars): void {
  const { SafeString } = handlebars;

  handlebars.registerHelper(
    INTERNAL_HELPERS.get,
    (root: unknown, written: string, ...rest: readonly unknown[]) => {
      return lookUp(
        { root, written, parts: rest.slice(0, -1) as readonly string[] },
        rest.at(-1) as HelperOptions,
      );
    },
  );

  handlebars.registerHelper(INTERNAL_HELPERS.text, (value: unknown, call: HelperOptions) => {
    if (value instanceof SafeString) return value;
    const text = withoutControls(String(plainValue(value, call) ?? ''));
    // Isolates are only needed, and only written, where two directions meet.
    const isMixed = stateOf(call).translator.dir === 'rtl' || hasRightToLeft(text);
    return isMixed && text !== '' ? new SafeString(isolated(escapeHtml(text), false).html) : text;
  });

  handlebars.registerHelper(INTERNAL_HELPERS.plain, (value: unknown, call: HelperOptions) => {
    if (value instanceof SafeString) return new SafeString(withoutTags(value.toString()));
    return withoutControls(String(plainValue(value, call) ?? ''));
  });
}

function registerBlocks(handlebars: Handlebars): void {
  const each = handlebars.helpers['each'] as (this: unknown, value: unknown, call: HelperOptions) => string;

  handlebars.registerHelper('if', function (this: unknown, value: unknown, call: HelperOptions) {
    return isTrue(value, call) ? call.fn(this) : call.inverse(this);
  });

  handlebars.registerHelper('unless', function (this: unknown, value: unknown, call: HelperOptions) {
    return isTrue(value, call) ? call.inverse(this) : call.fn(this);
  });

  handlebars.registerHelper('with', function (this: unknown, value: unknown, call: HelperOptions) {
    return isTrue(value, call)
      ? call.fn(value, { data: call.data, blockParams: [value] })
      : call.inverse(this);
  });

  handlebars.registerHelper('each', function (this: unknown, value: unknown, call: HelperOptions) {
    const isNothing = value === undefined || value === null || value === stateOf(call).missing;
    if (isNothing) return call.inverse(this);
    if (typeof value === 'object') return each.call(this, value, call);
    reportFrom(call)({
      code: 'template/not-a-list',
      severity: 'error',
      message: '{{#each}} was given neither a list nor an object.',
    });
    return '';
  });

  handlebars.registerHelper(INTERNAL_HELPERS.block, function (this: unknown, call: HelperOptions) {
    if (call.data['partial-block'] !== undefined) return call.fn(this);
    reportFrom(call)({
      code: 'template/missing-block',
      severity: 'error',
      message: 'This partial prints the block it is called with, but was called without one.',
      hint: 'Call it with {{#> name}}…{{/name}}, or ask {{#if @partial-block}} here.',
    });
    return '';
  });
}
