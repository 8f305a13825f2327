export { configs, meta, plugin, plugin as default, rules } from "./plugin.ts";
export type { Config, Plugin } from "./plugin.ts";
