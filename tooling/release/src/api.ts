import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Manifest } from "./pack.ts";

/** The report of a door: its file in the package's folder `api`, and what it must say. */
export type Report = { readonly file: string; readonly text: string };

/** Declarations are read as a user's compiler reads them: those of neighbours from their builds. */
const compilerOptions = {
  strict: true,
  target: "es2023",
  lib: ["es2023"],
  module: "esnext",
  moduleResolution: "bundler",
  customConditions: [],
  types: [],
};

const silent = { default: { logLevel: ExtractorLogLevel.None } };

/** The name of a door's report: `index.api.md` for the package itself. */
const fileOf = (door: string) => `${door === "." ? "index" : door.slice(2)}.api.md`;

/** Every exported name of a door with its signature, in alphabetical order. */
function reportOf(folder: string, door: string, types: string): Report {
  const out = mkdtempSync(join(tmpdir(), "api-"));
  const file = fileOf(door);
  const entry = resolve(folder, types);
  try {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: entry,
        compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
        // What a public signature names is part of it, exported or not.
        apiReport: {
          enabled: true,
          reportFileName: file,
          reportFolder: out,
          reportTempFolder: join(out, "temp"),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          extractorMessageReporting: silent,
          compilerMessageReporting: silent,
          tsdocMessageReporting: silent,
        },
        newlineKind: "lf",
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(folder, "package.json"),
    });
    const hush = (message: { handled: boolean }) => {
      message.handled = true;
    };
    Extractor.invoke(config, { localBuild: true, messageCallback: hush });
    return { file, text: readFileSync(join(out, file), "utf8") };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The reports of all doors of a built package. */
export const apiReports = (folder: string, { exports }: Pick<Manifest, "exports">): Report[] =>
  Object.entries(exports).map(([door, { types }]) => reportOf(folder, door, types));

/**
 * Where the surface of a package differs from what was committed.
 *
 * @param reports what the build has
 * @param committed the text of a committed file, or undefined
 * @param reviewed the names of all committed files: one without a door is of a door that was closed
 */
export function apiProblems(
  reports: readonly Report[],
  committed: (file: string) => string | undefined,
  reviewed: readonly string[],
): string[] {
  const closed = reviewed
    .filter((file) => !reports.some((report) => report.file === file))
    .map(
      (file) =>
        `api: expected the door that ${file} says, got none; if it is meant, run npm run api`,
    );
  const changed = reports.flatMap(({ file, text }) => {
    const [got, known] = [text.split("\n"), committed(file)?.split("\n") ?? []];
    const added = got.find((line) => !known.includes(line));
    const removed = known.find((line) => !got.includes(line));
    if (known.join("\n") === text) return [];
    const first = [added && `"+ ${added.trim()}"`, removed && `"- ${removed.trim()}"`];
    return [
      `api: expected the surface that ${file} says, got ${first.filter(Boolean).join(" and ") || "another order"}; if it is meant, run npm run api`,
    ];
  });
  return [...changed, ...closed];
}
