let copies = 0;

/**
 * The same function compiled anew, with type feedback of its own. V8 keeps what it has learnt of a
 * loop with the loop's source: a loop that all contenders share would call each of them through a
 * pointer, and the figures would be those of the loop. The function must not refer to anything
 * outside of itself.
 */
export const fresh = <F extends (...args: never[]) => unknown>(f: F): F =>
  // Our own source text, evaluated again, is the only way to a second copy, and the copy has the
  // type of the first; the count keeps V8 from finding the last copy in its cache.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function(`/* ${++copies} */ return ${f.toString()}`)() as F;
