/** The server is killed during intake, three times here and twenty times in `tests/deep`. */
import { it } from "vitest";
import { cutIntake } from "../support/cut-intake";

it("keeps every acknowledged response, once, through three power cuts", { timeout: 300_000 }, () => cutIntake(3));
