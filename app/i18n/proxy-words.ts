/** Words for the administrator about the proxy in front of the server, in both languages of the adults' pages. */

export const proxyDa = {
  title: "Serveren skal indstilles",
  about:
    "Foran serveren står en proxy, og de to passer ikke helt sammen. Bed den, der driver serveren, om at se på det.",
  trustProxy:
    "Serveren ved ikke, at der står en proxy foran den. Derfor ser det ud, som om alle sidder ved den samme maskine, og nogle få forkerte kort kan spærre døren for alle.",
  "trustProxy-do": "Sæt TRUST_PROXY til antallet af proxyer. Det er ofte 1.",
  forwardedFor:
    "Proxyen fortæller ikke, hvem der spørger. Derfor ser det ud, som om alle sidder ved den samme maskine, og nogle få forkerte kort kan spærre døren for alle.",
  "forwardedFor-do": "Lad proxyen sende X-Forwarded-For.",
  fewerHops:
    "Der er færre proxyer, end TRUST_PROXY siger. Derfor kan en fremmed udgive sig for at sidde et andet sted.",
  "fewerHops-do": "Sæt TRUST_PROXY til antallet af proxyer.",
  moreHops:
    "Der er flere proxyer, end TRUST_PROXY siger. Derfor ser det ud, som om alle sidder ved den samme maskine, og nogle få forkerte kort kan spærre døren for alle.",
  "moreHops-do": "Sæt TRUST_PROXY til antallet af proxyer.",
  publicUrl:
    "Serveren kender ikke den adresse, I bruger. Derfor kan I måske ikke logge ind, og links på kortene kan være forkerte.",
  "publicUrl-do": "Sæt PUBLIC_URL til den adresse, I bruger.",
  scheme: "PUBLIC_URL og proxyen er ikke enige om https. Den ene siger http, den anden https.",
  "scheme-do": "Ret PUBLIC_URL, eller lad proxyen sende det rigtige i X-Forwarded-Proto.",
  otherAddress: "Nogle bruger en anden adresse end den i PUBLIC_URL. Derfor kan de måske ikke logge ind.",
  "otherAddress-do": "Sæt PUBLIC_URL til den adresse, I bruger, eller brug kun den, der står der.",
  seen: "Set ved {{seen, number}} af de seneste {{of, number}} besøg. Er det kun få af dem, kan det være en fremmed, der prøver sig frem.",
  how: "I filen docs/reverse-proxy.md står, hvordan man gør. Når serveren er indstillet og startet igen, går beskeden væk.",
} as const;

export const proxyEn: { readonly [Key in keyof typeof proxyDa]: string } = {
  title: "The server needs a setting",
  about:
    "A proxy stands in front of the server, and the two do not quite fit. Ask whoever runs the server to look at it.",
  trustProxy:
    "The server does not know that a proxy stands in front of it. So everybody seems to sit at the same machine, and a few wrong cards can close the door for all.",
  "trustProxy-do": "Set TRUST_PROXY to the number of proxies. It is often 1.",
  forwardedFor:
    "The proxy does not tell who asks. So everybody seems to sit at the same machine, and a few wrong cards can close the door for all.",
  "forwardedFor-do": "Let the proxy send X-Forwarded-For.",
  fewerHops: "There are fewer proxies than TRUST_PROXY says. So a stranger can pretend to sit somewhere else.",
  "fewerHops-do": "Set TRUST_PROXY to the number of proxies.",
  moreHops:
    "There are more proxies than TRUST_PROXY says. So everybody seems to sit at the same machine, and a few wrong cards can close the door for all.",
  "moreHops-do": "Set TRUST_PROXY to the number of proxies.",
  publicUrl:
    "The server does not know the address you use. So you may be unable to sign in, and links on the cards may be wrong.",
  "publicUrl-do": "Set PUBLIC_URL to the address you use.",
  scheme: "PUBLIC_URL and the proxy disagree about https. One says http, the other https.",
  "scheme-do": "Correct PUBLIC_URL, or let the proxy send the right X-Forwarded-Proto.",
  otherAddress: "Some use another address than the one in PUBLIC_URL. So they may be unable to sign in.",
  "otherAddress-do": "Set PUBLIC_URL to the address you use, or use only the one that stands there.",
  seen: "Seen at {{seen, number}} of the latest {{of, number}} visits. If it is only a few of them, it may be a stranger trying things out.",
  how: "The file docs/reverse-proxy.md says how. When the server has been set and started again, this message goes away.",
};
