import { createPackageFromTarballData, type Package } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What is used of a published package.json. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
};

/** A package as npm would receive it. */
export type Packed = {
  readonly tarball: Uint8Array<ArrayBuffer>;
  readonly types: Package;
  /** The text of each file, by its path in the package. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
};

/** Packs a folder with pnpm, which is what publishes it. */
export function pack(folder: string): Packed {
  const out = mkdtempSync(join(tmpdir(), "pack-"));
  try {
    execFileSync("pnpm", ["pack", "--pack-destination", out], { cwd: folder, stdio: "pipe" });
    const [file = ""] = readdirSync(out);
    const tarball = new Uint8Array(readFileSync(join(out, file)));
    const types = createPackageFromTarballData(tarball);
    const prefix = `/node_modules/${types.packageName}/`;
    const files = new Map(
      types.listFiles().map((path) => [path.slice(prefix.length), types.readFile(path)]),
    );
    const manifest = JSON.parse(files.get("package.json") ?? "{}") as Manifest;
    return { tarball, types, files, manifest };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Writes the packed files into a folder. */
export function unpack({ files }: Packed, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
