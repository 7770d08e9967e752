/**
 * A recording of at most a minute, played back or deleted. It stays on this device: nothing stores sound yet, and the page
 * says so. Without a microphone or scripts one goes on without.
 */
import { useEffect, useRef, useState } from "react";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";

const MOST_SECONDS = 60;

type State = "empty" | "recording" | "recorded" | "missing";

function closeAll(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function useRecorder() {
  const [state, setState] = useState<State>("empty");
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder>();
  const note = useRef<Blob>();

  useEffect(() => {
    if (state !== "recording") return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => {
    if (seconds >= MOST_SECONDS) recorder.current?.stop();
  }, [seconds]);
  useEffect(() => () => closeAll(recorder.current?.stream), []);

  const record = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const made = new MediaRecorder(stream);
      made.ondataavailable = ({ data }) => parts.push(data);
      made.onstop = () => {
        closeAll(stream);
        note.current = new Blob(parts, { type: made.mimeType });
        setState("recorded");
      };
      made.start();
      recorder.current = made;
      setSeconds(0);
      setState("recording");
    } catch {
      setState("missing");
    }
  };
  /** Decoded by hand, because the policy of the page lets no element play what is not a file of ours. */
  const play = async () => {
    const context = new AudioContext();
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(await (note.current ?? new Blob()).arrayBuffer());
    source.connect(context.destination);
    source.onended = () => void context.close();
    source.start();
  };
  const remove = () => {
    note.current = undefined;
    setState("empty");
  };
  return { state, seconds, record, stop: () => recorder.current?.stop(), play, remove };
}

export function VoiceNote() {
  const { words } = usePlayer();
  const { isAwake, stop: beQuiet } = useVoice();
  const { state, seconds, record, stop, play, remove } = useRecorder();
  if (!isAwake) return <p className="notice">{words.notHere}</p>;
  return (
    <div className="kept-here answers" data-type="voice-note">
      {state === "recording" ? (
        <button type="button" className="record" data-on onClick={stop}>
          <Icon name="stop-fill" />
          {words.stopRecording}
        </button>
      ) : null}
      {state === "empty" || state === "missing" ? (
        <button
          type="button"
          className="record"
          onClick={() => {
            beQuiet();
            void record();
          }}
        >
          <Icon name="microphone-fill" />
          {words.record}
        </button>
      ) : null}
      {state === "recorded" ? (
        <div className="drawing-tools">
          <button type="button" className="pill" onClick={() => void play().catch(() => undefined)}>
            <Icon name="speaker-high-fill" isDirectional />
            {words.yourRecording}
          </button>
          <button type="button" className="pill" onClick={remove}>
            <Icon name="trash-bold" />
            {words.remove}
          </button>
        </div>
      ) : null}
      <p role="status">
        {state === "recording" ? fillWords(words.secondsLeft, MOST_SECONDS - seconds) : null}
        {state === "missing" ? words.noMicrophone : null}
      </p>
      <p className="kept-note">{words.keptHere}</p>
    </div>
  );
}
