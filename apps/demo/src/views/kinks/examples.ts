/** Kinks worth looking at. */
export const examples = [
  { name: "|x|", kinked: "abs(x)", kinkAt: [0, 0] },
  { name: "relu(x) − relu(−x)", kinked: "relu(x) - relu(-x)", kinkAt: [0, 0] },
  { name: "max(x, y)", kinked: "max(x, y)", kinkAt: [1, 1] },
  {
    name: "A small relu network",
    kinked: "relu(x + y) - 2*relu(x - y) + relu(2*y)",
    kinkAt: [0, 0],
  },
  { name: "l1 norm", kinked: "abs(x) + abs(y)", kinkAt: [0, 0] },
] as const;
