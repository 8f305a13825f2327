import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);
