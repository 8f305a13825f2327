import { mergeConfig } from "vitest/config";
import shared from "./index.js";

/** For a package whose tests measure memory, or what is kept of it: each file has a process of its own. */
export const isolated = mergeConfig(shared, { test: { isolate: true } });
