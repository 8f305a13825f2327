const size = 624;

/** 32 bits of a product, as unsigned. */
const times = (a: number, b: number): number => Math.imul(a, b) >>> 0;

/**
 * The Mersenne twister MT19937 (Matsumoto & Nishimura 1998), seeded by one number: the numbers that
 * `numpy.random.seed(seed)` and `numpy.random.rand` draw.
 */
export class MersenneTwister {
  private readonly state = new Uint32Array(size);
  private place = size;

  constructor(seed: number) {
    this.state[0] = seed;
    for (let i = 1; i < size; i++) {
      const last = this.state[i - 1]!;
      this.state[i] = times(1812433253, last ^ (last >>> 30)) + i;
    }
  }

  /** A number of [0, 1), of 53 random bits. */
  uniform(): number {
    const [high, low] = [this.next() >>> 5, this.next() >>> 6];
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** 32 random bits. */
  next(): number {
    if (this.place === size) this.twist();
    let y = this.state[this.place++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < size; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % size]! & 0x7fffffff);
      state[i] = state[(i + 397) % size]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.place = 0;
  }
}
