import { fileURLToPath } from "node:url";
import { JacobianError } from "@jacobian/core";
import { DataError } from "./data-error.ts";
import { type Io, Report } from "./report.ts";
import { tour } from "./tour.ts";

const shipped = fileURLToPath(new URL("../data", import.meta.url));

/**
 * The program: an optional argument names the folder of the data files.
 * @returns the exit code: 1 for a bad data file or an agreement that failed, else 0
 */
export const main = ([folder = shipped]: readonly string[], io: Io): 0 | 1 => {
  const report = new Report(io);
  try {
    tour(folder, report);
  } catch (error) {
    // Data can be well formed and still have no fit, which the packages tell as a JacobianError.
    if (!(error instanceof DataError || error instanceof JacobianError)) throw error;
    io.err(error.message);
    return 1;
  }
  return summary(report, io);
};

const summary = ({ checks, failed }: Report, { out, err }: Io): 0 | 1 => {
  out("");
  if (failed === 0) out(`All ${checks} agreements hold.`);
  else err(`${failed} of ${checks} agreements failed; see the lines marked FAILED above`);
  return failed === 0 ? 0 : 1;
};
