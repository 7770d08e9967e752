import type { WordLists } from "./word-list";
import { any, SIGNS } from "./word-list";

// "Slår dig" is done by others: who falls and "slår sig" asks for comfort.
const HIT = any`(?:slår|slog|slå)`;
const KIN = any`
  (?:(?:din|dine|jeres|min|mine) )?(?:far|mor|forældre|bror|søster|søskende|familie|kæreste|stedfar|stedmor|lærer|lærere|læreren|lærerne|pædagog|pædagoger|pædagogen|pædagogerne|forældrene|de voksne|en voksen|personalet|nogen)`;
const WHOM = any`(?:dig|mig|jer|os|ham|hende|hinanden)`;
const PEOPLE = any`
  (?:lærer|læreren|lærere|pædagog|pædagogen|pædagoger|voksen|voksne|barn|barnet|børn|elev|elever|ven|venner|veninde|veninder|kammerat|kammerater|dreng|drenge|pige|piger|person|personen|kæreste|far|mor|bror|søster)`;

export const da: WordLists = {
  // "Utryg" is an answer that children know.
  negations: any`
    ikke|ikk|aldrig|ingen|intet|ingenting|hverken|nej|ej|intetsteds|ingensteds|næppe|uden(?! for)|utilfreds…
    ulykkelig…|uvenlig…|uretfærdig…|usikker…|umulig…|ukendt…`,
  joins: any`og|eller|samt|men|såvel som|både|enten|plus|${SIGNS}`,
  oneIdea: any`
    til og fra|frem og tilbage|ud og hjem|både glad og ked af det
    (?:står|sidder|går|ligger)(?: du| jeg)?(?: mest)? og (?:kigger|ser)`,
  looksBack: any`
    sidste|(?<!til )sidst|seneste|forrige|tidligere|forleden|førhen|før i tiden|da du (?:var|gik|startede|begyndte)
    nylig|nyligt|fornylig|dengang|nogensinde|i går|i forgårs|i morges|i aftes|i nat
    i (?:man|tirs|ons|tors|fre|lør|søn|mid|formid|eftermid)dags|i weekenden|i (?:sommers|vinters|forårs|efterårs)
    for(?: [\p{L}\d]+){1,3} siden
    siden (?:sidst|i går|du|vi|jul|nytår|påske|sommer…|…ferien|…dags?|starten|august|skole…|børnehave…)
    (?<!(?:til|før|inden|næste) )(?:sommer|efterårs|jule|vinter|påske)ferien|(?:dette|det her|sidste) skoleår
    skoleåret|skoleårets
    (?:var|været|haft|havde|blev|blevet|fik|fået|lært|lavet|følt|oplevet|gjort|leget|grædt|grinet|sovet|savnet|mødt|set|hørt|prøvet) ~ i (?:år|denne uge|denne måned)`,
  year: any`år|året|årene|skoleår…|halvår…|…ferien|i (?:sommers|vinters|forårs|efterårs)`,
  month: "måned|måneden|måneder|månederne",
  week: "uge|ugen|uger|ugerne|weekenden",
  day: "dag|dagen|dage|dagene|døgn",
  howOften: any`
    tit|tiere|tiest|ofte|oftere|oftest|sjælden|sjældent|sjældnere|sjældnest|hyppig…|jævnlig…|regelmæssig…|som regel
    sædvanligvis|hvor mange gange|gang på gang`,
  resemblance: any`
    lign(?:er|e|ede|et) ~ (?:på )?dig|lign(?:er|e) du|(?:er|ser ud)(?: \p{L}+){0,2} (?:som|ligesom) dig|minder ~ om dig
    (?:er|som) din dobbeltgænger`,
  yes: "ja",
  no: "nej",
  superlatives: "(?<!for det )(?:aller)?mest",
  top: any`øverst|øverste|top|toppen|højest|bedst|bedste`,
  bottom: any`nederst|nederste|bund|bunden|lavest|værst|værste|dårligst|dårligste`,
  // Who plays alone, may be alone, or is out of doors ("uden for huset") may like it so.
  sensitive: any`
    (?:er|føler|føle|følt|står|sidder|bliver|blive|blevet|efterladt)(?! leg)(?: (?!leg)\p{L}+){0,4} alene(?! om at)|ensom…
    (?:er|føler|føle|følt|står|holder|holdt|holde|bliver|blive|blevet|lukket|lukker)(?: \p{L}+){0,4} udenfor(?! (?:i|på))
    bange(?! for at (?:gå glip|sige))|angst|angste|frygter|(?<!(?:bevæge|bruge|røre)r?(?: (?:du|jeg))? )(?:min|din) krop(?! har brug)|bekymr…|presset|pressede|stresset
    hold(?:er|e|t)(?: (?:mig|dig))(?: \p{L}+){0,2} (?:væk|fra)|(?:mig|dig) (?:helst )?(?:holder|holdt)(?: \p{L}+){0,2} (?:væk|fra)
    undgår|(?<!teknikken )drill…|mob(?:b|n)…|ondt i (?:maven|hovedet)|mave(?:n)? (?:\p{L}+ ){0,3}ondt|hoved(?:et)? (?:\p{L}+ ){0,3}ondt|mavepine|hovedpine`,
  redList: any`
    # Violence
    (?<!(?:du|jeg|vi|i) (?:\p{L}+ )?)${HIT}(?: (?!(?:du|jeg|vi|i|det|for|til|hos|med|på|op|ud) )\p{L}+){0,3} ${WHOM}(?! (?:løs|sammen|op))
    ${HIT} ~ på (?:dig|mig)
    ${HIT} ~ (?:barnet|børn|børnene|drengene|pigerne)(?! (?:kolbøtter|op|søm))
    ${HIT} (?:du|jeg|i) (?:andre|nogen|hinanden|ham|hende|dit barn|dine børn|børn)
    ${HIT} ${KIN}(?![^.?!]* (?:op|søm|græsset|fra|fast|lyd)(?!\p{L}))
    ${KIN}(?:,? der)? slår(?! (?:op|til|fra|fast|ud|søm|græs|græsset|lyd|dig op))
    slås (?:din|dine|mor|far|de voksne|derhjemme|hjemme)
    (?:forældre|voksne|mor|far) slås|slås ~ derhjemme
    (?:bliver|blev|blevet|blive|været) ~ slået(?! (?:op|fra|til|ud|fast|sammen|løs))
    slået af (?:din|dine|mor|far|en|nogen|de)|slået ihjel|slå ihjel|slår ihjel
    har(?: (?!(?:du|jeg|vi|i) )\p{L}+){1,4} slået ${WHOM}|har (?:du|jeg) slået (?:nogen|andre|dit|dine|ham|hende)
    tæv|tæve|tæver|tævet|tævede|tæsk…|lussing…|øretæve…|endefuld…|prygl…|klaps|klapset|bank af
    mørbank…|gennembank…|(?:få|får|fik|fået|giver|gav|givet) ~ (?:smæk|bank|stryg|en flad)
    smæk i (?:numsen|måsen|bagdelen|røven)
    (?:er|bliver|blev) du (?:\p{L}+ )?(?:sparket|nevet|rusket|kradset|truet)(?! (?:ud|af regn))
    (?:spark|bank|niv|rusk|krads|bid|tru)(?:er|ede|et|t)(?: (?!(?:bold|til|på|du|jeg|hos|efter) |bold)\p{L}+){0,3} ${WHOM}
    (?:hiver|river|trækker|rykker|hevet|revet|trukket) ~ i håret
    (?:låser|låst|spærrer|spærret) ~ inde|gør(?: (?!det )\p{L}+){0,3} (?:dig|mig) ondt|fortræd|kvæl…|vold|volden
    voldelig…|voldtag…|voldtog|voldtæg…|mishandl…|…misbrug…|overgreb…|overfald…|krænk…|fysisk straf…
    # Sexuality
    sex|sexet|sexting|sexchikane|sexuel…|…seksuel…|seksual…|kysset|er du til (?:drenge|piger|mænd|kvinder)
    kærestesex|samleje…|incest…|pædofil…|onan…|porno…|nøgen…|nøgne|uden tøj|nudes?|dickpics?|afklædt…
    blotte…|bøsse|bøsser|lesbisk…|kondom…|abort|prostitu…|jomfru|tissemand…|tissekone…|penis…|vagina…|kønsdel…
    kønsorgan…|befaml…|gramse…|(?:rører|rørte|rørt|piller) ~ ved (?:dig|mig|din krop)
    # Self-harm
    selvmord…|selvskad…|suicid…|cutte…|cutting|overdosis|spiseforstyrr…|anoreksi…|anorexi…|bulimi…
    (?:skærer?|skåret|skar|skader?|skadet|såret?|dræber?|slår?|slået|hader?) ~ (?:dig|mig|sig) selv
    livet af (?:dig|mig|sig)|(?:dit|sit|mit) eget liv
    (?:lyst til|ønske…|tænkt på|vil gerne|gerne ville|gerne|tænke…(?: du)? på) (?:at )?dø(?! for)
    (?:ønske…|ville)[^.?!]* død
    (?:lyst til|gider|orker|vil) ~ leve|livet ~ værd
    # Other people by name
    hvem (?:har |er det,? der )?(?:slår(?! (?:op|bold|på))|slået|driller|drillet|mobber|mobbet|generer|truer|skælder|hader|bagtaler)
    hvem (?:skubber|sparker|råber ad|gør|holder) (?:dig|mig)
    hvem er (?:du bange for|(?:ond|grov|sur|dum|led) (?:ved|mod|på))
    hvem (?:hader|er) (?:du|I) (?:sur på|uvenner med)|hvem kan du (?:\p{L}+ )*lide
    hvem ~ er (?:din|dine|den|det|de) (?:allermest |aller)?(?:værste|dårligste|dummeste|sureste|ondeste|grimmeste|strengeste|sødeste|bedste|flinkeste|kedeligste|mindst|mest)
    hvem er (?:din|dine|den|det|de) (?:\p{L}+ )?${PEOPLE}|hvem af (?:de voksne|lærerne|pædagogerne|børnene)
    hvilke[nt]? (?:\p{L}+ )?${PEOPLE}(?! (?:ligner|er som))
    hvad hedder (?:(?:den|de|dem),? (?:\p{L}+ )?der|han|hun|barnet|læreren|pædagogen|personen|(?:din|dine|den|det|de|jeres) (?:\p{L}+ )?${PEOPLE})
    navn(?:et|ene|e)? på(?! (?:din|jeres|en|et|den|det) (?:skole|klub|leg|by|bog|sang|spil|klasse|stue|sted))
    (?:nævn|skriv) (?:en|et|den|det|de) (?:\p{L}+ )?${PEOPLE}`,
};
