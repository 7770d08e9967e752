/** The Danish words of what runs by itself. */
export const jobsDa = {
  jobs: {
    title: "Det, der kører af sig selv",
    lead: "Her kan du se, hvad systemet selv gør, hvornår det sidst skete, og hvornår det sker igen.",
    often: "Sker {{often}}.",
    everyMinute: "hvert minut",
    everyMinutes: "hvert {{minutes}}. minut",
    weekly: "hver {{day}} kl. {{hour}}",
    days: {
      monday: "mandag",
      tuesday: "tirsdag",
      wednesday: "onsdag",
      thursday: "torsdag",
      friday: "fredag",
      saturday: "lørdag",
      sunday: "søndag",
    },
    next: "Næste gang: {{date}}",
    running: "Er i gang siden {{date}}",
    stuck: "Ingen har gjort det. Det skulle være sket {{date}}. Kører serveren? Spørg den, der driver systemet.",
    runs_one: "Den seneste gang",
    runs_other: "De seneste {{count}} gange",
    outcomes: { done: "Gjort", failed: "Gik ikke", left: "Blev afbrudt" },
    last: {
      failed: "Det gik ikke sidste gang. Det bliver prøvet igen af sig selv.",
      left: "Det blev afbrudt sidste gang. Det går videre af sig selv.",
    },
    names: {
      rounds: { tick: "Runder" },
      "reading-room": { tick: "Læserum" },
      feedback: { tick: "Svar til børnene" },
      dialogues: { tick: "Klassesamtaler" },
      audit: { tick: "Hvem gjorde hvad" },
    },
    about: {
      rounds: { tick: "Lukker runder, når deres tid er gået, og forsegler dem." },
      "reading-room": { tick: "Giver tekster videre, som ingen har læst i tide." },
      feedback: { tick: "Holder øje med, om børnene får svar i tide." },
      dialogues: { tick: "Sletter links, hvis tid er gået." },
      audit: { tick: "Skriver til ende, hvad et stop afbrød." },
    },
  },
} as const;
