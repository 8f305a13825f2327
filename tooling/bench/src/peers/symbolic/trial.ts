import { formulaProblems } from "../../problems/formulas.ts";
import { symbolicPeers } from "./peers.ts";

/**
 * What a peer makes of a problem, in a process of its own that may be ended: prints its gradient at the problem's
 * point, NaN as null.
 */
const [name = "", title = ""] = process.argv.slice(2);
const problem = formulaProblems.find((one) => one.title === title);
const peer = symbolicPeers[name];
if (problem === undefined || peer === undefined) throw new Error(`trial: no ${name}, ${title}`);
const differentiate = await peer(problem.text, problem.names);
process.stdout.write(JSON.stringify(differentiate()(problem.at)));
