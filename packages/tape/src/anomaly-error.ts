import { JacobianError } from "@jacobian/core";

/** Where a NaN or an infinity was born. */
export interface Anomaly {
  /** The function's name, such as "log". */
  readonly operation: string;
  /** In its value, in an adjoint on the way back, or in a tangent. */
  readonly phase: "value" | "adjoint" | "tangent";
  /** The line of the program that called the operation, as `file:line:column`; undefined if it cannot be told. */
  readonly location: string | undefined;
}

/** A NaN or an infinity that `detectAnomaly` saw appear. */
export class AnomalyError extends JacobianError implements Anomaly {
  override readonly name = "AnomalyError";
  readonly operation: string;
  readonly phase: Anomaly["phase"];
  readonly location: string | undefined;

  constructor(message: string, { operation, phase, location }: Anomaly) {
    super(message);
    this.operation = operation;
    this.phase = phase;
    this.location = location;
  }
}
