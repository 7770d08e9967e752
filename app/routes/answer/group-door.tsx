/** `/svar/g/:code` – a group's own door: three pictures, or six letters. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addressOf, parseKey } from "#server/responses/contract";
import { KEY_THINGS } from "#surveys/pictures/key-things";
import { ChildFrame } from "~/components/player/child-frame";
import { doorTitle } from "~/components/player/door-title";
import type { AtDoorWords } from "~/components/player/door-words";
import { useDoorWords } from "~/components/player/door-words";
import { KeyDoor } from "~/components/player/key-door";
import { LettersDoor } from "~/components/player/letters-door";
import { guard } from "~/http/guard.server";
import { useNonce } from "~/http/nonce";
import { langQuery } from "~/http/locale";
import { VisitEnds } from "~/components/player/visit-ends";
import childStyles from "~/styles/child.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: childStyles }];
const titleOf = ({ hasLetters }: { readonly hasLetters: boolean }, words: AtDoorWords): string =>
  hasLetters ? words.lettersTitle : words.pressPictures;

export const meta: MetaFunction<typeof loader> = ({ matches, data: door }) => [
  { title: door ? doorTitle(matches, (words) => titleOf(door, words)) : "Lyt Højt" },
  { name: "robots", content: "noindex" },
];

/** Known pictures only, and at most two: the third leads on. */
function readChosen(text: string) {
  const names = text.toLowerCase().split(".");
  return names.flatMap((name) => KEY_THINGS.filter((thing) => thing === name)).slice(0, 2);
}

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const code = params["code"] ?? "";
  const { searchParams } = new URL(request.url);
  const door = await context.services.responses.openGroup(code, { address: context.address });
  const letters = searchParams.get("letters");
  // A whole link, or a card's own code, may be written here too.
  const key = letters ? (parseKey(`${door.groupCode}/${letters}`) ?? parseKey(letters)) : undefined;
  if (key) throw redirect(addressOf(key) + langQuery(request.url));
  const isPaused = door.pausedWays.includes("pictures");
  const hasPictures = door.ways.includes("pictures") && !isPaused;
  return {
    langQuery: langQuery(request.url),
    door,
    chosen: readChosen(searchParams.get("p") ?? ""),
    hasPictures,
    isPaused,
    hasLetters: letters !== null || !hasPictures,
    isWrong: Boolean(letters),
  };
});

export default function GroupDoorPage() {
  const { langQuery: query, door, chosen, hasLetters, hasPictures, isPaused, isWrong } = useLoaderData<typeof loader>();
  const { language, frame, door: words, trouble } = useDoorWords();
  const nonce = useNonce();
  const shared = { groupCode: door.groupCode, words, langQuery: query };
  const paused = isPaused ? trouble.troubles["key.picturesPaused"] : undefined;
  return (
    <ChildFrame
      language={language}
      words={frame}
      where={`${door.institutionName} · ${door.groupName}`}
      isInvented={door.isInvented}
    >
      {chosen.length === 0 ? <VisitEnds nonce={nonce} /> : null}
      {hasLetters ? (
        <LettersDoor {...shared} isWrong={isWrong} hasPictures={hasPictures} paused={paused} />
      ) : (
        <KeyDoor {...shared} language={language} chosen={chosen} />
      )}
    </ChildFrame>
  );
}

export { ChildErrorBoundary as ErrorBoundary } from "~/components/player/child-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
