/** What an adult did who helped; folded together, because most children had none. */
import { HELPER_DEEDS } from "#server/responses/contract";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "./player-context";

export function HelperQuestion() {
  const { words } = usePlayer();
  return (
    <details className="helper">
      <summary className="pill">
        {words.helperQuestion}
        <Icon name="caret-down-bold" />
      </summary>
      <fieldset>
        <legend className="visually-hidden">{words.helperQuestion}</legend>
        {HELPER_DEEDS.map((deed) => (
          <label key={deed} className="helper-deed">
            <input type="radio" name="helper" value={deed} defaultChecked={deed === "none"} />
            {words.helpers[deed]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
