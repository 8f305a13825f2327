import type { Server } from "node:net";

/**
 * Where a server of this machine is to be found.
 * @throws Error if it listens on no port.
 */
export const addressOf = (server: Pick<Server, "address">): string => {
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error(`addressOf: expected a port, got ${address ?? "none"}; let the server listen`);
  }
  return `http://127.0.0.1:${address.port}/`;
};
