const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** What no name may be in JavaScript, or what the source refers to. */
export const javascriptWords: ReadonlySet<string> = /*#__PURE__*/ words(`
  arguments async await break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let new null
  package private protected public return static super switch this throw true try typeof undefined var
  void while with yield Infinity Math NaN
`);

/** Keywords of C99 to C23, names of math.h, and macros that compilers define. */
export const cWords: ReadonlySet<string> = /*#__PURE__*/ words(`
  alignas alignof asm auto bool break case char const constexpr continue default do double else enum
  extern false float for fortran goto if inline int long main nullptr register restrict return short
  signed sizeof static static_assert struct switch thread_local true typedef typeof typeof_unqual union
  unsigned void volatile while linux unix i386 out
  acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh cospi erf erfc exp exp2 expm1 fabs
  fdim floor fma fmax fmin fmod frexp gamma hypot ilogb isfinite isgreater isinf isless isnan isnormal
  j0 j1 jn ldexp lgamma llrint llround log log10 log1p log2 logb lrint lround modf nan nearbyint
  nextafter pow remainder remquo rint round scalbn scalbln signbit signgam sin sinh sinpi sqrt tan tanh
  tgamma trunc y0 y1 yn HUGE_VAL INFINITY NAN
`);

/** Keywords of Python, and what the source refers to. */
export const pythonWords: ReadonlySet<string> = /*#__PURE__*/ words(`
  False None True and as assert async await break class continue def del elif else except finally for
  from global if import in is lambda nonlocal not or pass raise return try while with yield np special
`);
