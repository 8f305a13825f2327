import type { Compiled } from "./compiled.ts";
import type { Model } from "./model.ts";

/** What of a model can go to a worker: functions cannot. */
export const textOf = ({ generic: _, value: __, at: ___, ...compiled }: Model): Compiled =>
  compiled;
