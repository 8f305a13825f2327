/** What is written in books or other languages, by the sign, and how it is written here. */
const remedies: readonly (readonly [signs: string, remedy: string])[] = [
  ["+", "leave out a plus in front"],
  ["=", "write name := formula to name a part"],
  ["<=>===", "write where(a < b, then, otherwise)"],
  ["−–", "write - for a minus"],
  ["·×⋅", "write * for a product"],
  ["÷", "write / for a quotient"],
  ["⁰¹²³⁴⁵⁶⁷⁸⁹", "write ^ for a power"],
  ["√", "write sqrt(x)"],
  ["∞", "write inf"],
  ["|", "write abs(x)"],
  ["%", "write mod(x, y)"],
];

/** What to write for a sign that the grammar has not, or not at this place. */
export const remedyFor = (sign: string): string | undefined =>
  sign === "" ? undefined : remedies.find(([signs]) => signs.includes(sign))?.[1];
