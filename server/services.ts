/** Composition root: what the application can do, and how the parts are put together. */
import type { AccountService } from "./accounts/service";
import type { OrganisationService } from "./organisation/service";
import type { ReleaseService } from "./releases/service";
import type { ResponseService } from "./responses/service";
import type { RoundService } from "./rounds/service";

export interface Services {
  readonly organisation: OrganisationService;
  readonly accounts: AccountService;
  readonly rounds: RoundService;
  readonly responses: ResponseService;
  readonly releases: ReleaseService;
}
