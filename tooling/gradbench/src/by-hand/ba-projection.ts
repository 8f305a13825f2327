const triple = (): Float64Array => new Float64Array(3);

/** to = a × b */
const cross = (a: Float64Array, b: Float64Array, to: Float64Array): void => {
  to[0] = a[1]! * b[2]! - a[2]! * b[1]!;
  to[1] = a[2]! * b[0]! - a[0]! * b[2]!;
  to[2] = a[0]! * b[1]! - a[1]! * b[0]!;
};

const dot = (a: Float64Array, b: Float64Array): number =>
  a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;

/** One camera that looks at one point, with room for all that is between them. */
export class Projection {
  readonly camera = new Float64Array(11);
  readonly point = triple();
  /** Where the point is seen, in pixels. */
  u = 0;
  v = 0;
  private readonly r = this.camera.subarray(0, 3);
  /** The point from the centre of the camera, r × it, and it as the camera is turned. */
  private readonly x = triple();
  private readonly turned = triple();
  private readonly y = triple();
  /** ∂u/∂y or ∂v/∂y. */
  private readonly row = triple();
  private readonly crossed = triple();
  /** θ², cos θ, sin θ/θ, (1 − cos θ)/θ², r·x */
  private squared = 0;
  private cosine = 0;
  private sine = 0;
  private versine = 0;
  private along = 0;
  /** y on the plane at distance 1, the square of its distance from the axis, and the distortion. */
  private p = 0;
  private q = 0;
  private rho = 0;
  private distortion = 0;

  project(): void {
    const { camera, point, r, x, y, turned } = this;
    for (let k = 0; k < 3; k++) x[k] = point[k]! - camera[3 + k]!;
    this.squared = dot(r, r);
    const angle = Math.sqrt(this.squared);
    this.cosine = Math.cos(angle);
    this.sine = angle > 0 ? Math.sin(angle) / angle : 1;
    this.versine = angle > 0 ? (1 - this.cosine) / this.squared : 0;
    this.along = dot(r, x);
    cross(r, x, turned);
    for (let k = 0; k < 3; k++)
      y[k] = this.cosine * x[k]! + this.sine * turned[k]! + this.versine * this.along * r[k]!;
    this.p = y[0]! / y[2]!;
    this.q = y[1]! / y[2]!;
    this.rho = this.p * this.p + this.q * this.q;
    this.distortion = 1 + this.rho * (camera[9]! + camera[10]! * this.rho);
    this.u = camera[6]! * this.distortion * this.p + camera[7]!;
    this.v = camera[6]! * this.distortion * this.q + camera[8]!;
  }

  /** w times the derivatives of u and of v in the camera's eleven parameters and the point's three. */
  derivative(w: number, u: Float64Array, v: Float64Array): void {
    const { camera, p, q, rho, distortion } = this;
    const focal = w * camera[6]!;
    const bend = 2 * (camera[9]! + 2 * camera[10]! * rho);
    const mixed = focal * bend * p * q;
    this.fill(u, focal * (distortion + bend * p * p), mixed);
    this.fill(v, mixed, focal * (distortion + bend * q * q));
    const parts = [p, q];
    [u, v].forEach((to, k) => {
      to[6] = w * distortion * parts[k]!;
      to[7 + k] = w;
      to[9] = focal * parts[k]! * rho;
      to[10] = to[9] * rho;
    });
  }

  /** The derivatives in r, in the centre and in the point, of what has these in p and q. */
  private fill(to: Float64Array, byP: number, byQ: number): void {
    const { r, x, y, row, turned, crossed, squared, cosine, sine, versine, along } = this;
    row[0] = byP / y[2]!;
    row[1] = byQ / y[2]!;
    row[2] = -(byP * this.p + byQ * this.q) / y[2]!;
    const [rowX, rowR, rowTurned] = [dot(row, x), dot(row, r), dot(row, turned)];
    // (cos θ)′, (sin θ/θ)′ and ((1 − cos θ)/θ²)′, each over r; at r = 0 they do not count.
    const sineBy = squared > 0 ? (cosine - sine) / squared : 0;
    const versineBy = squared > 0 ? (sine - 2 * versine) / squared : 0;
    const common = -sine * rowX + sineBy * rowTurned + versineBy * along * rowR;
    cross(x, row, crossed);
    for (let k = 0; k < 3; k++)
      to[k] = common * r[k]! + sine * crossed[k]! + versine * (x[k]! * rowR + along * row[k]!);
    cross(row, r, crossed);
    for (let k = 0; k < 3; k++) {
      const byX = cosine * row[k]! + sine * crossed[k]! + versine * rowR * r[k]!;
      to[3 + k] = -byX;
      to[11 + k] = byX;
    }
  }
}
