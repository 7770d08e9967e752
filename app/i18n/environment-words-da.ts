/** The Danish words of the paper that the law asks for. Which law and version it follows is said here, and nowhere else. */
export const environmentDa = {
  environment: {
    back: "Tilbage til resultatet",
    title: {
      school: "Udkast til undervisningsmiljøvurdering",
      daycare: "Børnemiljøet: udkast til den pædagogiske læreplan",
      other: "Børnenes miljø: et oplæg",
    },
    answered: "{{participants}} af {{invited}} har svaret",
    answeredFew: "færre end fem af {{invited}} har svaret",
    closed: "lukket {{closed}}",
    check:
      "Det er et udkast. Et menneske skal læse det, skrive det færdigt og stå inde for det. Tjek også, om loven er ændret siden.",
    law: {
      school:
        "Følger lov om elevers og studerendes undervisningsmiljø, § 6 (vurderingen laves mindst hvert tredje år) og § 7 (dens fire dele), som de står i lovbekendtgørelse nr. 316 af 5. april 2017. Senere ændringer er ikke læst ind. Eleverne skal være med i arbejdet.",
      daycare:
        "Følger dagtilbudsloven, § 8, om børnemiljøet som del af den pædagogiske læreplan, som den blev affattet ved lov nr. 554 af 29. maj 2018. Senere ændringer er ikke læst ind. Børnemiljøet skal ses fra børnenes side.",
      other:
        "Vi kender ingen lov, der kræver dette papir af et sted som jeres. Det har samme dele som skolernes undervisningsmiljøvurdering, så I kan bruge det, I har brug for.",
    },
    chapters: {
      school: {
        mapping: "Kortlægning",
        assessment: "Beskrivelse og vurdering",
        plan: "Handlingsplan",
        followUp: "Retningslinjer for opfølgning",
      },
      daycare: {
        mapping: "Børnemiljøet, som børnene ser det",
        assessment: "Hvad vi lægger mærke til",
        plan: "Det gør vi",
        followUp: "Sådan følger vi op",
      },
    },
    mappingHelp:
      "Det, børnene har sagt, for hele stedet. Et lille tilfældigt tal er lagt til hvert tal, så ingen kan regnes ud. Efter hver sætning står, hvor meget det betyder.",
    parts: { physical: "Det fysiske miljø", psychological: "Det psykiske miljø", aesthetic: "Det æstetiske miljø" },
    untold: "Det kan tallene ikke sige noget om. Enten er der ikke spurgt om det, eller også har for få svaret.",
    own: {
      school: {
        physical: "Det skal I selv kortlægge: indeklima, lys, lyd, ergonomi, sikkerhed og hygiejne. Skriv her:",
        psychological: "Det vil vi tilføje om samvær, tryghed og antimobbestrategi. Skriv her:",
        aesthetic: "Det skal I selv kortlægge: farver, udsmykning, orden og vedligeholdelse. Skriv her:",
      },
      daycare: {
        physical: "Det ser vi selv om rum, legeplads, lyd og lys. Skriv her:",
        psychological: "Det ser vi selv om relationer og fællesskaber. Skriv her:",
        aesthetic: "Det ser vi selv om indretning, farver og materialer. Skriv her:",
      },
    },
    hidden: "Der er ingen tal for {{forms}}, fordi for få har svaret.",
    ownAssessment: "Vores vurdering: Hvad er godt, og hvad er et problem? Skriv her:",
    noPlan: "Der står ingen handlinger på tavlen endnu.",
    toActions: "Gå til handlingerne",
    columns: { what: "Hvad", who: "Hvem", due: "Hvornår", state: "Hvor langt" },
    effect: "fra {{before}} til {{after}} af 100",
    followUp:
      "Hver handling på tavlen har en, der har ansvaret, og en frist. Er fristen gået, står det i planen. Næste gang børnene bliver spurgt, kommer tallet til at stå ved siden af handlingen.",
    ownFollowUp: {
      school: "Vores retningslinjer: Hvem følger planen, hvor tit, og hvordan er eleverne med? Skriv her:",
      daycare: "Sådan følger vi op sammen med børn og forældre. Skriv her:",
    },
  },
} as const;
