export { isolated as default } from "@tooling/vitest/isolated";
