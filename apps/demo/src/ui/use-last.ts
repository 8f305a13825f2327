import { useState } from "react";

/** The last sample there was of the same model: what is undefined now keeps the last good picture. */
export const useLast = <S>(model: unknown, sample: S | undefined): S | undefined => {
  const [last, setLast] = useState({ model, sample });
  const isNew = sample === undefined ? last.model !== model : last.sample !== sample;
  if (isNew) setLast({ model, sample });
  return isNew ? sample : last.sample;
};
