/** The server is killed twenty times during intake. */
import { it } from "vitest";
import { cutIntake } from "../support/cut-intake";
import { scaled } from "@lyt-hoejt/embedded-store/faults/scaled";

const CUTS = scaled(20);

it(`keeps every acknowledged response, once, through ${CUTS} power cuts`, () => cutIntake(CUTS));
