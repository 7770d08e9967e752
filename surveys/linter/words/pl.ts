import type { WordLists } from "./word-list";
import { any, SIGNS } from "./word-list";

// Who is kicked or shaken stands before or after the verb.
const WHOM = any`(?:cię|ciebie|mnie|was|nas|kogoś)`;
const HIT = any`
  (?:uderz…|zbi(?:je|ją|li|ł…)|kop(?:ie|ią|nął…|nęł…|nęli|ał…|ali)|szarp…|szturch…|popych…|popchn…|dusi…|dotyk(?:a|ają|ał…|ali))`;
const PEOPLE = any`
  (?:nauczyciel|dzieck|dzieci|koleg|koleż|kolega|ucz(?:eń|ni|enn)|dorosł|wychowawc|chłop|dziewczyn|osob)…`;

export const pl: WordLists = {
  negations: any`
    nie|nigdy|nigdzie|nikt|nikogo|nikomu|nikim|nic|niczego|niczemu|niczym|bez|beze|żaden|żadn…|ani|wcale|brak
    nie(?:szczęśliw|mił|zadowolon|lubian|grzeczn|bezpieczn|sprawiedliw|dobr|ważn|możliw|przyja[zź])…`,
  joins: any`i|oraz|lub|albo|bądź|ale|lecz|a także|jak również|(?<=, )a|(?<!, )czy|${SIGNS}`,
  oneIdea: "t(?:am|u|utaj) i z powrotem|raz [^,?]+, a raz|stoj(?:ę|isz) i patrz(?:ę|ysz)",
  looksBack: any`
    wczoraj|przedwczoraj|ostatni…|ubiegł…|zeszł…|poprzedni…|minion…|wcześniej|dawniej|niedawno
    (?:kiedy|gdy) (?:był|byłeś|byłaś|miałeś|miałaś)
    (?:rok|roku|lat|lata|miesi[ąę]c…|tydzień|tygodni…|dzień|dni|godzin…|dawno|chwil…) temu|tym roku szkolnym
    tego roku szkolnego|od (?:wakacji|początku|września|zeszł…|świąt|ferii)
    (?:w|podczas|w czasie) (?:te )?(?:wakacje|wakacji|ferie|ferii)|na (?:wakacjach|feriach)|w (?:ten )?weekend
    podczas weekendu`,
  year: any`rok|roku|lat|lata|latach|półrocz…|wakacj…|ferie|ferii|feriach`,
  month: any`miesi[ąę]c…`,
  week: any`tydzień|tygodni…|weekend…`,
  day: "dzień|dnia|dniu|dni|dniach",
  // "Najczęściej" and "przeważnie" are "mostly", an answer that children know.
  howOften: any`
    często|częściej|rzadko|rzadziej|nieczęsto|nierzadko|zazwyczaj|(?<!jak )zwykle|regularnie|nieraz|wielokrotnie
    ile razy`,
  resemblance: any`
    (?:jest|są|kto|ktoś|najbardziej)(?: \p{L}+){0,2} (?:taki |taka |takie )?jak ty|podobn… do ciebie|do ciebie (?:\p{L}+ ){0,2}podobn…
    przypomina… (?:\p{L}+ )?(?:cię|ciebie)|(?:cię|ciebie) (?:\p{L}+ )?przypomina…`,
  // "Tak samo" and "nie wiem" say neither.
  yes: any`tak(?= ?[,.!;:–—-]|$)`,
  no: any`nie(?= ?[,.!;:–—-]|$)`,
  // "Najczęściej" is "mostly".
  superlatives: any`najbardziej|najwięcej`,
  top: any`gór…|szczy…|wierzch…|najlep…|najwyż…`,
  bottom: any`dół|doł…|dole|dolny…|dna|dno|dnie|spód|spodzie|najgor…|najniż…`,
  redList: any`
    # Violence; one also claps ("bije brawo") and breaks a record.
    (?<!(?:serce|zegar|dzwon) )(?:po)?bi(?:je|ją|jesz|ć|ł|ła|li|ły|ty|ta|to|łeś|łaś|cie)(?! (?:\p{L}+ )?(?:brawo|rekord…|serce|dzwon…|zegar))
    ${WHOM} ~ ${HIT}|${HIT} ~ ${WHOM}
    ${HIT} ~ (?:mama|tata|rodzice)|przemoc…|klaps…|spoliczk…
    (?:dosta|spuszcz|spuści)… ~ (?:lanie|lania|pasem|w tyłek|w skórę|po łapach)|s?krzywdz…|s?krzywdę|znęca…
    maltretow…|(?:ciągn|szarp)… ~ za włosy
    kar… (?:cielesn|fizyczn)…|groz(?:i|ą) ci|ci groz(?:i|ą)|molest…|gwałt(?!own)…|z?gwałc…
    # Sexuality
    seks…|…seksualn…|gej|geje|gejem|lesbijk…|nago|nagi|naga|nagie|nagą|nagich|nagiego|nadzy|rozebran…|porno…
    kazirodz…|pedofil…|masturb…|onani…|stosunek(?=[?.])|(?:stosun|kontakt)… płciow…
    współży(?:cie|cia|jesz|ł…)|prezerwatyw…|penis…|intymn…
    # Self-harm; "samobój" is also an own goal.
    samobójst…|samobójcz… (?:myśl|prób)…|(?:myśl|prób)… samobójcz…|samookalecz…|okalecz…
    (?:zabi|zran|kalecz)… ~ siebie|zabi(?:ć|jesz|ję) się|(?:tniesz|tnę|ciąć|ciąłeś|cięłaś|pociąć) (?:się|siebie)
    się (?:tniesz|tnę|ciąć|okalecz…|zabić)|sobie krzywd…|sobie życi…|(?:chcesz|chcę|chciał…|wolał…|ochotę) ~ umrzeć
    # Other people by name
    kto (?:tu |tutaj )?(?:cię |ci |ciebie |wam |was )?(?:dokucza|wyśmiewa|bije|przezywa|gnębi|krzywdzi|straszy|popycha|kopie|prześladuje|grozi)
    kto (?:\p{L}+ )?jest (?:\p{L}+ )?naj(?:gorsz|lepsz|głupsz|surowsz|wredniejsz|milsz|złośliwsz)…
    naj(?:gorsz|wredniejsz|surowsz)… ${PEOPLE}
    któr(?:y|a|e|zy|ego|ą) ${PEOPLE}(?! (?:najbardziej )?(?:przypomina|jest jak))
    jak (?:ma|mają) na imię(?! (?:tw\p{L}+ )?(?:pies|kot|miś|zwierz…))
    jak (?:się )?nazywa(?:ją)? (?:się )?(?:tw\p{L}+ |ten |ta |to |ci )?${PEOPLE}|imi(?:ę|ona) ${PEOPLE}`,
};
