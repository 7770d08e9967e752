/** What forms about accounts post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { CODE_WAYS, ROLES } from "./contract";

const id = z.string().min(1).max(64);
const ids = (most: number) => z.array(id).max(most);
const displayName = z.string().trim().min(1).max(80);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** An empty field of a form is one that was not filled in. */
const optionalEmail = z.union([z.literal("").transform(() => undefined), email]).optional();

const reach = { role: z.enum(ROLES), institutionIds: ids(200), areaIds: ids(50), groupIds: ids(200) };

/** `way` "mail" needs an address. */
export const inviteForm = z.object({ displayName, email: optionalEmail, way: z.enum(CODE_WAYS), ...reach });
export type Invitation = z.infer<typeof inviteForm>;

export const changePersonForm = z.object({ displayName, email: optionalEmail, ...reach });
export type ChangedPerson = z.infer<typeof changePersonForm>;

/** Long enough is all that is asked (NIST SP 800-63B, 3.1.1.2: no rules of composition). */
const newPassword = z.string().min(10).max(200);

export const codeForm = z.object({ code: z.string().max(60), password: newPassword });
export const passwordForm = z.object({ current: z.string().min(1).max(200), password: newPassword });
export const forgottenForm = z.object({ name: z.string().trim().min(1).max(254) });

export const signInForm = z.strictObject({
  name: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
});

export const newUser = z.strictObject({
  name: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9.@_-]{1,79}$/, "letters, digits and . @ _ - only"),
  displayName: z.string().trim().min(1).max(80),
  role: z.enum(ROLES),
  institutionIds: z.array(z.string().min(1).max(64)).max(200),
  areaIds: z.array(z.string().min(1).max(64)).max(50).optional(),
  groupIds: z.array(z.string().min(1).max(64)).max(200).optional(),
  password: z.string().min(10, "at least 10 characters").max(200),
});
export type NewUser = z.infer<typeof newUser>;
