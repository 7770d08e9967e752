/** `docs/permissions.md`: who may do what, and whom each address answers. */
import { ROLES } from "../accounts/contract";
import { permissions } from "./contract";

interface Line {
  readonly see: string;
  readonly post?: string;
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const code = (text: string) => `\`${text}\``;
const who = (asked: string | undefined) => (asked?.includes(".") ? code(asked) : (asked ?? ""));

/** `access`: of each path what seeing and posting asks for. */
export function writePermissionsPage(access: Readonly<Record<string, Line>>): string {
  const table = Object.entries(permissions).map(([name, reaches]) =>
    row([code(name), ...ROLES.map((role) => reaches[role] ?? "")]),
  );
  const addresses = Object.entries(access).map(([path, { see, post }]) =>
    row([code(`/${path}`.replace("//", "/")), who(see), who(post)]),
  );
  return `# Permissions

Written by \`npm run docs:write\` from \`server/permissions/contract.ts\` and \`app/access.ts\`; a test tries every address as
everybody. A cell says how far it reaches: everything (municipality), the institutions of one's areas, one's own institutions
or groups, the rounds in which one is named. An empty cell: not at all. What somebody may not see does not exist for them:
absent and not-yours are both 404.

${row(["may", ...ROLES])}
${row(["---", ...ROLES.map(() => "---")])}
${table.join("\n")}

## Addresses

"anyone" is whoever comes, "holder" whoever has the key, the code or the link in it.

${row(["address", "see", "post"])}
${row(["---", "---", "---"])}
${addresses.join("\n")}
`;
}
