import { DuplicateCoreError, JacobianError, SingularMatrixError } from "jacobian";

new DuplicateCoreError("") instanceof JacobianError; // true
new SingularMatrixError("", 1e-17).rcond; // 1e-17
