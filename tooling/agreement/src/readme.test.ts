import { testReadme } from "@tooling/vitest/readme";

testReadme(import.meta.url, "../../../README.md");
testReadme(import.meta.url, "../../../CONTRIBUTING.md");
