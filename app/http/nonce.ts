/** The nonce of this response's Content-Security-Policy; browsers hide it from scripts, so it is undefined there. */
import { createContext, useContext } from "react";

export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
