/** The Danish words of adults' pages. English (words-en.ts) has the same keys; the type keeps that true. */
import { FORM_TITLES } from "#surveys/paper/form-titles";
import { namesIn } from "#surveys/paper/local-text";
import { auditDa } from "./audit-words-da";
import { actionsDa } from "./actions-words-da";
import { feedbackDa } from "./feedback-words-da";
import { environmentDa } from "./environment-words-da";
import { importDa } from "./import-words-da";
import { organisationDa } from "./organisation-words-da";
import { dialogueDa } from "./dialogue-words-da";
import { jobsDa } from "./jobs-words-da";
import { accountsDa } from "./accounts-words-da";
import { mailDa } from "./mail-words-da";
import { leaderDa } from "./leader-words-da";
import { proxyDa } from "./proxy-words";
import { readingDa } from "./reading-words-da";

export const da = {
  frame: {
    results: "Resultater",
    rounds: "Runder",
    institutions: "Institutioner",
    gallery: "Galleri",
    reading: "Læserum",
    audit: "Hvem gjorde hvad",
    jobs: "Det, der kører af sig selv",
    more: "Mere",
    mail: "Post",
    people: "Brugere",
    account: "Din konto",
    signOut: "Log ud",
    signIn: "Log ind",
    skip: "Gå til indholdet",
    menu: "Menu",
    invented: "Opdigtede data: Kommunen, navnene og svarene findes ikke.",
    otherLanguage: "English",
    roles: {
      administrator: "Administrator",
      analyst: "Analytiker",
      "area-head": "Områdeleder",
      leader: "Leder",
      helper: "Hjælper",
      editor: "Redaktør",
    },
  },
  signIn: {
    title: "Log ind",
    about: "For ledere og administratorer. Børn og unge skal ikke logge ind: De bruger deres kort.",
    name: "Brugernavn",
    password: "Adgangskode",
    submit: "Log ind",
    failed: "Navn og adgangskode passer ikke sammen. Prøv igen.",
    tooMany_one: "Der har været mange forsøg på kort tid. Vent et minut, og prøv igen.",
    tooMany_other: "Der har været mange forsøg på kort tid. Vent {{count}} minutter, og prøv igen.",
    missing: "Skriv både brugernavn og adgangskode.",
    forgotten: "Glemt adgangskode?",
    child: "Jeg er barn eller ung og vil svare",
  },
  forms: namesIn(FORM_TITLES, "da"),
  gallery: {
    title: "Galleri",
    about:
      "Se og hør alle spørgsmål, sådan som børn, unge og voksne møder dem. Prøv bare: Intet, du vælger her, bliver gemt eller sendt.",
    forms: "Skemaer",
    languages: "Sprog",
    rests: "Pauser",
    practice: "øveopgave",
    untried: "Ikke alle billeder er prøvet med børn endnu.",
    ownWords: "Her kan man svare med egne ord. En runde af skemaet skal sige, hvem der læser dem.",
    unsigned: "Ingen, der taler sproget, har godkendt ordene endnu.",
    version: "udgave {{version}}",
    items_one: "{{count}} spørgsmål",
    items_other: "{{count}} spørgsmål",
    trial: {
      title: "Prøv din egen fil",
      about:
        "Indsæt et spørgeskema i SurveyJS-format, og se det, sådan som børn, unge eller voksne vil møde det. Intet bliver gemt.",
      file: "Vælg en fil",
      fileHelp: "Eller indsæt indholdet herunder.",
      json: "Spørgeskemaet",
      form: "Vis det som",
      language: "Sprog",
      submit: "Vis",
      back: "Tilbage til galleriet",
      malformed: "Vælg en fil, eller indsæt et spørgeskema.",
      tooLarge: "Filen er for stor. Den må højst fylde 1 MB.",
      paper: "Sådan ser det ud",
      surveyjs: "Vises med SurveyJS",
      surveyjsHelp: "Skemaet bruger noget, som vores egne sider ikke kan. Derfor tegner SurveyJS det.",
      refused: "Filen kan ikke bruges",
      lacks_one: "{{count}} ting mangler, før det kan bruges i en runde",
      lacks_other: "{{count}} ting mangler, før det kan bruges i en runde",
      inDanish: "Skemaet er ikke helt oversat til sproget. Derfor vises det på dansk.",
      fit: "Der mangler ingenting.",
      reasons: "Det kan vores sider ikke",
      notes: "Det bliver ikke vist",
      waiting: "Skemaet hentes …",
    },
    scales: {
      "two-pictures": "to billeder",
      "two-step": "to skridt",
      "three-pictures": "tre billeder",
      faces: "ansigter",
      again: "igen – igen",
      tokens: "sten",
      options: "vælg ét svar",
      ladder: "stige",
      "choose-pictures": "vælg billeder",
      "rank-pictures": "billeder i rækkefølge",
      pairs: "billeder i par",
      "place-map": "kort over stedet",
      text: "kort tekst",
      drawing: "tegning",
      "voice-note": "lydbesked",
      photo: "foto",
    },
  },
  ...leaderDa,
  ...dialogueDa,
  ...feedbackDa,
  ...actionsDa,
  ...auditDa,
  ...jobsDa,
  ...mailDa,
  ...accountsDa,
  ...environmentDa,
  ...readingDa,
  ...organisationDa,
  ...importDa,
  admin: {
    late: {
      title: "Børn, der venter på svar",
      help: "Dagen er gået. Det kan børnene og lederen også se.",
      answer: "svaret skulle være givet {{date}}",
      followUp: "skulle senest {{date}} have fortalt, hvad der er sket siden",
    },
    proxy: proxyDa,
    doors: {
      title: "Døre, der holder pause",
      about:
        "Nogen har prøvet forkert mange gange ved disse gruppers link. Måske leger et barn, måske prøver nogen at gætte andres kort. Kortets kode virker hele tiden, og en side, der allerede er åbnet, kan sendes.",
      pictures: "Billeder virker igen kl. {{time}}. Bogstaver virker nu.",
      letters: "Bogstaver virker igen kl. {{time}}.",
      both: "Billeder og bogstaver virker igen senest kl. {{time}}.",
      reopen: "Åbn igen nu",
      reopened: "Døren er åben igen.",
    },
    voices: {
      title: "Hvem læser højt for børnene?",
      about: "Har et menneske læst teksten ind, hører børnene altid det. Ellers bestemmer I, hvad der kommer først:",
      "device-first": "Tablettens egen stemme.",
      "device-first-help":
        "Den lyder bedst. Vi bruger kun en stemme, der ligger på tabletten selv, så ingen tekst bliver sendt væk.",
      "file-first": "Vores lydfiler.",
      "file-first-help": "De lyder ens alle steder, men mere som en maskine.",
      save: "Gem",
      saved: "Det er gemt. Det gælder, næste gang et barn åbner sit kort.",
    },
    title: "Runder",
    about: "En runde går fra kladde til åben, lukket og forseglet. Når den er forseglet, kan lederne læse resultatet.",
    none: "Der er ingen runder endnu.",
    window: "{{opens}} – {{closes}}",
    states: { draft: "Kladde", open: "Åben", closed: "Lukket", sealing: "Bliver forseglet", sealed: "Forseglet" },
    invited: "{{count, number}} børn er inviteret",
    owner: "{{owner}} svarer børnene senest {{date}}",
    ownerPast: "{{owner}} skulle svare børnene senest {{date}}",
    unreviewed: "Ordene er endnu ikke godkendt af en, der taler sproget: {{languages}}.",
    languages: { da: "dansk", en: "engelsk", ar: "arabisk", tr: "tyrkisk", pl: "polsk", uk: "ukrainsk", ur: "urdu" },
    reader: "{{reader}} læser det, børnene skriver og tegner",
    resultsPer: {
      group: "Resultater for hver gruppe. Grupper med færre end ti børn tælles sammen med andre",
      institution: "Resultater for institutionen som helhed",
    },
    askedBefore_one: "Et eller flere af spørgsmålene er stillet én gang før i dette skoleår til de samme børn.",
    askedBefore_other:
      "Et eller flere af spørgsmålene er stillet {{count}} gange før i dette skoleår til de samme børn.",
    askedTooOften: "Derfor bliver resultaterne fra dem vist for institutionen som helhed.",
    inDoubt:
      "Rundens hemmeligheder er gået tabt, og derfor kan vi ikke se, om den har været forseglet før. Talt to gange ville svarene røbe for meget. Den, der driver systemet, kan gå videre på to måder. Har runden været forseglet, og er dens tabeller gemt i en fil, kan de hentes ind med: lyt release import <fil>. Er der aldrig læst et resultat af den, kan den forsegles med: {{command}}",
    needsReader:
      "Børnene kan svare med egne ord. Runden kan først åbne, når den nævner en rolle, en redaktør og en stedfortræder, der læser dem.",
    editors: {
      title: "Hvem læser egne ord",
      about:
        "Egne ord er det, børnene skriver og tegner. De bliver kun bedt om det på sprogene her. Stedfortræderen læser, når redaktøren er væk.",
      notAsked: "I denne runde bliver børnene ikke spurgt om egne ord, så der er intet at læse.",
      editor: "Redaktør",
      deputy: "Stedfortræder",
      faults: {
        unknownEditor: "Findes ikke længere som bruger",
        notEditor: "Er ikke redaktør",
        ownEditor: "Hører til en af rundens institutioner",
      },
    },
    codes: {
      title: "Koder til børnenes side",
      about:
        "Koden hører til en side, hvor børnene senere kan se, hvad der kommer ud af deres svar. Den er den samme, også når runden er forseglet.",
      code: "Kode",
    },
    sealsItself: "Forsegles af sig selv {{date}}, når de sidste svar er kommet",
    institutions: "Institutioner",
    institution: "Institution",
    asked: "Inviteret",
    heard: "Hørt indtil nu",
    heardAtLeast: "mindst {{count}}",
    heardFew: "under 5",
    heardHelp:
      "Tallet er rundet ned (til 5, 10, 15 …) og op til en time gammelt. Mere kan ingen se, før runden er forseglet.",
    results: "Se resultaterne",
    open: "Åbn runden",
    openHelp: "Børnene kan svare, så snart den er åben.",
    close: "Luk runden",
    closeHelp: "Ingen nye børn kan begynde. Svar, der allerede er givet, kan nå frem i {{count}} dage endnu.",
    closeSure: "Ja, luk den nu",
    seal: "Forsegl runden",
    sealHelp:
      "Svarene bliver talt sammen, et lille tilfældigt tal bliver lagt til, og så bliver svar og koder slettet for altid. Det kan ikke gøres om, og nye svar kan ikke komme med.",
    sealSure: "Ja, forsegl den for altid",
    early: "Svar kan være på vej fra tablets uden net til og med {{date}}. Forsegl alligevel – de svar går tabt.",
    done: {
      open: "Runden er åben. Børnene kan svare.",
      close: "Runden er lukket.",
      seal: "Runden er forseglet. Lederne kan læse resultatet.",
    },
    failed: {
      "round.incomplete":
        "Runden mangler noget, før den må åbnes: en ansvarlig, et formål, et retsgrundlag eller en frist for svar.",
      "round.noReader":
        "Børnene kan svare med egne ord, og der står ikke på runden, hvem der læser dem. Derfor kan den ikke åbne endnu.",
      "round.noEditor":
        "Børnene kan svare med egne ord, og runden har ingen redaktør og stedfortræder, der læser dem på dansk. Derfor kan den ikke åbne endnu.",
      "round.unknownEditor":
        "En af dem, der skal læse børnenes egne ord, findes ikke længere som bruger. Derfor kan runden ikke åbne.",
      "round.notEditor": "En af dem, der skal læse børnenes egne ord, er ikke redaktør. Derfor kan runden ikke åbne.",
      "round.ownEditor":
        "En af dem, der skal læse børnenes egne ord, hører til en af rundens institutioner. Børnene skal kunne skrive til en udefra, så runden kan ikke åbne.",
      "round.unfitSurvey":
        "Spørgeskemaet er ikke godt nok til børnene endnu. Den, der har skrevet det, kan se hvorfor med npm run lint:surveys.",
      "round.inDoubt": "Rundens hemmeligheder er gået tabt. Kun den, der driver systemet, kan gå videre.",
      "round.inGrace": "Svar kan være på vej. Sæt kryds ved, at de må gå tabt – eller vent, til fristen er gået.",
      "round.wrongState": "Det kan ikke lade sig gøre, sådan som runden står lige nu. Måske har en anden ændret den.",
      else: "Det gik ikke. Intet er ændret. Prøv igen om lidt.",
    },
  },
} as const;
