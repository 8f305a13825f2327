import type { Integers } from "./integer.ts";

/** A polynomial with coefficients 0 … p − 1, that of xᵏ at k; the last is not 0. */
export type Residues = readonly number[];

/**
 * Arithmetic of polynomials modulo a prime p < 2²⁶: products of coefficients stay exact as numbers.
 */
export class Modular {
  constructor(readonly p: number) {}

  of(f: Integers): Residues {
    const p = BigInt(this.p);
    return trimmed(f.map((c) => Number(((c % p) + p) % p)));
  }

  /** 1/a (Fermat: aᵖ⁻²). */
  inverse(a: number): number {
    let result = 1;
    for (let e = this.p - 2; e > 0; e = Math.floor(e / 2)) {
      if (e % 2 === 1) result = (result * a) % this.p;
      a = (a * a) % this.p;
    }
    return result;
  }

  minus(f: Residues, g: Residues): Residues {
    const { p } = this;
    const length = Math.max(f.length, g.length);
    return trimmed(Array.from({ length }, (_, k) => ((f[k] ?? 0) + p - (g[k] ?? 0)) % p));
  }

  product(f: Residues, g: Residues): Residues {
    if (f.length === 0 || g.length === 0) return [];
    const result = Array.from({ length: f.length + g.length - 1 }, () => 0);
    for (let i = 0; i < f.length; i++) {
      for (let j = 0; j < g.length; j++) {
        result[i + j] = (result[i + j]! + f[i]! * g[j]!) % this.p;
      }
    }
    return result;
  }

  monic(f: Residues): Residues {
    const top = this.inverse(f.at(-1) ?? 1);
    return f.map((c) => (c * top) % this.p);
  }

  /** Quotient and remainder; g is not 0. */
  divided(f: Residues, g: Residues): readonly [Residues, Residues] {
    const { p } = this;
    const rest = [...f];
    const result: number[] = [];
    const top = this.inverse(g.at(-1)!);
    for (let k = f.length - g.length; k >= 0; k--) {
      const q = (result[k] = (rest[k + g.length - 1]! * top) % p);
      for (let j = 0; j < g.length; j++) rest[k + j] = (rest[k + j]! + (p - q) * g[j]!) % p;
    }
    return [result, trimmed(rest)];
  }

  remainder(f: Residues, g: Residues): Residues {
    return f.length < g.length ? f : this.divided(f, g)[1];
  }

  gcd(f: Residues, g: Residues): Residues {
    while (g.length > 0) [f, g] = [g, this.remainder(f, g)];
    return this.monic(f);
  }

  /** s with s·f ≡ 1 modulo g, of lower degree; f and g have no factor in common. */
  inverseModulo(f: Residues, g: Residues): Residues {
    let [a, b]: [Residues, Residues] = [g, this.remainder(f, g)];
    let [s, t]: [Residues, Residues] = [[], [1]];
    while (b.length > 1) {
      const [q, rest] = this.divided(a, b);
      [a, b] = [b, rest];
      [s, t] = [t, this.minus(s, this.product(q, t))];
    }
    const unit = this.inverse(b[0]!);
    return this.remainder(
      t.map((c) => (c * unit) % this.p),
      g,
    );
  }

  /** fᵉ modulo g */
  power(f: Residues, e: bigint, g: Residues): Residues {
    let result: Residues = [1];
    for (const bit of e.toString(2)) {
      result = this.remainder(this.product(result, result), g);
      if (bit === "1") result = this.remainder(this.product(result, f), g);
    }
    return result;
  }
}

const trimmed = (f: Residues): Residues => {
  let n = f.length;
  while (n > 0 && f[n - 1] === 0) n--;
  return n === f.length ? f : f.slice(0, n);
};
