import { Record } from "./record.ts";

// The arrays of a record are worth keeping from call to call. Each tape takes a record that is its own
// until it gives it back, so nested tapes have different ones; a tape that is kept keeps its record.

const free: Record[] = [];

/** What is kept at the most: records (as deep as derivatives are usually nested), and bytes in all. */
const most = 8;
const mostBytes = 64 * 2 ** 20;

/** An empty record for one tape. */
export const takeRecord = (): Record => free.pop() ?? new Record();

/** Keeps the room of a record for another tape; nothing may use the record after this. */
export const giveBack = (record: Record): void => {
  record.clear();
  const bytes = free.reduce((sum, kept) => sum + kept.bytes, record.bytes);
  if (free.length < most && bytes <= mostBytes) free.push(record);
};
