import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Room = "packages" | "apps" | "tooling";

/** What is used of a package.json. */
export type Manifest = {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

/** A folder of the workspace that holds a package. */
export type Folder = {
  readonly room: Room;
  readonly name: string;
  readonly path: string;
  readonly manifest: Manifest;
};

/** The packages of some rooms, in the order of their names. */
export function places(root: string, rooms: readonly Room[]): Folder[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room))
      .filter((name) => existsSync(join(root, room, name, "package.json")))
      .sort()
      .map((name) => {
        const path = join(root, room, name);
        const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;
        return { room, name, path, manifest };
      }),
  );
}
