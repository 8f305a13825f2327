/** An output as JSON: typed arrays as lists; a matrix and a sparse Jacobian know how they are shown. */
export const toJson = (x: unknown): string =>
  JSON.stringify(x, (_key, part: unknown) =>
    part instanceof Float64Array || part instanceof Int32Array ? Array.from(part) : part,
  );
