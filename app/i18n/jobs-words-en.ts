/** The English words of what runs by itself. */
export const jobsEn = {
  jobs: {
    title: "What runs by itself",
    lead: "Here you see what the system does by itself, when it was done last, and when it is done again.",
    often: "Done {{often}}.",
    everyMinute: "every minute",
    everyMinutes: "every {{minutes}} minutes",
    weekly: "every {{day}} at {{hour}}",
    days: {
      monday: "Monday",
      tuesday: "Tuesday",
      wednesday: "Wednesday",
      thursday: "Thursday",
      friday: "Friday",
      saturday: "Saturday",
      sunday: "Sunday",
    },
    next: "Next time: {{date}}",
    running: "Running since {{date}}",
    stuck: "Nobody has done it. It should have been done {{date}}. Is the server running? Ask whoever runs the system.",
    runs_one: "The last time",
    runs_other: "The last {{count}} times",
    outcomes: { done: "Done", failed: "Failed", left: "Cut off" },
    last: {
      failed: "It failed the last time. It is tried again by itself.",
      left: "It was cut off the last time. It goes on by itself.",
    },
    names: {
      rounds: { tick: "Rounds" },
      "reading-room": { tick: "Reading room" },
      feedback: { tick: "Answers to the children" },
      dialogues: { tick: "Class dialogues" },
      audit: { tick: "Who did what" },
    },
    about: {
      rounds: { tick: "Closes rounds when their time has passed, and seals them." },
      "reading-room": { tick: "Passes on texts that nobody has read in time." },
      feedback: { tick: "Watches whether children are answered in time." },
      dialogues: { tick: "Deletes links whose time has passed." },
      audit: { tick: "Writes to its end what a stop cut off." },
    },
  },
} as const;
