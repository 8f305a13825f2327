/** The small letters from α on, the final sigma among them; that of Unicode is the order of the alphabet. */
const small =
  /*#__PURE__*/ "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega".split(
    " ",
  );

/** The name of a Greek letter, Alpha for a capital; undefined for another character. */
export const greekName = (letter: string): string | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  const capital = small[code - 0x391];
  return small[code - 0x3b1] ?? (capital && capital.slice(0, 1).toUpperCase() + capital.slice(1));
};

/** Whether it is the name of a Greek small letter. */
export const isSmallGreek = (name: string): boolean => small.includes(name);
