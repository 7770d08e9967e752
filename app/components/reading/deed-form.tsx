/** One deed on a writing, as a form that works without JavaScript and says which state of it its editor has seen. */
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OpenWriting, WritingDeed } from "#server/reading-room/contract";
import { urls } from "~/urls";
import { Icon } from "../ui/icon";

const ICONS = {
  fine: "check-bold",
  worry: "warning-circle-bold",
  cleanse: "eraser-bold",
  quote: "quotes-bold",
  done: "check-bold",
} as const;

interface DeedFormProps {
  readonly writing: Pick<OpenWriting, "id" | "version">;
  readonly lang: string;
  readonly deed: WritingDeed;
  /** What is done when nothing else is said. */
  readonly isFirst?: boolean;
  readonly label?: string;
  readonly children?: ReactNode;
}

export function DeedForm({ writing: { id, version }, lang, deed, isFirst, label, children }: DeedFormProps) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" action={urls.writing(id) + lang} className="deed">
      <input type="hidden" name="do" value={deed} />
      <input type="hidden" name="version" value={version} />
      {children}
      <button type="submit" className="button" data-kind={isFirst ? undefined : "quiet"} disabled={isBusy}>
        <Icon name={ICONS[deed]} />
        {label ?? t(`reading.deeds.${deed}`)}
      </button>
    </Form>
  );
}
