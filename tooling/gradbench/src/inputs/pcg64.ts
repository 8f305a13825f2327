import { erfc } from "@jacobian/core/special";

const mask32 = 0xffffffffn;
const mask64 = (1n << 64n) - 1n;
const mask128 = (1n << 128n) - 1n;

const folded = (x: bigint): bigint => x ^ (x >> 16n);

/** A hash whose constant moves on with every call. */
const hashing = (start: bigint, factor: bigint): ((x: bigint) => bigint) => {
  let constant = start;
  return (x) => {
    const mixed = x ^ constant;
    constant = (constant * factor) & mask32;
    return folded((mixed * constant) & mask32);
  };
};

const mixed = (x: bigint, y: bigint): bigint =>
  folded((0xca01f9ddn * x - 0x4973f715n * y) & mask32);

/** Four numbers of 64 bits from a seed of 32, as numpy's SeedSequence makes them (O'Neill 2015). */
const spread = (seed: number): bigint[] => {
  const hash = hashing(0x43b0d7e5n, 0x931e8875n);
  const pool = [BigInt(seed), 0n, 0n, 0n].map(hash);
  for (const from of pool.keys())
    for (const to of pool.keys()) if (from !== to) pool[to] = mixed(pool[to]!, hash(pool[from]!));
  const draw = hashing(0x8b51f9ddn, 0x58f38dedn);
  const words = [...pool, ...pool].map(draw);
  return [0, 2, 4, 6].map((k) => words[k]! | (words[k + 1]! << 32n));
};

/** Where the tail of the normal distribution begins, beyond 256 layers of one area. */
const tail = 3.654152885361008796;

const density = (x: number): number => Math.exp(-0.5 * x * x);

/** The edges of the layers, the outermost first, and the area of each (Marsaglia & Tsang 2000). */
const layers = (): { readonly edges: readonly number[]; readonly area: number } => {
  const area = tail * density(tail) + Math.sqrt(Math.PI / 2) * erfc(tail * Math.SQRT1_2);
  const edges = [tail];
  while (edges.length < 255) {
    const last = edges.at(-1)!;
    edges.push(Math.sqrt(-2 * Math.log(area / last + density(last))));
  }
  return { edges, area };
};

/**
 * The permuted congruential generator PCG64 (O'Neill 2014) with the numbers that
 * `numpy.random.default_rng(seed)` draws; the normal ones to 3·10⁻¹⁵, for the edges of the layers are computed here.
 */
export class Pcg64 {
  private state: bigint;
  private readonly increment: bigint;
  /** By layer, from the base on: its width, that of the one above, and the density at its edge. */
  private readonly width: readonly number[];
  private readonly inner: readonly number[];
  private readonly height: readonly number[];

  constructor(seed: number) {
    const [s1, s0, i1, i0] = spread(seed) as [bigint, bigint, bigint, bigint];
    this.increment = ((((i1 << 64n) | i0) << 1n) | 1n) & mask128;
    this.state = (this.increment + ((s1 << 64n) | s0)) & mask128;
    this.step();
    const { edges, area } = layers();
    const rising = edges.toReversed();
    this.width = [area / density(tail), ...rising];
    this.inner = [tail, 0, ...rising.slice(0, -1)];
    this.height = [1, ...rising.map(density)];
  }

  /** A number of [0, 1), of 53 random bits. */
  uniform(): number {
    return Number(this.next() >> 11n) / 2 ** 53;
  }

  /** A number of the standard normal distribution, by layers of one area. */
  normal(): number {
    for (;;) {
      const bits = this.next();
      const layer = Number(bits & 0xffn);
      const sign = bits & 0x100n ? -1 : 1;
      const part = Number((bits >> 9n) & 0xfffffffffffffn) / 2 ** 52;
      const x = part * this.width[layer]!;
      if (x < this.inner[layer]!) return sign * x;
      if (layer === 0) return this.fromTail(bits);
      const [below, above] = [this.height[layer]!, this.height[layer - 1]!];
      if ((above - below) * this.uniform() + below < density(x)) return sign * x;
    }
  }

  private fromTail(bits: bigint): number {
    for (;;) {
      const x = -Math.log1p(-this.uniform()) / tail;
      const y = -Math.log1p(-this.uniform());
      if (2 * y > x * x) return (bits >> 17n) & 1n ? -(tail + x) : tail + x;
    }
  }

  private step(): void {
    this.state = (this.state * 0x2360ed051fc65da44385df649fccf645n + this.increment) & mask128;
  }

  private next(): bigint {
    this.step();
    const word = ((this.state >> 64n) ^ this.state) & mask64;
    const turn = this.state >> 122n;
    return ((word >> turn) | (word << (64n - turn))) & mask64;
  }
}
