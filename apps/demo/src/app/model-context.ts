import { createContext, useContext } from "react";
import type { Modelled } from "../model/use-model.ts";

/** The map that the field at the top stands for. */
export const ModelContext = createContext<Modelled>({ model: undefined, refused: undefined });

export const useMapModel = (): Modelled => useContext(ModelContext);
