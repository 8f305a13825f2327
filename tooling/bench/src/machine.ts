import { arch, availableParallelism, platform } from "node:os";

/** What the figures depend on, in general terms: nothing that names one machine. */
export interface Machine {
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly architecture: string;
  readonly cores: number;
}

export const machine = (): Machine => ({
  node: process.versions.node,
  v8: process.versions.v8,
  platform: platform(),
  architecture: arch(),
  cores: availableParallelism(),
});
