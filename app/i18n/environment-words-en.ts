/** The English words of the paper that the law asks for; the laws are Danish, and keep their names. */
export const environmentEn = {
  environment: {
    back: "Back to the result",
    title: {
      school: "Draft assessment of the educational environment",
      daycare: "The children’s environment: a draft for the pedagogical curriculum",
      other: "The children’s environment: a draft",
    },
    answered: "{{participants}} of {{invited}} have answered",
    answeredFew: "fewer than five of {{invited}} have answered",
    closed: "closed {{closed}}",
    check:
      "This is a draft. A person must read it, finish it and answer for it. Check as well whether the law has changed since.",
    law: {
      school:
        "Follows lov om elevers og studerendes undervisningsmiljø, § 6 (an assessment at least every third year) and § 7 (its four parts), as they stand in lovbekendtgørelse nr. 316 of 5 April 2017. Later changes have not been read in. The pupils must take part.",
      daycare:
        "Follows dagtilbudsloven, § 8, on the children’s environment as part of the pedagogical curriculum, as worded by lov nr. 554 of 29 May 2018. Later changes have not been read in. The environment must be seen from the children’s side.",
      other:
        "We know of no law that asks this paper of a place like yours. It has the same parts as a school’s assessment, so that you can use what you need.",
    },
    chapters: {
      school: {
        mapping: "Mapping",
        assessment: "Description and assessment",
        plan: "Action plan",
        followUp: "Guidelines for following up",
      },
      daycare: {
        mapping: "The environment as the children see it",
        assessment: "What we notice",
        plan: "What we do",
        followUp: "How we follow up",
      },
    },
    mappingHelp:
      "What the children have said, for the whole place. A small random number has been added to each figure, so that nobody can be worked out. Behind each sentence stands how much that means.",
    parts: {
      physical: "The physical environment",
      psychological: "The psychological environment",
      aesthetic: "The aesthetic environment",
    },
    untold: "The figures say nothing about this. It was not asked about, or too few have answered.",
    own: {
      school: {
        physical: "You must map this yourselves: air, light, sound, ergonomics, safety and hygiene. Write here:",
        psychological: "What we add about being together, safety and the anti-bullying strategy. Write here:",
        aesthetic: "You must map this yourselves: colours, decoration, order and upkeep. Write here:",
      },
      daycare: {
        physical: "What we see ourselves of rooms, playground, sound and light. Write here:",
        psychological: "What we see ourselves of relations and communities. Write here:",
        aesthetic: "What we see ourselves of furnishing, colours and materials. Write here:",
      },
    },
    hidden: "There are no figures for {{forms}}, because too few have answered.",
    ownAssessment: "Our assessment: what is good, and what is a problem? Write here:",
    noPlan: "There are no actions on the board yet.",
    toActions: "Go to the actions",
    columns: { what: "What", who: "Who", due: "When", state: "How far" },
    effect: "from {{before}} to {{after}} of 100",
    followUp:
      "Every action on the board has somebody responsible and a day. Where the day has passed, the plan says so. The next time the children are asked, the figure will stand beside the action.",
    ownFollowUp: {
      school: "Our guidelines: who follows the plan, how often, and how do the pupils take part? Write here:",
      daycare: "How we follow up together with children and parents. Write here:",
    },
  },
} as const;
