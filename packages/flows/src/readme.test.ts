import { testReadme } from "@tooling/vitest/readme";

testReadme(import.meta.url);
