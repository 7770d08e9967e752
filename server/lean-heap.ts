/**
 * V8 lets garbage grow to several times what lives before it looks for it, as far as half the machine's memory: 90,000
 * refused sign-ins held 900 MB. Here it looks whenever the heap has grown by a third. A flag of the command line would
 * not reach `node build/server/start.js`, and a limit cannot be set once V8 runs; how it grows can. (`npm start` gives
 * a limit as well, far above what sealing 60,000 answers needs, so that a leak ends this process and no other.)
 */
import { setFlagsFromString } from "node:v8";

const GROWS_BY_PERCENT = 33;

export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWS_BY_PERCENT}`);
}
