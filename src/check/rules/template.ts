import type { RuleArea } from './rule.js';

/** Rules of the stage `template`. */
export const templateRules: RuleArea = {
  title: 'Templates',
  fixed: 'A page from a broken template would lack words or show code, so the handout isn’t built.',
  rules: {
    'bad-expression': {
      what: 'A template has braces with something that isn’t a name, a helper’s call or a value.',
      why: 'It can’t be filled in.',
      fix: 'Write {{name}}, {{helper value}} or {{#if name}}; move anything cleverer into the data.',
    },
    'bad-helper-call': {
      what: 'A helper is called with too few, too many or unknown values.',
      why: 'It would print something else than was meant.',
      fix: 'Call it as the hint shows.',
    },
    'bad-name': {
      what: 'A template’s file name can’t be used in a call.',
      why: 'Nothing could ever use the file.',
      fix: 'Rename it with small letters, digits and hyphens.',
    },
    decorator: {
      what: 'A template uses a decorator, {{* …}}.',
      why: 'Decorators can change how every other template works.',
      fix: 'Remove it.',
    },
    'dynamic-partial': {
      what: 'A template chooses a partial by a value while it is filled in.',
      why: 'Nobody could then check beforehand that the partial exists.',
      fix: 'Name the partial, and choose with {{#if}}.',
    },
    'misplaced-partial': {
      what: 'A partial is called where none may stand, such as within a tag or an attribute.',
      why: 'It could break the element it stands in.',
      fix: 'Call it between elements.',
    },
    'missing-block': {
      what: 'A partial prints the block it is called with, but was called without one.',
      why: 'The page would lack that part.',
      fix: 'Call it with {{#> name}}…{{/name}}, or ask {{#if @partial-block}} first.',
    },
    'missing-variable': {
      what: 'A template uses a value that nothing provides.',
      why: 'The page would have a hole; most often the name is misspelt.',
      fix: 'Correct the name to that in the hint, or ask {{#if}} for what may be absent.',
    },
    'no-value': {
      what: 'A value that is to be printed is absent here.',
      why: 'The sentence around it would make no sense.',
      fix: 'Put it and its sentence inside an {{#if}}.',
    },
    'not-a-list': {
      what: '{{#each}} or the helper list was given something that isn’t a list.',
      why: 'It would print nothing, and nobody would notice.',
      fix: 'Give it a list.',
    },
    'not-text': {
      what: 'A value that is to be printed is a list or an object.',
      why: 'The page would show code, such as “[object Object]”.',
      fix: 'Print one of its parts, or go through it with {{#each}}.',
    },
    'raw-block': {
      what: 'A template has a raw block, {{{{…}}}}.',
      why: 'What is in it would be printed unchecked.',
      fix: 'Remove the extra braces.',
    },
    'recursive-partial': {
      what: 'A partial calls itself, perhaps through others.',
      why: 'It would never end.',
      fix: 'Take one of the calls out.',
    },
    syntax: {
      what: 'A template’s braces don’t fit together.',
      why: 'It can’t be read, so none of its handouts can be built.',
      fix: 'Look at the place in the message; most often an {{#if}} or {{#each}} isn’t closed.',
    },
    unescaped: {
      what: 'A template prints a value as HTML, with {{{…}}} or {{& …}}.',
      why: 'A value could bring its own markup, or a patient’s name break the page.',
      fix: 'Write two braces; for emphasis within a text use the tags that texts may have.',
      source: 'OWASP, cross-site scripting prevention',
    },
    'unknown-helper': {
      what: 'A template calls a helper that doesn’t exist.',
      why: 'Nothing would be printed there.',
      fix: 'Correct the name to that in the hint.',
    },
    'unknown-partial': {
      what: 'A template calls a partial that doesn’t exist.',
      why: 'That part of the page would be missing.',
      fix: 'Correct the name, or add the file under templates/partials/.',
    },
    'unknown-template': {
      what: 'A series names a template that doesn’t exist.',
      why: 'Its handout can’t be built.',
      fix: 'Correct the name in the series’ file, or add the template.',
    },
    unquoted: {
      what: 'A value stands in an attribute without quotation marks.',
      why: 'A space in the value would end the attribute.',
      fix: 'Put quotation marks around the attribute’s value.',
      source: 'HTML Standard, unquoted attribute value syntax',
    },
  },
};
