import { testExamples } from "@tooling/vitest/examples";

testExamples(import.meta.url);
