import { createContext, useContext } from "react";

/** Whether the page is a figure in another page: pictures are lower, and stay where they are. */
export const CompactContext = createContext(false);

export const useCompact = (): boolean => useContext(CompactContext);
