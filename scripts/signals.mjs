/** How `npm start` ends: with all it has started, and when the npm that started it is gone. */
import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const END_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 250;

/** Programs that run: each leads a process group of its own while `endWithChildren` holds. */
const children = new Set();
let isHolding = false;
let isEnding = false;

/** For `spawn`: what a program is started with so that `endWithChildren` reaches all that it starts. */
export const groupOptions = () => ({ detached: isHolding });

/** True when a program that ends now was told to, so that nobody has to say why. */
export const isBeingEnded = () => isEnding;

export function track(child) {
  children.add(child);
  child.once("close", () => children.delete(child));
}

function tell(child, signal) {
  try {
    process.kill(isHolding ? -child.pid : child.pid, signal);
  } catch {
    // It has ended.
  }
}

/** A signal ends what runs here with everything it started, then this process; until the function it returns is called. */
export function endWithChildren() {
  isHolding = true;
  const end = (signal) => {
    const exit = () => process.exit(128 + constants.signals[signal]);
    if (isEnding) return;
    isEnding = true;
    if (children.size === 0) exit();
    for (const child of children) {
      tell(child, "SIGTERM");
      child.once("close", () => children.size === 0 && exit());
    }
    setTimeout(() => {
      for (const child of children) tell(child, "SIGKILL");
      exit();
    }, END_WITHIN_MS);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return () => {
    isHolding = false;
    for (const signal of SIGNALS) process.off(signal, end);
  };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * npm hands on SIGTERM and SIGINT, and to the shell alone that it runs a script in (hence the script's `exec`); any other
 * signal, and whatever kills npm, leaves its script alive. So whoever has lost `npm`, a process's number, hangs up.
 */
export function endWithParent(npm) {
  if (!Number.isInteger(npm) || npm <= 1) return;
  const parent = process.ppid;
  const isGone = () => process.ppid !== parent || (parent !== npm && !isAlive(npm));
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGHUP");
  }, LOOK_EVERY_MS).unref();
}
