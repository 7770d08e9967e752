import type { WordLists } from "./word-list";
import { any, SIGNS } from "./word-list";

const KIN = any`
  (?:dad|daddy|father|mum|mummy|mom|mother|parents?|brother|sister|stepdad|stepmum|family|adults?|grown-ups?|teachers?|staff|anyone|anybody|someone|somebody|they|he|she|who)`;
const WHOM = any`
  (?:you|me|us|him|her|them|each other|children|kids|(?:your|my) (?:mother|mum|mom|father|dad|brother|sister|child|children|friends?))`;
const PEOPLE = any`
  (?:teachers?|child|children|pupils?|students?|classmates?|adults?|grown-ups?|boys?|girls?|friends?|person|educators?|bully)`;

export const en: WordLists = {
  // "Unsafe" and "unpleasant" are answers that children know.
  negations: any`
    not|never|no|nobody|no-one|nothing|none|nowhere|without|neither|nor|cannot|hardly|barely|scarcely|[a-z]+n['’]t
    (?:ca|do|does|did|is|are|was|were|wo|would|could|should|must|have|has|had|ai)nt|unhappy
    unhappily|unkind|unkindly|unfriendly|unfair|unfairly|unable|unwanted|unwelcome|unliked|dislike…`,
  joins: any`and|or|as well as|but|plus|either|${SIGNS}`,
  oneIdea: any`
    here and now|there and back|back and forth|to and from|both happy and sad
    (?:stand|sit|standing|sitting) and (?:watch|look)`,
  looksBack: any`
    (?<!at )last(?= )(?! (?:long|longer|for|until|too|enough|in line|in the queue))|did ~ last
    (?<!(?:half|quarter|walk|walks|run|go) )past(?! (?:the|me|you|it|us|them))|in the past|yesterday|ago|previous
    previously|since|earlier|recently|lately|formerly|the other day|(?:have|did) you ever
    this (?:school|academic) year|so far this|(?:did|was|were) [^.?!]*weekend
    when you were (?:little|small|younger|a baby|\d|in)
    (?<!(?:am|is|are|be|get|gets|getting|was|were)(?: \p{L}+)? )used to
    (?<!(?:to|before|until|next)(?: the| your| this)? )(?:summer|christmas|easter|winter|autumn) (?:holidays?|break|vacation)`,
  year: any`
    year|years|summer (?:holidays?|break|vacation)|(?:christmas|easter|winter|autumn) (?:holidays?|break|vacation)`,
  month: "month|months",
  week: "week|weeks|weekend",
  day: "day|days",
  howOften: any`
    often|oftener|rarely|seldom|frequently|frequent|infrequently|regularly|usually|normally|how many times
    hardly ever|time and again`,
  resemblance: any`
    (?:is|are|who['’]s|looks?|looking|most|more)(?: (?:most|more|just|a lot|very much))? like you(?! (?:to|are|were|have|do|can|could|did|say|want|like)(?!\p{L}))
    resembl… ~ you|similar to you|your double`,
  yes: "yes",
  // "No one" says something else.
  no: any`no(?= ?[,.!;:–—-]|$)`,
  superlatives: any`
    (?:the )?most(?! (?:of|days|times|weeks|people|children|kids|adults|grown-ups|others)(?!\p{L}))`,
  top: any`top|highest|best`,
  bottom: any`bottom|lowest|worst`,
  sensitive: any`
    (?:am|i['’]m|are|is|be|feel|feels|felt|left|stand|sit|all)(?: (?!play)\p{L}+){0,3} alone|lonely|loneliness
    (?:left|leaves?|leaving|feel|feels|kept|keeps?|shut)(?: \p{L}+){0,2} out(?! (?:of|in) (?:the )?(?:rain|sun|doors))|outsider
    scared|afraid|frightened|fright…|(?<!(?:move|moves|use|moving|using) )(?:my|your) body(?! needs)|worr(?:y|ies|ied|ying)|pressure|pressured
    (?:stay|keep)(?:s|ing)? (?:well )?away|avoid|avoids|avoiding|tease|teases|teased|teasing|bull(?:y|ies|ied|ying)
    (?:tummy|stomach|head)(?:-| )?aches?|(?:tummy|stomach|head) (?:\p{L}+ ){0,2}(?:hurts|aches)`,
  redList: any`
    # Violence
    (?:hit|hits|hitting|kick|kicks|kicked|kicking|punch|punches|punched|bites?|bit|pinch|pinches|pinched|shakes?|shook|choke|chokes|choked|whip|whips|whipped|threaten|threatens|threatened) (?:you|me|us|him|her|them|each other|children|kids)
    (?:beat|beats|beaten|beating) ${WHOM}(?! (?:at|in|to it|to the))
    ${KIN} (?:ever )?(?:hit|hits|beat|beats|hurt|hurts|harm|harms)(?: ${WHOM}(?! (?:at (?!home)|in (?:a|the) (?:game|race)))| at home|(?=[?.!]))
    (?:are you|you been|you get|you got|being|getting|ever been|been) (?:hit|beaten|kicked|punched|struck|hurt|threatened)(?= (?:at home|by (?:your|an adult|a (?:parent|teacher)|someone|anyone|mum|dad))|[?.!])
    beat up|beaten up|beatings?|spank…|smack(?:s|ed|ing)?(?! (?:your lips|in the))
    slap(?:s|ped|ping)?(?! (?:bracelet|on))|violen…|abus…|assault…|molest…|harass…|grope…|strangl…
    corporal punishment|caned
    physically (?:punish|hurt|harm)…|pull… ~ (?:your|my) hair|locked ~ in (?:a|your|the)|rape|raped|rapes|raping
    rapist…
    # Sexuality
    sex|sexy|sexting|sexist|…sexual…|intercourse|incest…|paedophil…|pedophil…|gay|lesbian…|porn…|masturbat…|condom…
    naked|nude|nudes|nudity|without clothes|genital…|penis|vagina…|private parts|dick pics?
    virginity|abortion…|prostitut…|touch(?:es|ed|ing)? (?:you|your body)
    # Self-harm
    suicid…|self[- ]?harm…|self[- ]?injur…|overdos…|anorexi…|bulimi…|eating disorder…
    (?:harm|kill|injur|cut)… (?:yourself|myself|themselves)|hurting (?:yourself|myself)
    hurt (?:yourself|myself) on purpose
    (?:want|wanted|like|wish|thought|tried) ~ hurt (?:yourself|myself)|(?:want|wanted|wish|wanting) to die|were dead
    better off dead|(?:end|ending|take|taking) (?:your|my) (?:own )?life|worth living
    (?:want|wanted) to (?:live|be alive)(?=[?.!])
    # Other people by name
    who (?:has |have |is )?(?:hits?(?! the)|teas(?:es|ed|ing)|bull(?:ies|ied|ying)|picks? on|threatens?|hates|excludes|annoys|scares)
    who (?:is|are) (?:mean|unkind|nasty|bad) to
    who (?:are you afraid of|do you (?:dislike|hate|like least)|leaves you out)
    who(?:['’]s| is| are| was) (?:your|the) (?:worst|meanest|best|nicest|dumbest|strictest|unfairest|kindest|least|most (?!like)\p{L}+)
    which (?:\p{L}+ )?${PEOPLE}(?! (?:is|are|looks?) (?:most )?like)
    the names? of(?! (?:your|the|a) (?:school|club|game|song|book|town|class|place))
    what(?:['’]s| is| are) (?:his|her|their) names?
    what(?:['’]s| is| are) (?:your|the) ${PEOPLE}(?:['’]s?)? (?:name|names|called)
    name (?:a|one|the|your) (?:\p{L}+ )?${PEOPLE}`,
};
