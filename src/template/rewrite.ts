import type { KeyUse } from '../content/usage.js';
import { nearestName } from '../base/nearest.js';
import type { Problem, ProblemCode } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import { BLOCK_HELPERS, HELPER_RULES, INTERNAL_HELPERS } from './helper-rules.js';
import { faultsOfCall, type Fault, type HelperCall } from './check-call.js';
import { keyPattern } from './key-pattern.js';
import { strictPath } from './strict-path.js';
import { callOf, isLiteral, isPath, isSubExpression, textOf } from './syntax-tree.js';
import { TagScanner } from './tag-scanner.js';

/** What the rewriting of a template found. */
export type Rewritten = Readonly<{
  problems: readonly Problem[];
  /** Texts that it uses, as far as its source tells. */
  uses: readonly KeyUse[];
  /** Partials that it calls, and where first. */
  partials: ReadonlyMap<string, SourceRange>;
}>;

/** A template to be rewritten. */
export type RewriteInput = Readonly<{
  source: Source;
  /** What `data-at` names its file by. */
  fileIndex: number;
  /** Every template there is. */
  names: readonly string[];
}>;

/**
 * Makes a template's tree strict, in place. Handlebars' own strict mode lets a missing variable pass as an argument, in a
 * hash, in `#if`, `#each` and `#with`, as a partial's parameter and behind `../`; so every path becomes a call of a
 * helper that looks it up and reports what is missing. Printing becomes explicit about where it prints, opening tags
 * learn their place, and all that the template names is checked.
 */
export function rewriteTemplate(program: hbs.AST.Program, input: RewriteInput): Rewritten {
  const rewriter = new Rewriter(input);
  rewriter.program(program);
  return rewriter;
}

/** `{{> name}}`, or `{{#> name}}` with a block. */
type PartialCall = hbs.AST.Statement &
  Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash'> & { program?: hbs.AST.Program };

class Rewriter {
  readonly problems: Problem[] = [];
  readonly uses: KeyUse[] = [];
  readonly partials = new Map<string, SourceRange>();
  readonly #input: RewriteInput;
  readonly #scanner: TagScanner;
  #blockParams: readonly string[] = [];

  constructor(input: RewriteInput) {
    this.#input = input;
    this.#scanner = new TagScanner(input.fileIndex);
  }

