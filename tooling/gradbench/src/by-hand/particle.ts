import { argminByHand } from "./descent.ts";

const step = 0.1;

/** A flight: place and velocity, and the derivative of each in w. */
class Flight {
  private x = 0;
  private y = 8;
  private vx = 0.75;
  private vy = 0;
  private dx = 0;
  private dy = 0;
  private dvx = 0;
  private dvy = 0;

  constructor(private readonly w: number) {}

  /** The acceleration (x − p)/|x − p|³ away from the charge p = (10, q), and its derivative in w. */
  private repel(q: number, dq: number): void {
    const [a, b] = [this.x - 10, this.y - q];
    const squared = a * a + b * b;
    const inverse = 1 / (squared * Math.sqrt(squared));
    const [da, db] = [this.dx, this.dy - dq];
    const dinverse = (-3 * inverse * (a * da + b * db)) / squared;
    this.vx += step * a * inverse;
    this.vy += step * b * inverse;
    this.dvx += step * (da * inverse + a * dinverse);
    this.dvy += step * (db * inverse + b * dinverse);
  }

  /** Until the next step would cross the axis. */
  fly(): this {
    while (this.y + step * this.vy > 0) {
      const { vx, vy, dvx, dvy } = this;
      this.repel(10 - this.w, -1);
      this.repel(0, 0);
      this.x += step * vx;
      this.y += step * vy;
      this.dx += step * dvx;
      this.dy += step * dvy;
    }
    return this;
  }

  /** The square of where it crosses, and its derivative. */
  miss(): { readonly value: number; readonly slope: number } {
    const t = -this.y / this.vy;
    const dt = -(this.dy + t * this.dvy) / this.vy;
    const at = this.x + t * this.vx;
    return { value: at * at, slope: 2 * at * (this.dx + dt * this.vx + t * this.dvx) };
  }
}

const miss = (w: Float64Array) => new Flight(w[0]!).fly().miss();

export const particleByHand = (w: number): number =>
  argminByHand(
    {
      value: (x) => miss(x).value,
      slope: (x, gradient) => (gradient[0] = miss(x).slope),
    },
    Float64Array.of(w),
  )[0]!;
