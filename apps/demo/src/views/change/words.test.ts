import { expect, test } from "vitest";
import type { Counted } from "./count.ts";
import type { Integrated } from "./measure.ts";
import { agreement } from "./words.ts";

const said = (integrated: number, counted: number, error: number): string =>
  // The words look at amounts and errors alone.
  agreement({ amount: integrated, error: 0 } as Integrated, { amount: counted, error } as Counted);

test("amounts agree within the error", () => {
  expect(said(3, 3.03, 0.1)).toContain("Both ways agree");
  expect(said(-3, -3.03, 0.1)).toContain("Both ways agree");
  expect(said(3, 3.03, 0.1)).toContain("covers its image once");
});

test("how often something is counted is said as exactly as it is known", () => {
  expect(said(45.58, 22.89, 0.67)).toContain("there, 2 times on average;");
  expect(said(45.58, 22.89, 0.06)).toContain("there, 1.99 times on average;");
  expect(said(-45.58, -22.89, 0.67)).toContain("there, 2 times on average;");
});

test("of next to nothing no multiple is named", () => {
  expect(said(1, 0.01, 0.2)).toContain("comes there; counting sees it once.");
  expect(said(1, 0, 0.2)).toContain("comes there; counting sees it once.");
});

test("what may be nothing says nothing of how often the image is covered", () => {
  // y1 over eˣ on two turns, which covers everything twice.
  expect(said(0.0002, 0.0335, 1.06)).toContain("so small a sum cannot tell");
  expect(said(0.0002, 0.0335, 1.06)).not.toContain("once");
});

test("a difference beyond the error that is no multiple names none", () => {
  expect(said(1.04, 1, 0.03)).toContain("comes there; counting sees it once.");
});
