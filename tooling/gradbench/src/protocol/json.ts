/**
 * An output as JSON: typed arrays as lists; a matrix and a sparse Jacobian know how they are shown.
 * @throws RangeError for NaN or an infinity, which JSON does not know: they would come out as null.
 */
export const toJson = (x: unknown): string =>
  JSON.stringify(x, (_key, part: unknown) => {
    if (typeof part === "number" && !Number.isFinite(part)) throw notJson(part);
    return part instanceof Float64Array || part instanceof Int32Array ? Array.from(part) : part;
  });

const notJson = (x: number): RangeError =>
  new RangeError(
    `tool: expected an output of finite numbers, got ${x}; evaluate where the function and its derivative are finite`,
  );
