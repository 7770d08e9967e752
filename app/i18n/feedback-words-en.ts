/** The English words of "You said – we do" as a leader writes it, and of its poster. */
import { SAID_WORDS } from "#surveys/results/said-words";

export const feedbackEn = {
  feedback: {
    title: "Answer to the children",
    back: "Back to the result",
    about: "Tell the children what you have heard and what you do about it. Write as you would say it to them.",
    owed: {
      today: "You owe the children an answer today.",
      left_one: "You owe the children an answer by {{date}}. There is {{count}} school day left.",
      left_other: "You owe the children an answer by {{date}}. There are {{count}} school days left.",
      late_one:
        "The children should have had an answer on {{date}}. That is {{count}} school day ago, and they can see it.",
      late_other:
        "The children should have had an answer on {{date}}. That is {{count}} school days ago, and they can see it.",
      followUp: "The answer is given. Between {{from}} and {{date}}, tell what has happened since.",
      followUpLate: "The children should have heard by {{date}} what has happened since. They can see that.",
      done: "The answer is given and has been followed up.",
    },
    published:
      "The children read version {{version}} of {{date}}. If you change anything they get a new one, and the old one is gone.",
    childrensPage: "The children's page",
    poster: "Poster for the wall",
    audience: { young: "For the youngest, up to 9 years", older: "For the older ones, from 10 years" },
    only: "For those who answered",
    parts: {
      said: "You said",
      talked: "The adults talk about",
      doing: "We do",
      "not-doing": "What we do not do – and why",
    },
    help: {
      said: "Tick what you pass on. Add your own words if you like.",
      talked: "What have you talked about? You may leave this out.",
      doing: "What do you do, who does it, and when?",
      "not-doing": "What is not possible right now? Say why. Then the children know that they were heard.",
    },
    noSentences: "There are no figures that can be passed on. Write in your own words.",
    text: "Your words",
    picture: "Picture beside it",
    pictureNone: "No picture",
    pictureNeeded: "The youngest need a picture with each part.",
    readBy: "Your words are read aloud to the youngest by the voice in their tablet.",
    quantity: SAID_WORDS.en,
    names: "Is there a child's name? Take it out. Look at: {{words}}.",
    namesChecked: "I have looked: there are no names of children.",
    save: "Save draft",
    publish: "Show it to the children",
    publishAgain: "Show the new version to the children",
    done: {
      save: "The draft is saved. The children cannot see it yet.",
      publish: "The children can read and hear your answer now.",
      "follow-up": "The children can see what has happened since.",
    },
    failed: {
      incomplete:
        "Something is missing before the children can have it: words in “You said”, “We do” and “What we do not do”, and pictures for the youngest. What you wrote is still here.",
      followUp:
        "Tell both the youngest and the older ones what has happened since. What you have written is still here.",
      names: "Something looks like a name. Have a look, and tick the box at the bottom. What you wrote is still here.",
      changed:
        "Somebody else saved something while you were writing. Your words are still here, but not saved. If you save now, yours hold.",
      early: "Three months have to pass before you can tell what has happened since.",
      unfit: "One of the texts is too long: at most 1,200 characters. What you wrote is still here.",
    },
    checks: {
      title: "A good answer is",
      full: "Full",
      fullYes: "It answers what the children said, and also what you do not do.",
      fullMissing: "Something is missing here: {{parts}}.",
      fullSilent: "You say nothing about: {{themes}}.",
      friendly: "Easy to understand",
      friendlyYes: "Short sentences and words that the youngest can follow.",
      friendlyNo: "The longest sentence has {{longest}} words. The youngest can follow {{most}}.",
      friendlyWords: "Long words: {{words}}.",
      friendlyNone: "Nothing has been written yet.",
      fast: "On time",
      fastYes: "Before the day the children were promised.",
      fastNo: "The day has passed. A late answer is better than none.",
      followedUp: "Followed up",
      followedUpYes: "The children have heard what happened since.",
      followedUpNo: "After three to six months you tell what has happened. This cannot be skipped.",
      yes: "In place",
      no: "Not yet",
    },
    since: {
      title: "What has happened since?",
      help: "Tell what came of it, and what did not.",
      publish: "Tell the children",
    },
    readOnly: "Only the institution's leader can write here.",
    posterScan: "Scan, and see or hear all of it",
    posterPrint: "Print the poster",
    posterNone: "The poster can be made once the answer has been shown to the children.",
  },
} as const;
