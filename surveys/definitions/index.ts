/** Every survey of this installation. A published version never changes; a new one is a new file and a new line here. */
import type { Definition } from "../engine/survey-library";
import trivsel1 from "./trivsel/v1.json" with { type: "json" };

export const definitions: readonly Definition[] = [{ path: "surveys/definitions/trivsel/v1.json", json: trivsel1 }];
