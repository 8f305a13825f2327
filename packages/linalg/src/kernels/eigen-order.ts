/**
 * The order of eigenvalues, of which pairs stand together, the positive imaginary part first: by ascending
 * real part, and where real parts agree to n·2⁻⁵² of the largest modulus, so that roundoff does not
 * decide, by ascending modulus of the imaginary part.
 */
export const eigenOrder = (re: Float64Array, im: Float64Array): Int32Array => {
  const heads = Array.from(re.keys()).filter((k) => im[k]! >= 0);
  const modulus = (k: number) => Math.hypot(re[k]!, im[k]!);
  const close = re.length * Number.EPSILON * Math.max(0, ...heads.map(modulus));
  heads.sort((i, j) => re[i]! - re[j]!);
  const groups: number[][] = [];
  let previous = -Infinity;
  for (const head of heads) {
    if (re[head]! - previous > close) groups.push([]);
    groups.at(-1)?.push(head);
    previous = re[head]!;
  }
  const sorted = groups.flatMap((group) => group.sort((i, j) => im[i]! - im[j]!));
  return Int32Array.from(sorted.flatMap((k) => (im[k] === 0 ? [k] : [k, k + 1])));
};
