/**
 * A photo, taken or chosen, and drawn anew at a lower resolution, so that nothing of where and when it was taken is left
 * in it. It stays on this device: nothing stores photos yet, and the page says so.
 */
import { useRef, useState } from "react";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import type { ScaleProps } from "./scale-props";

const LONGEST_SIDE = 1280;

const readAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("The photo cannot be read."));
    reader.readAsDataURL(file);
  });

/** An image turns a photo the way it was held, in every browser we name. */
async function redraw(file: File): Promise<string> {
  const image = new Image();
  image.src = await readAddress(file);
  await image.decode();
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.8);
}

export function Photo({ item }: ScaleProps) {
  const { words } = usePlayer();
  const { isAwake } = useVoice();
  const [photo, setPhoto] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (!isAwake) return <p className="notice">{words.notHere}</p>;
  const show = (file: File | undefined) => {
    setRefused(false);
    if (file)
      redraw(file).then(setPhoto, () => {
        setRefused(true);
      });
  };
  return (
    <div className="kept-here answers" data-type="photo">
      {photo ? <img className="photo" src={photo} alt={words.yourPhoto} /> : null}
      <div className="drawing-tools">
        <label className="record">
          {/* Without a name it is no field of the form. */}
          <input
            ref={field}
            className="visually-hidden"
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={`${words.takePhoto}: ${item.question}`}
            onChange={({ target }) => show(target.files?.[0])}
          />
          <Icon name="camera-fill" />
          {words.takePhoto}
        </label>
        {photo ? (
          <button
            type="button"
            className="pill"
            onClick={() => {
              setPhoto(undefined);
              if (field.current) field.current.value = "";
            }}
          >
            <Icon name="trash-bold" />
            {words.remove}
          </button>
        ) : null}
      </div>
      <p role="status">{isRefused ? words.notHere : null}</p>
      <p className="kept-note">{words.keptHere}</p>
    </div>
  );
}
