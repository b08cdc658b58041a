import { pluralFormsOf, formattingLocale } from '../content/locale.js';

/** How Gettext chooses among the forms of a plural: the forms in order, and an expression of C that gives the number of one. */
export type PluralFormula = Readonly<{ forms: readonly Intl.LDMLPluralRule[]; expression: string }>;

const MILLIONS = 'n != 0 && n % 1000000 == 0';
const SLAVIC_FEW = 'n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)';

const other: PluralFormula = { forms: ['other'], expression: '0' };
const oneOther: PluralFormula = { forms: ['one', 'other'], expression: 'n != 1' };
const zeroOneOther: PluralFormula = { forms: ['one', 'other'], expression: 'n > 1' };
const oneManyOther: PluralFormula = {
  forms: ['one', 'many', 'other'],
  expression: `n == 1 ? 0 : ${MILLIONS} ? 1 : 2`,
};
const zeroOneManyOther: PluralFormula = {
  forms: ['one', 'many', 'other'],
  expression: `n <= 1 ? 0 : ${MILLIONS} ? 1 : 2`,
};
const eastSlavic: PluralFormula = {
  forms: ['one', 'few', 'many'],
  expression: `n % 10 == 1 && n % 100 != 11 ? 0 : ${SLAVIC_FEW} ? 1 : 2`,
};

/** By language. A category that only fractions fall into, such as the Russian `other`, is in no formula. */
const formulas: ReadonlyMap<string, PluralFormula> = new Map([
  ...['ja', 'ko', 'th', 'vi', 'zh'].map((lang) => [lang, other] as const),
  ...['de', 'en', 'ht', 'ur'].map((lang) => [lang, oneOther] as const),
  ...['bn', 'fa', 'hi', 'pa'].map((lang) => [lang, zeroOneOther] as const),
  ...['es', 'it'].map((lang) => [lang, oneManyOther] as const),
  ...['fr', 'pt'].map((lang) => [lang, zeroOneManyOther] as const),
  ...['ru', 'uk'].map((lang) => [lang, eastSlavic] as const),
  ['he', { forms: ['one', 'two', 'other'], expression: 'n == 1 ? 0 : n == 2 ? 1 : 2' }],
  ['pl', { forms: ['one', 'few', 'many'], expression: `n == 1 ? 0 : ${SLAVIC_FEW} ? 1 : 2` }],
  [
    'ar',
    {
      forms: ['zero', 'one', 'two', 'few', 'many', 'other'],
      expression:
        'n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5',
    },
  ],
  [
    'tl',
    {
      forms: ['one', 'other'],
      expression: 'n >= 4 && (n % 10 == 4 || n % 10 == 6 || n % 10 == 9)',
    },
  ],
]);

/**
 * The formula of a language, which agrees with CLDR for whole numbers; undefined where none is known, so that every form needs an
 * entry of its own.
 * @see Language Plural Rules, CLDR
 */
export function pluralFormulaOf(lang: string): PluralFormula | undefined {
  const language = new Intl.Locale(lang).language;
  return formulas.get(language === 'fil' ? 'tl' : language);
}

/** Writes a formula as the header of a PO file has it. */
export function pluralHeader({ forms, expression }: PluralFormula): string {
  return `nplurals=${forms.length}; plural=(${expression});`;
}

/**
 * Reads the header of a PO file and finds which CLDR categories each of its forms serves.
 * @returns for every form its categories; undefined where the header can't be read or two of its forms share a category
 */
export function readPluralHeader(
  header: string,
  lang: string,
): readonly (readonly Intl.LDMLPluralRule[])[] | undefined {
  const match = /^\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*$/.exec(header);
  const choose = match && parseExpression(match[2]!);
  if (!choose) return undefined;
  const formCount = Number(match[1]);
  const rules = new Intl.PluralRules(formattingLocale(lang));
  const formOf = new Map<Intl.LDMLPluralRule, number>();
  for (const number of samples) {
    const [category, form] = [rules.select(number), choose(number)];
    if (form >= formCount || (formOf.get(category) ?? form) !== form) return undefined;
    formOf.set(category, form);
  }
  const { categories } = pluralFormsOf(lang);
  return Array.from({ length: formCount }, (_, form) =>
    categories.filter((category) => formOf.get(category) === form),
  );
}

const samples = [...Array(1001).keys(), 1_000_000, 1_000_001, 2_000_000];

const TOKEN = /\s*(n|\d+|\|\||&&|[=!<>]=|[<>?:%()!+-])/y;
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['%'],
];

type Expression = (n: number) => number;

/** Reads an expression of C with n as its one variable; undefined where it isn't one. */
function parseExpression(text: string): Expression | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; text.slice(end).trim() !== ''; end = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || tokens.length > 300) return undefined;
    tokens.push(token);
  }
  const parser = new ExpressionParser(tokens);
  const expression = parser.readChoice();
  return parser.isAtEnd ? expression : undefined;
}

class ExpressionParser {
  #next = 0;

  constructor(readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.#next === this.tokens.length;
  }

  readChoice(): Expression | undefined {
    const condition = this.#readLevel(0);
    if (!this.#take('?')) return condition;
    const yes = this.readChoice();
    if (!this.#take(':')) return undefined;
    const no = this.readChoice();
    return condition && yes && no && ((n) => (condition(n) !== 0 ? yes(n) : no(n)));
  }

  #readLevel(level: number): Expression | undefined {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#readOperand();
    let left = this.#readLevel(level + 1);
    for (;;) {
      const operator = operators.find((name) => this.#take(name));
      if (operator === undefined) return left;
      const [one, two] = [left, this.#readLevel(level + 1)];
      left = one && two && ((n) => calculate(operator, one(n), two(n)));
    }
  }

  #readOperand(): Expression | undefined {
    if (this.#take('(')) {
      const inner = this.readChoice();
      return this.#take(')') ? inner : undefined;
    }
    if (this.#take('!')) {
      const inner = this.#readOperand();
      return inner && ((n) => Number(inner(n) === 0));
    }
    const token = this.tokens[this.#next++];
    if (token === 'n') return (n) => n;
    return token !== undefined && /^\d+$/.test(token) ? () => Number(token) : undefined;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#next] !== token) return false;
    this.#next += 1;
    return true;
  }
}

function calculate(operator: string, one: number, two: number): number {
  switch (operator) {
    case '||':
      return Number(one !== 0 || two !== 0);
    case '&&':
      return Number(one !== 0 && two !== 0);
    case '==':
      return Number(one === two);
    case '!=':
      return Number(one !== two);
    case '<':
      return Number(one < two);
    case '>':
      return Number(one > two);
    case '<=':
      return Number(one <= two);
    case '>=':
      return Number(one >= two);
    case '+':
      return one + two;
    case '-':
      return one - two;
    default:
      return two === 0 ? Number.NaN : one % two;
  }
}
