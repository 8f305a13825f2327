import { Call } from "../formula/formula.ts";
import { Constant, type Formula, Named, Variable } from "../formula/formula.ts";
import { hashOf, mix } from "../formula/interned.ts";
import { hashOfNumber, toNumber } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { numeric } from "./term.ts";

/** What formulas are sorted by: nothing of it tells how or when they were made. */
interface Key {
  /** As a polynomial in the variables. */
  readonly degree: number;
  /** Numbers, named constants, variables, sums, calls. */
  readonly rank: number;
  /** The beginning of the formula, written out. */
  readonly text: string;
  /** Two hashes of the whole. */
  readonly hash: number;
  readonly check: number;
}

const mostText = 32;

/** x2 before x10: a run of digits is preceded by its length. */
const natural = (name: string): string =>
  name.replace(/\d+/g, (digits) => String.fromCharCode(48 + Math.min(digits.length, 9)) + digits);

/** Higher powers come first: x², x·y, y². */
const powerMark = (exponent: number): string =>
  String.fromCharCode(0x2100 - Math.max(-64, Math.min(64, Math.round(4 * exponent))));

const leaf = (rank: number, degree: number, text: string): Key => {
  const hash = hashOf(text);
  return {
    degree,
    rank,
    text: text.slice(0, mostText),
    hash,
    check: mix(hash, text.length + rank),
  };
};

/** The order of terms and factors, as in a textbook: by degree or kind, then by name. */
export class Order {
  private readonly keys = new Map<Formula, Key>();
  constructor(private readonly canon: Canon) {}

  /** Terms of a sum: by falling degree, then by name; the number comes last. */
  readonly ofTerms = (a: Formula, b: Formula): number => {
    const [x, y] = [this.key(a), this.key(b)];
    if ((x.rank === 0) !== (y.rank === 0)) return y.rank === 0 ? -1 : 1;
    return y.degree - x.degree || this.byText(x, y) || a.order - b.order;
  };

  /** Factors of a product: by kind, then by name. */
  readonly ofFactors = (a: Formula, b: Formula): number => {
    const [x, y] = [this.key(a), this.key(b)];
    return x.rank - y.rank || this.byText(x, y) || a.order - b.order;
  };

  private byText(x: Key, y: Key): number {
    if (x.text !== y.text) return x.text < y.text ? -1 : 1;
    return x.hash - y.hash || x.check - y.check;
  }

  private key(formula: Formula): Key {
    const known = this.keys.get(formula);
    if (known !== undefined) return known;
    const stack = [formula];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const parts = this.partsOf(top);
      const missing = parts.filter((part) => !this.keys.has(part));
      if (missing.length > 0) stack.push(...missing.slice(0, 1000));
      else {
        stack.pop();
        if (!this.keys.has(top)) this.keys.set(top, this.make(top));
      }
    }
    return this.keys.get(formula)!;
  }

  private partsOf(formula: Formula): readonly Formula[] {
    const sum = this.canon.sums.get(formula);
    if (sum !== undefined) return sum.map((term) => term.body);
    const product = this.canon.products.get(formula);
    if (product !== undefined) return product.flatMap((f) => [f.base, f.exponent.body]);
    return formula.operands;
  }

  private make(formula: Formula): Key {
    if (formula instanceof Variable) return leaf(2, 1, natural(formula.name));
    if (formula instanceof Named) return leaf(1, 0, formula.name);
    if (formula instanceof Constant) {
      const { exact } = formula;
      return leaf(0, 0, typeof exact === "number" ? String(exact) : `${exact.n}/${exact.d}`);
    }
    if (this.canon.sums.has(formula)) return this.ofSum(formula);
    return this.canon.products.has(formula) ? this.ofProduct(formula) : this.ofCall(formula);
  }

  private ofSum(formula: Formula): Key {
    let [degree, text, hash, check] = [0, "", 3, 5];
    for (const { coefficient, body } of this.canon.sums.get(formula)!) {
      const key = this.keys.get(body)!;
      const number = hashOfNumber(coefficient);
      degree = Math.max(degree, key.degree);
      if (text.length < mostText) text += `${key.text}+`;
      hash = mix(mix(hash, key.hash), number);
      check = mix(mix(check, key.check), number);
    }
    return { degree, rank: 3, text: text.slice(0, mostText), hash, check };
  }

  private ofProduct(formula: Formula): Key {
    const factors = this.canon.products.get(formula)!;
    let [degree, text, hash, check] = [0, "", 11, 13];
    for (const { base, exponent } of factors) {
      const [key, power] = [this.keys.get(base)!, this.keys.get(exponent.body)!];
      const by = numeric(exponent);
      const number = by === undefined ? 1 : toNumber(by);
      degree += key.degree * number;
      if (text.length < mostText) text += key.text + powerMark(number);
      const mark = hashOfNumber(exponent.coefficient);
      hash = mix(mix(mix(hash, key.hash), power.hash), mark);
      check = mix(mix(mix(check, key.check), power.check), mark);
    }
    const rank = factors.length === 1 ? this.keys.get(factors[0]!.base)!.rank : 4;
    return { degree, rank, text: text.slice(0, mostText), hash, check };
  }

  private ofCall(formula: Formula): Key {
    if (!(formula instanceof Call)) throw new TypeError("leaves have been taken above");
    const { rule, s } = formula;
    const name = s === undefined ? rule.name : `${rule.name}${JSON.stringify(s)}`;
    let [text, hash, check] = [name, hashOf(name), name.length];
    for (const operand of formula.operands) {
      const key = this.keys.get(operand)!;
      if (text.length < mostText) text += ` ${key.text}`;
      hash = mix(hash, key.hash);
      check = mix(check, key.check);
    }
    return { degree: 0, rank: 5, text: text.slice(0, mostText), hash, check };
  }
}
