import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** A registry on this machine. */
export type Registry = {
  readonly url: string;
  /** What makes npm, pnpm and changesets talk to it and to no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => void;
};

/** A port of the loopback address that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("rehearsal: expected a port, got none; free one"));
      });
    });
  });
}

/** No uplinks: what is not published here does not exist. */
const config = (storage: string): string => `storage: ${storage}
uplinks: {}
packages:
  "**": { access: $all, publish: $all, unpublish: $all }
log: { type: stdout, format: pretty, level: fatal }
`;

/**
 * pnpm does not read npm_config_registry, the only way by which changesets passes a registry: it
 * needs its own two variables.
 */
const environment = (url: string, folder: string): Record<string, string> => ({
  npm_config_registry: url,
  npm_config_userconfig: join(folder, "npmrc"),
  npm_config_cache: join(folder, "npm-cache"),
  npm_config_provenance: "false",
  // The command that runs this prefers what npm remembers, which is older than what was published.
  npm_config_prefer_offline: "false",
  npm_config_prefer_online: "true",
  pnpm_config_registry: url,
  pnpm_config_npmrc_auth_file: join(folder, "npmrc"),
});

/** Starts verdaccio with its files in `folder`, and waits until it answers. */
export async function startRegistry(folder: string): Promise<Registry> {
  const url = `http://127.0.0.1:${await freePort()}/`;
  const { host } = new URL(url);
  writeFileSync(join(folder, "npmrc"), `registry=${url}\n//${host}/:_authToken=rehearsal\n`);
  writeFileSync(join(folder, "registry.yaml"), config(join(folder, "storage")));
  const args = ["--config", join(folder, "registry.yaml"), "--listen", host];
  const server = spawn("verdaccio", args, { stdio: ["ignore", "inherit", "inherit"] });
  const stop = () => {
    server.kill();
  };
  for (let tries = 0; tries < 120; tries++) {
    const up = await fetch(new URL("-/ping", url)).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url, env: environment(url, folder), stop };
    await setTimeout(250);
  }
  stop();
  throw new Error("rehearsal: expected verdaccio to answer within 30 s, got silence; see its log");
}

/**
 * Reads where a dry run of publishing would publish.
 *
 * @throws Error unless it is this registry, for every package: nothing may reach a public one
 */
export function assertLocal(dryRun: string, url: string): void {
  const targets = [...dryRun.matchAll(/→ (\S+)/g)].map(([, target = ""]) => target);
  const elsewhere = targets.filter((target) => target !== url);
  if (targets.length === 0 || elsewhere.length > 0 || !url.startsWith("http://127.0.0.1:")) {
    throw new Error(
      `rehearsal: expected every package to go to ${url}, got ${elsewhere.join(", ") || "no target"}; publish nothing`,
    );
  }
}