  program(program: hbs.AST.Program | undefined): void {
    if (!program) return;
    const outer = this.#blockParams;
    this.#blockParams = [...outer, ...(program.blockParams ?? [])];
    program.body = program.body.map((statement) => this.#statement(statement));
    this.#blockParams = outer;
  }

  #statement(statement: hbs.AST.Statement): hbs.AST.Statement {
    switch (statement.type) {
      case 'ContentStatement': {
        const content = statement as hbs.AST.ContentStatement;
        content.value = this.#scanner.mark(content.value, content.loc.start);
        break;
      }
      case 'MustacheStatement':
        this.#mustache(statement as hbs.AST.MustacheStatement);
        break;
      case 'BlockStatement':
        this.#block(statement as hbs.AST.BlockStatement);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.#partial(statement as PartialCall);
      case 'Decorator':
      case 'DecoratorBlock':
        this.#report(
          statement,
          'template/decorator',
          "{{*…}} can't be used.",
          'Put the part in a file of its own.',
        );
    }
    return statement;
  }

  #mustache(mustache: hbs.AST.MustacheStatement): void {
    const { place } = this.#scanner;
    if (!mustache.escaped) {
      const hint = 'Write two braces. Tags in translations are kept; all else is escaped.';
      this.#report(mustache, 'template/unescaped', 'A value must not be printed without escaping.', hint);
      return;
    }
    if (place === 'tag') {
      const hint = 'Write attributes as name="{{value}}", and tag names and attribute names in full.';
      this.#report(
        mustache,
        'template/unquoted',
        "A value can't be printed inside a tag without quotes.",
        hint,
      );
    }
    const printed = this.#printed(mustache);
    if (!printed) return;
    if (place === 'text' && isSubExpression(printed) && printed.path.original in HELPER_RULES) {
      mustache.params = printed.params;
      mustache.hash = printed.hash;
      return;
    }
    const helper = place === 'text' ? INTERNAL_HELPERS.text : INTERNAL_HELPERS.plain;
    const call = callOf(helper, [printed], mustache.loc);
    mustache.path = call.path;
    mustache.params = call.params;
    mustache.hash = call.hash;
  }

  /** The expression that a mustache prints, rewritten; undefined after a report. */
  #printed(mustache: hbs.AST.MustacheStatement): hbs.AST.Expression | undefined {
    if (!isPath(mustache.path)) {
      this.#report(
        mustache,
        'template/bad-expression',
        'A fixed value stands in a mustache.',
        'Write it as text.',
      );
      return undefined;
    }
    const { path } = mustache;
    const name = path.original;
    const isCall = mustache.params.length > 0 || mustache.hash !== undefined;
    if (!isCall && (!Object.hasOwn(HELPER_RULES, name) || this.#blockParams.includes(name)))
      return this.#lookUp(path);
    if (!this.#checkHelper(mustache, name)) return undefined;
    if (HELPER_RULES[name]!.gives !== 'text') {
      const hint = `Use it as an argument: {{t (${name} …)}} or {{#if (${name} …)}}.`;
      this.#report(mustache, 'template/bad-helper-call', `{{${name}}} gives nothing to print.`, hint);
      return undefined;
    }
    this.#noteKeys(name, mustache);
    this.#rewriteArguments(mustache);
    return { ...callOf(name, mustache.params, mustache.loc), hash: mustache.hash } as hbs.AST.SubExpression;
  }

  #block(block: hbs.AST.BlockStatement): void {
    const name = isPath(block.path) ? block.path.original : '';
    if (this.#isRaw(block)) {
      this.#report(
        block,
        'template/raw-block',
        "{{{{…}}}} can't be used.",
        'Write the text with &#123; for a brace.',
      );
    } else if (!BLOCK_HELPERS.includes(name)) {
      const near = nearestName(name, BLOCK_HELPERS);
      const hint = near
        ? `Did you mean {{#${near}}}?`
        : 'To test a value write {{#if}}, to repeat {{#each}}.';
      this.#report(block, 'template/unknown-helper', `There is no block {{#${name}}}.`, hint);
    } else if (block.params.length !== 1) {
      this.#report(block, 'template/bad-helper-call', `{{#${name}}} needs exactly one value.`);
    }
    this.#rewriteArguments(block);
    const before = this.#scanner.save();
    this.program(block.program);
    const after = this.#scanner.save();
    if (!block.inverse) return;
    this.#scanner.resume(before);
    this.program(block.inverse);
    this.#scanner.resume(after);
  }

  #isRaw(block: hbs.AST.BlockStatement): boolean {
    const line = this.#input.source.text.split('\n')[block.loc.start.line - 1] ?? '';
    return line.startsWith('{{{{', block.loc.start.column);
  }

  #partial(partial: PartialCall): hbs.AST.Statement {
    const isBlock = isPath(partial.name) && partial.name.original === '@partial-block';
    if (isSubExpression(partial.name)) {
      const hint = 'Name the partial, and choose between partials with {{#if}}.';
      this.#report(partial, 'template/dynamic-partial', "The name of a partial can't be computed.", hint);
    } else if (!isBlock) {
      this.#notePartial(partial, String(partial.name.original));
    }
    if (this.#scanner.place !== 'text') {
      const hint = 'Call it between tags.';
      this.#report(
        partial,
        'template/misplaced-partial',
        "A partial can't stand inside a tag or the title.",
        hint,
      );
    }
    this.#rewriteArguments(partial);
    this.program(partial.program);
    return isBlock ? this.#guarded(partial) : partial;
  }

  #notePartial(partial: hbs.AST.Node, name: string): void {
    if (!this.#input.names.includes(name)) {
      const near = nearestName(name, this.#input.names);
      const hint = near ? `Did you mean {{> ${near}}}?` : undefined;
      this.#report(partial, 'template/unknown-partial', `There is no template "${name}".`, hint);
    } else if (!this.partials.has(name)) {
      this.partials.set(name, this.#at(partial));
    }
  }

  /** Puts `{{> @partial-block}}` inside a block helper that reports when the partial was called without a block. */
  #guarded(partial: hbs.AST.Statement): hbs.AST.Statement {
    const strip = { open: false, close: false };
    const program = { type: 'Program', body: [partial], blockParams: [], strip: {}, loc: partial.loc };
    const { path, params } = callOf(INTERNAL_HELPERS.block, [], partial.loc);
    const block = { type: 'BlockStatement', path, params, program, loc: partial.loc };
    return { ...block, openStrip: strip, inverseStrip: strip, closeStrip: strip } as hbs.AST.Statement;
  }

  #rewriteArguments(call: { params: hbs.AST.Expression[]; hash: hbs.AST.Hash }): void {
    call.params = call.params.map((parameter) => this.#expression(parameter));
    for (const pair of call.hash?.pairs ?? []) pair.value = this.#expression(pair.value);
  }

  #expression(expression: hbs.AST.Expression): hbs.AST.Expression {
    if (isPath(expression)) return this.#lookUp(expression);
    if (isLiteral(expression)) {
      const text = textOf(expression);
      if (text !== undefined) this.uses.push({ pattern: text, certain: false, at: this.#at(expression) });
      return expression;
    }
    if (!isSubExpression(expression)) return expression;
    const name = expression.path.original;
    if (this.#checkHelper(expression, name)) {
      this.#noteKeys(name, expression);
      this.#rewriteArguments(expression);
    }
    return expression;
  }

  #lookUp(path: hbs.AST.PathExpression): hbs.AST.Expression {
    const { expression, fault } = strictPath(path, this.#blockParams);
    if (fault) this.#reportFault(path, fault);
    return expression;
  }

  #checkHelper(call: HelperCall, name: string): boolean {
    const faults = faultsOfCall(call, name);
    for (const fault of faults) this.#reportFault(call, fault);
    return faults.length === 0;
  }

  #noteKeys(name: string, call: HelperCall): void {
    const at = this.#at(call);
    const [first] = call.params;
    if (['t', 'texts', 'sentences'].includes(name) && first && textOf(first) !== undefined) {
      this.uses.push({ pattern: textOf(first)!, certain: true, at });
    }
    if (name === 'key') this.uses.push({ pattern: keyPattern(call.params), certain: true, at });
  }

  #at({ loc }: hbs.AST.Node): SourceRange {
    return { file: this.#input.source.file, line: loc.start.line, column: loc.start.column + 1 };
  }

  #reportFault(node: hbs.AST.Node, { code, message, hint }: Fault): void {
    this.#report(node, code, message, hint);
  }

  #report(...[node, code, message, hint]: [hbs.AST.Node, ProblemCode, string, string?]): void {
    const problem: Problem = { code, severity: 'error', message, at: this.#at(node) };
    this.problems.push(hint === undefined ? problem : { ...problem, hint });
  }
}
