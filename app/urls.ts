/** Every address that pages lead to, built in one place: `routes.ts` says what answers there. Without a language. */
export const urls = {
  front: () => "/",
  rounds: () => "/admin",
  gallery: () => "/galleri",
  /** Adults who may sign in … */
  people: () => "/admin/brugere",
  /** … one of them … */
  person: (id: string) => `/admin/brugere/${id}`,
  /** … where a one-time code, behind `#`, gives a password … */
  code: () => "/kode",
  forgotten: () => "/glemt",
  signIn: () => "/log-ind",
  /** … and what is one's own. */
  account: () => "/konto",
  /** Mail to adults. */
  mail: () => "/admin/post",
  /** What runs by itself. */
  jobs: () => "/admin/job",
  /** Who did what … */
  audit: () => "/admin/revision",
  /** … and as a file. */
  auditFile: () => "/admin/revision.csv",
  results: () => "/leder",
  result: (institutionId: string, roundId: string) => `/leder/${institutionId}/${roundId}`,
  /** For the leader: what to show a class, in which order, and the projector's link. */
  dialogue: (institutionId: string, roundId: string) => `${urls.result(institutionId, roundId)}/samtale`,
  /** For whoever holds the link. */
  projector: (token: string) => `/samtale/${token}`,
  actions: (institutionId: string) => `/handlinger/${institutionId}`,
  /** Where the leader writes to the children … */
  feedback: (institutionId: string, roundId: string) => `${urls.result(institutionId, roundId)}/svar`,
  /** … what hangs on the wall … */
  poster: (institutionId: string, roundId: string) => `${urls.feedback(institutionId, roundId)}/plakat`,
  /** … and where the children read or hear it. */
  childrensResult: (code: string) => `/r/${code}`,
  /** The paper that the law asks for: undervisningsmiljøvurdering, or børnemiljø. */
  environmentPaper: (institutionId: string, roundId: string) => `${urls.result(institutionId, roundId)}/miljoe`,
  /** For administrators: areas, institutions and groups. */
  institutions: () => "/admin/institutioner",
  newInstitution: () => `${urls.institutions()}/ny`,
  importInstitutions: () => `${urls.institutions()}/import`,
  /** Takes the steps of an import, as JSON. */
  importStep: () => `${urls.importInstitutions()}/trin`,
  schoolYear: (institutionId?: string) =>
    `${urls.institutions()}/skoleaar${institutionId === undefined ? "" : `/${institutionId}`}`,
  institution: (id: string) => `${urls.institutions()}/${id}`,
  readingRoom: () => "/laeserum",
  writing: (id: string) => `/laeserum/${id}`,
} as const;
