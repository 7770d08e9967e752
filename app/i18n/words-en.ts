/** The English words of adults' pages. */
import { FORM_TITLES } from "#surveys/paper/form-titles";
import { namesIn } from "#surveys/paper/local-text";
import { auditEn } from "./audit-words-en";
import { actionsEn } from "./actions-words-en";
import { feedbackEn } from "./feedback-words-en";
import { environmentEn } from "./environment-words-en";
import { importEn } from "./import-words-en";
import { organisationEn } from "./organisation-words-en";
import { dialogueEn } from "./dialogue-words-en";
import { jobsEn } from "./jobs-words-en";
import { accountsEn } from "./accounts-words-en";
import { mailEn } from "./mail-words-en";
import { leaderEn } from "./leader-words-en";
import { proxyEn } from "./proxy-words";
import { readingEn } from "./reading-words-en";
import type { AdultWords } from "./adult-words";

export const en: AdultWords = {
  frame: {
    results: "Results",
    rounds: "Rounds",
    institutions: "Institutions",
    gallery: "Gallery",
    reading: "Reading room",
    audit: "Who did what",
    jobs: "What runs by itself",
    more: "More",
    mail: "Mail",
    people: "Users",
    account: "Your account",
    signOut: "Sign out",
    signIn: "Sign in",
    skip: "Go to the content",
    menu: "Menu",
    invented: "Invented data: the municipality, the names and the answers do not exist.",
    otherLanguage: "Dansk",
    roles: {
      administrator: "Administrator",
      analyst: "Analyst",
      "area-head": "Head of area",
      leader: "Leader",
      helper: "Helper",
      editor: "Editor",
    },
  },
  signIn: {
    title: "Sign in",
    about: "For leaders and administrators. Children and young people do not sign in: they use their card.",
    name: "User name",
    password: "Password",
    submit: "Sign in",
    failed: "The name and the password do not match. Try again.",
    tooMany_one: "There have been many attempts in a short time. Wait a minute and try again.",
    tooMany_other: "There have been many attempts in a short time. Wait {{count}} minutes and try again.",
    missing: "Write both your user name and your password.",
    forgotten: "Forgotten your password?",
    child: "I am a child or a young person and want to answer",
  },
  forms: namesIn(FORM_TITLES, "en"),
  gallery: {
    title: "Gallery",
    about:
      "See and hear every question as children, young people and adults meet it. Try everything: nothing you choose here is kept or sent.",
    forms: "Forms",
    languages: "Languages",
    practice: "to try first",
    untried: "Not all pictures have been tried with children yet.",
    ownWords: "Here one can answer in one’s own words. A round of the survey has to say who reads them.",
    unsigned: "Nobody who speaks the language has signed these words yet.",
    rests: "Rests",
    version: "version {{version}}",
    items_one: "{{count}} question",
    items_other: "{{count}} questions",
    trial: {
      title: "Try a file of your own",
      about:
        "Paste a survey in SurveyJS's format and see it as children, young people or adults will meet it. Nothing is kept.",
      file: "Choose a file",
      fileHelp: "Or paste what is in it below.",
      json: "The survey",
      form: "Show it as",
      language: "Language",
      submit: "Show",
      back: "Back to the gallery",
      malformed: "Choose a file, or paste a survey.",
      tooLarge: "The file is too large. It may be 1 MB at most.",
      paper: "This is how it looks",
      surveyjs: "Shown with SurveyJS",
      surveyjsHelp: "The survey uses something that our own pages cannot do. So SurveyJS draws it.",
      refused: "The file cannot be used",
      lacks_one: "{{count}} thing is missing before a round can use it",
      lacks_other: "{{count}} things are missing before a round can use it",
      inDanish: "The survey is not complete in that language. So it is shown in Danish.",
      fit: "Nothing is missing.",
      reasons: "What our pages cannot do",
      notes: "What is not shown",
      waiting: "Fetching the survey …",
    },
    scales: {
      "two-pictures": "two pictures",
      "two-step": "two steps",
      "three-pictures": "three pictures",
      faces: "faces",
      again: "again, again",
      tokens: "stones",
      options: "choose one answer",
      ladder: "ladder",
      "choose-pictures": "choose pictures",
      "rank-pictures": "pictures in order",
      pairs: "pictures in pairs",
      "place-map": "map of the place",
      text: "short text",
      drawing: "drawing",
      "voice-note": "voice note",
      photo: "photo",
    },
  },
  ...leaderEn,
  ...dialogueEn,
  ...feedbackEn,
  ...actionsEn,
  ...auditEn,
  ...jobsEn,
  ...mailEn,
  ...accountsEn,
  ...environmentEn,
  ...readingEn,
  ...organisationEn,
  ...importEn,
  admin: {
    late: {
      title: "Children who wait for an answer",
      help: "The day has passed. The children and the leader can see that, too.",
      answer: "the answer was due on {{date}}",
      followUp: "should have told by {{date}} what has happened since",
    },
    proxy: proxyEn,
    doors: {
      title: "Doors that are paused",
      about:
        "There were many wrong attempts at these groups. A child may be playing, or somebody is trying to guess the cards of others. The code on a card always works, and a page that is open already can be sent.",
      pictures: "Pictures work again at {{time}}. Letters work now.",
      letters: "Letters work again at {{time}}.",
      both: "Pictures and letters work again at {{time}} at the latest.",
      reopen: "Open again now",
      reopened: "The door is open again.",
    },
    voices: {
      title: "Who reads aloud to the children?",
      about:
        "Where a person has recorded the text, the children always hear that. Otherwise you decide what comes first:",
      "device-first": "The tablet's own voice.",
      "device-first-help":
        "It sounds best. We only use a voice that is on the tablet itself, so that no text is sent away.",
      "file-first": "Our sound files.",
      "file-first-help": "They sound the same everywhere, but more like a machine.",
      save: "Save",
      saved: "Saved. It holds the next time a child opens its card.",
    },
    title: "Rounds",
    about: "A round goes from draft to open, closed and sealed. Once it is sealed, leaders can read the result.",
    none: "There are no rounds yet.",
    window: "{{opens}} – {{closes}}",
    states: { draft: "Draft", open: "Open", closed: "Closed", sealing: "Being sealed", sealed: "Sealed" },
    invited: "{{count, number}} children are invited",
    owner: "{{owner}} answers the children by {{date}}",
    ownerPast: "{{owner}} was to answer the children by {{date}}",
    unreviewed: "Nobody who speaks the language has signed the words yet: {{languages}}.",
    languages: { da: "Danish", en: "English", ar: "Arabic", tr: "Turkish", pl: "Polish", uk: "Ukrainian", ur: "Urdu" },
    reader: "{{reader}} reads what the children write and draw",
    resultsPer: {
      group: "Results for each group. Groups of fewer than ten children are counted together with others",
      institution: "Results for the institution as a whole",
    },
    askedBefore_one: "One or more of the questions have been asked once before this school year, of the same children.",
    askedBefore_other:
      "One or more of the questions have been asked {{count}} times before this school year, of the same children.",
    askedTooOften: "Their results are therefore shown for the institution as a whole.",
    inDoubt:
      "The secrets of this round are lost, so we cannot see whether it has been sealed before. Counted twice, the answers would give too much away. Whoever runs the system can go on in two ways. If the round was sealed and its tables were kept in a file, they can be brought back with: lyt release import <file>. If no result of it was ever read, it can be sealed with: {{command}}",
    needsReader:
      "The children can answer in their own words. The round can open once it names a role, an editor and a deputy who read them.",
    editors: {
      title: "Who reads own words",
      about:
        "Own words are what the children write and draw. They are asked for in these languages only. The deputy reads when the editor is away.",
      notAsked: "In this round the children are not asked for their own words, so there is nothing to read.",
      editor: "Editor",
      deputy: "Deputy",
      faults: {
        unknownEditor: "No longer a user",
        notEditor: "Not an editor",
        ownEditor: "Belongs to an institution of the round",
      },
    },
    codes: {
      title: "Codes for the children’s page",
      about:
        "The code belongs to a page on which the children can later see what comes of their answers. It stays the same, also when the round is sealed.",
      code: "Code",
    },
    sealsItself: "Seals itself {{date}}, when the last answers have come",
    institutions: "Institutions",
    institution: "Institution",
    asked: "Invited",
    heard: "Heard so far",
    heardAtLeast: "at least {{count}}",
    heardFew: "under 5",
    heardHelp: "Rounded down (to 5, 10, 15 …) and up to an hour old. Nobody can see more before the round is sealed.",
    results: "See the results",
    open: "Open the round",
    openHelp: "Children can answer as soon as it is open.",
    close: "Close the round",
    closeHelp: "No new child can begin. Answers already given can still arrive for {{count}} days.",
    closeSure: "Yes, close it now",
    seal: "Seal the round",
    sealHelp:
      "The answers are counted, a little random number is added, and then answers and codes are deleted for ever. It cannot be undone, and no new answers can come in.",
    sealSure: "Yes, seal it for ever",
    early:
      "Answers may be on their way from tablets without network until the end of {{date}}. Seal anyway – those answers are lost.",
    done: {
      open: "The round is open. Children can answer.",
      close: "The round is closed.",
      seal: "The round is sealed. Leaders can read the result.",
    },
    failed: {
      "round.incomplete":
        "The round lacks something before it may open: an owner, a purpose, a legal basis or a feedback date.",
      "round.noReader":
        "The children can answer in their own words, and the round does not say who reads them. So it cannot open yet.",
      "round.noEditor":
        "The children can answer in their own words, and the round has no editor and deputy who read them in Danish. So it cannot open yet.",
      "round.unknownEditor":
        "One of those who are to read the children’s own words is no longer a user. So the round cannot open.",
      "round.notEditor":
        "One of those who are to read the children’s own words is not an editor. So the round cannot open.",
      "round.ownEditor":
        "One of those who are to read the children’s own words belongs to an institution of the round. The children must be able to write to somebody from outside, so the round cannot open.",
      "round.unfitSurvey":
        "The survey is not good enough for the children yet. Whoever wrote it can see why with npm run lint:surveys.",
      "round.inDoubt": "The secrets of this round are lost. Only whoever runs the system can go on.",
      "round.inGrace": "Answers may be on their way. Tick that they may be lost – or wait until the time has passed.",
      "round.wrongState": "That cannot be done as the round stands now. Somebody may have changed it.",
      else: "That did not work. Nothing was changed. Try again in a while.",
    },
  },
};
