import { chunkOf as checked } from "@jacobian/core";
import { mostDirections } from "./bundle.ts";

/**
 * Directions for each pass, of options that may come from a program that is not type-checked; as many as
 * a bundle holds if they do not say.
 * @throws DomainError for what is no such option, or no whole number from 1 to 32.
 */
export const chunkOf = (operation: string, options: unknown): number =>
  checked(operation, options, mostDirections);
