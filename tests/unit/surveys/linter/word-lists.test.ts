/** What the lists of words find in every language, and look-alikes that they leave alone. */
import { describe, expect, it } from "vitest";
import type { FormName } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import { LANGUAGES } from "#surveys/paper/language";
import type { Rule } from "#surveys/linter/rule";
import { noHowOften, noNegation, oneIdea, redList, shortRecall } from "#surveys/linter/rules/wording";
import { asking } from "./a-form";

/** By language, parted by "|" or a new line. */
type Sentences = Readonly<Record<Language, string>>;

interface Table {
  readonly rule: Rule;
  readonly form: FormName;
  readonly caught: Sentences;
  readonly innocent: Sentences;
}

const RED_LIST: Table = {
  rule: redList,
  form: "13-18",
  caught: {
    da: `
      Slår dine forældre dig? | Slår nogen derhjemme dig? | Slår far? | Slog din mor dig? | Må de voksne slå dig?
      Har din far slået dig? | Har du slået dit barn? | Bliver du slået derhjemme? | Er du blevet slået af din far?
      Er der nogen, der slår? | Slås dine forældre? | Slår pædagogerne børnene? | Bliver du sparket?
      Kradser nogen dig? | Tæver din far dig? | Får du smæk? | Får du en lussing? | Har du fået en endefuld?
      Sparker din mor dig? | Niver de voksne dig? | Banker din bror dig? | Truer nogen dig? | Bliver du hevet i håret?
      Gør nogen dig ondt? | Er nogen derhjemme voldelige? | Er du blevet voldtaget? | Er du blevet misbrugt?
      Er du blevet mishandlet? | Har nogen begået overgreb mod dig? | Er der incest? | Har du haft samleje?
      Har du haft sex? | Er du homoseksuel? | Er du lesbisk? | Har du sendt et nøgenbillede?
      Har nogen set dig nøgen? | Rører nogen ved dig? | Ser du porno? | Har du tænkt på selvmord?
      Skærer du i dig selv? | Har du skåret dig selv? | Skader du dig selv? | Har du lyst til at dø?
      Tænker du på at dø? | Ønsker du, at du var død? | Vil du tage livet af dig? | Hvem er den værste lærer?
      Hvem i klassen er den sureste? | Hvem er din bedste ven? | Hvilken voksen er sur?
      Hvad hedder den, der driller dig? | Hvad hedder din lærer? | Hvem er du bange for? | Hvem kan du bedst lide?
      Hvem har slået dig? | Skriv navnet på den, der mobber.`,
    en: `
      Do your parents hit you? | Does your dad beat you? | Does anyone hit at home?
      Does your father hit your mother? | Have you been hit at home? | Are you beaten? | Are you smacked?
      Do you get a slap? | Does your teacher kick you? | Does someone at home threaten you? | Does anyone hurt you?
      Are the adults violent? | Have you been abused? | Were you raped? | Have you had sex? | Are you bisexual?
      Have you sent nudes? | Does anyone touch you? | Have you thought of suicide? | Do you cut yourself?
      Do you self-harm? | Do you want to hurt yourself? | Do you want to die? | Who is your worst teacher?
      Who’s the meanest child? | Who is mean to you? | Who bullies you? | Which adults are cross?
      What is your teacher’s name?`,
    ar: `
      هل ضربك والدك؟ | هل يضربونك في البيت؟ | هل يضرب والدك إخوتك؟ | هل تعرضت للعنف؟ | هل ضُربت في البيت؟
      هل تتعرّض للضرب؟ | هل صفعتك أمك؟ | هل يؤذيك أحد؟ | هل تعرضت للتحرش؟ | هل تعرضت للاغتصاب؟ | هل لديك علاقة جنسية؟
      هل مارست الجنس؟ | هل أرسلت صورًا عارية؟ | هل فكرت في الانتحار؟ | هل تجرح نفسك؟ | هل تتمنى الموت؟ | مَن يضربك؟
      مَن هو أسوأ معلم؟ | أي معلمة غاضبة؟ | ما اسم معلمك؟`,
    tr: `
      Baban seni dövdü mü? | Annen sana vuruyor mu? | Dayak yiyor musun? | Evde tokat yedin mi?
      Annen saçını çekiyor mu? | Seni tehdit ediyorlar mı? | Evde şiddet var mı? | İstismara uğradın mı?
      Seks yaptın mı? | Eşcinsel misin? | Çıplak fotoğraf gönderdin mi? | İntiharı düşündün mü?
      Kendine zarar veriyor musun? | Kendini kesiyor musun? | Ölmek istiyor musun? | Ölmeyi düşündün mü?
      En kötü öğretmen kim? | Seninle kim alay ediyor? | Hangi öğretmenler kızgın? | Öğretmeninin adı ne?`,
    pl: `
      Czy rodzice cię uderzyli? | Czy tata cię bije? | Czy mama cię biła? | Czy dostajesz klapsy?
      Czy dostajesz lanie? | Czy ktoś cię kopie? | Czy ktoś cię szarpie za włosy? | Czy ktoś cię krzywdzi?
      Czy w domu jest przemoc? | Czy ktoś cię zgwałcił? | Czy ktoś cię dotykał? | Czy uprawiasz seks?
      Czy jesteś homoseksualny? | Czy ktoś ma twoje nagie zdjęcie? | Czy myślisz o samobójstwie? | Czy tniesz się?
      Czy się tniesz? | Czy chcesz umrzeć? | Kto cię bije? | Kto jest najgorszym nauczycielem?
      Którzy nauczyciele są źli? | Jak nazywa się twój nauczyciel?`,
    uk: `
      Тато тебе бив? | Батьки тебе б’ють? | Мама тебе вдарила? | Тебе побили вдома? | Тобі дають ляпаса?
      Хтось тебе кривдить? | Тобі погрожують? | Чи є вдома насильство? | Тебе зґвалтували? | Хтось тебе торкається?
      Чи був у тебе секс? | Чи є в тебе оголені фото? | Ти думаєш про самогубство? | Ти ріжеш себе?
      Тобі хочеться померти? | Хто тебе б’є? | Хто найгірший учитель? | Яка вчителька сердита? | Як його звати?`,
    ur: `
      کیا امی نے تمہیں مارا؟ | کیا ابو تمہیں مارتے ہیں؟ | کیا تمہیں تھپڑ پڑتا ہے؟ | کیا گھر میں مار پیٹ ہوتی ہے؟
      کیا کوئی تمہیں دھمکاتا ہے؟ | کیا گھر میں تشدد ہے؟ | کیا تمہارے ساتھ جنسی زیادتی ہوئی؟ | کیا تم نے سیکس کیا؟
      کیا کوئی تمہیں چھوتا ہے؟ | کیا تم نے خودکشی کا سوچا؟ | کیا تم خود کو نقصان دیتے ہو؟ | کیا مرنے کا دل ہے؟
      سب سے برا استاد کون ہے؟ | تمہیں کون تنگ کرتا ہے؟ | کون سی ٹیچر غصے میں ہے؟`,
  },
  innocent: {
    da: `
      Slår du op i en bog? | Slår dine lærere ord op? | Hvem trøster dig, når du slår dig? | Har du slået dig?
      Slår du dig løs? | Hvem slår op i ordbogen? | Slår de voksne op på tavlen? | Banker dit hjerte?
      Sparker du til bolden? | Sparker de andre bolden til dig? | Smækker døren? | Gør det ondt? | Er legen voldsom?
      Er det seks børn? | Skærer du din mad selv? | Klipper du selv? | Hvem ligner dig mest?
      Hvilket barn ligner dig mest? | Hvem trøster dig? | Hvad hedder jeres stue? | Hvad hedder den leg, du holder af?
      Skriv navnet på jeres leg.`,
    en: `
      Is that song a hit? | Do you hit the ball? | Do you beat the drum? | Do you beat your own record?
      Who hits the ball? | Does your friend beat you at chess? | Do you kick the ball?
      Who comforts you when you hurt yourself? | Does the noise hurt? | Are there six or sixteen of you?
      Do you touch the screen? | Who is most like you? | Which child is most like you?
      What is the name of your school? | Do you cut paper yourself?`,
    ar: `
      هل تعرف جدول الضرب؟ | هل لديك مضرب؟ | ما جنسيتك؟ | هل جلدك جاف؟ | هل هو مثلي؟ | أي طفل يشبهك؟ | ما اسم مدرستك؟
      هل تركل الكرة؟ | هل يشارك كل الجنود؟`,
    tr: `
      Seksek oynuyor musun? | Topa vuruyor musun? | Seksen mi? | Hangi çocuk sana en çok benziyor? | Bu oyunun adı ne?
      Dövüş filmi mi? | Burada seni kim teselli ediyor?`,
    pl: `
      Czy bijesz brawo? | Czy serce bije szybko? | Czy kopiesz piłkę? | Czy zbierasz liście? | Czy pobiegasz?
      Nagle pada gwałtowny deszcz. | Które dziecko najbardziej przypomina ciebie? | Kto cię pociesza?
      To był samobój?`,
    uk: `
      Ти бив м’яч? | Серце б’ється? | Ти вдарив по м’ячу? | Де шльопанці? | Був гол?
      Яка дитина найбільше схожа на тебе? | Хто тебе втішає?`,
    ur: `
      کیا ہمارا کمرا اچھا ہے؟ | کیا تم نے چھلانگ ماری؟ | کیا پیٹ میں درد ہے؟ | کیا تم ننگے پاؤں کھیلتے ہو؟
      کون سا بچہ تم جیسا ہے؟ | تمہیں تسلی کون دیتا ہے؟`,
  },
};

const NEGATIONS: Table = {
  rule: noNegation,
  form: "3-5",
  caught: {
    da: `
      Er du ikke glad? | Laver I ingenting? | Er du ej glad? | Er der intetsteds ro? | Leger du uden ven?
      Er du ulykkelig? | Er de voksne uvenlige? | Er du ikke-svømmer?`,
    en: `
      Are you not happy? | Can you hardly hear? | Is nowhere calm? | Cant you play? | Doesn’t it help?
      Are you unhappy? | Are the adults unkind?`,
    ar: "هل المكان غير هادئ؟ | ألا تلعب؟ | ألم تلعب؟ | أليس هذا جميلًا؟ | هل تلعب بلا صديق؟ | لا تلعب أبدًا؟",
    tr: `
      Oynamıyor musun? | Mutlu değil misin? | Sevmiyorum. | Koşmuyorsun. | Gülmüyorlar mı? | Oynamadın mı?
      Gelmez misin? | Gelmeyecek misin? | Oynamayan var mı? | Mutsuz musun? | Huzursuzsun. | Arkadaşsız mısın?
      Sevgisizlik mi?`,
    pl: "Czy nigdzie jest spokój? | Czy nikogo tu masz? | Czy jesteś nieszczęśliwa? | Czy wcale się bawisz?",
    uk: "Тут немає друзів? | Тобі ніде спокійно? | Тут нема місця? | Ти нещасний? | Тут небезпечно?",
    ur: "کیا تم ناخوش ہو؟ | کیا جگہ غیر محفوظ ہے؟ | کیا تم ہرگز جاؤ گے؟ | کیا تم بے چین ہو؟ | کیا دوست نہیں؟",
  },
  innocent: {
    da: "Er du utryg? | Leger I uden for huset? | Er du udenfor? | Er I i det nye hus?",
    en: "Do you know it? | Are you under the tree? | Is noon lunchtime? | Do you feel unsafe? | Do you want it?",
    ar: "هل الكرة صغيرة؟ | ما الذي تلعب؟ | هل تحب التغيير؟ | هل ما زلت تلعب؟",
    tr: `
      Sessiz mi? | Siz oynuyor musunuz? | Umuyor musun? | Komedi mi? | Yalnız mısın? | Oturmam gerekiyor.
      Fransız mı? | Uyumadan önce okuyor musun? | Gürültü seni rahatsız ediyor mu?`,
    pl: "Czy jutro jest niedziela? | Czy niebo jest niebieskie? | Czy czujesz niepokój? | Czy lubisz konie?",
    uk: "Чи небо синє? | Чи завтра неділя? | Чи в тебе є ніж? | Чи є нитка?",
    ur: "کیا نہانا اچھا لگتا ہے؟ | کیا یہ بے حد اچھا ہے؟ | کیا بیٹھنا اچھا ہے؟",
  },
};

const JOINS: Table = {
  rule: oneIdea,
  form: "3-5",
  caught: {
    da: `
      Er du glad, men træt? | Er du glad samt tryg? | Er du glad såvel som tryg? | Er du glad & tryg?
      Er du glad/tryg? | Er du glad / tryg? | Er du glad, tryg, rolig? | Står og leger du? | Jeg sidder og tegner.`,
    en: `
      Are you happy as well as safe? | Are you happy & safe? | Are you happy/safe? | Are you happy but tired?
      Are you happy, safe, calm? | Do you stand and play?`,
    ar: `
      هل أنت سعيد ومرتاح؟ | هل تغني وتقرأ؟ | هل تحب اللعب والغناء؟ | هل تلعب، لكن وحدك؟ | هل أنت سعيد/هادئ؟
      هل أنت سعيد، هادئ، مرتاح؟`,
    tr: "Mutlu ama yorgun musun? | Hem oynuyor hem okuyor musun? | Mutlu & sakin misin? | Mutlu, sakin, rahat mısın?",
    pl: "Wolisz śpiewać czy czytać? | Lubisz grać, a potem czytać? | Jest miło, ale głośno? | Czy jest miło/cicho?",
    uk: "Тобі весело, але гучно? | Ти граєшся, а потім читаєш? | Тобі добре/спокійно? | Тобі тепло, добре, спокійно?",
    ur: "کیا تم خوش ہو لیکن اکیلے؟ | کیا تم خوش/محفوظ ہو؟ | کیا تم خوش، محفوظ، پرسکون ہو؟",
  },
  innocent: {
    da: "Jeg står mest og kigger på. | Står du og ser på? | Ja, du leger, når du vil. | Er du tryg til og fra skole?",
    en: "Do you stand and watch? | Are you safe there and back? | Yes, you play, when I may.",
    ar: `
      هل أنت وحدك؟ | مَن يشبهك وقت اللعب؟ | هل والدك هنا؟ | هل هنا كبير واحد يساعدك؟ | مَن يشبهك وأنت هنا؟
      هل يواسيك أحد؟ | هل تعرف الوقت؟`,
    tr: "Sevgi var mı? | Evet, oyun, sen oynarken.",
    pl: "Czy wiesz, czy możesz się bawić? | Czy lubisz tu być?",
    uk: "Чи тобі тут добре? | Подивись. Чи тобі тут добре?",
    ur: "کیا بڑے کچھ اور کرتے ہیں؟",
  },
};

const LOOKS_BACK: Table = {
  rule: shortRecall,
  form: "6-9",
  caught: {
    da: `
      Var du glad i mandags? | Var du glad i søndags? | Legede du for en uge siden? | Legede du for 3 dage siden?
      Legede du i weekenden? | Var det rart tidligere? | Begyndte du for to år siden?
      Har du leget siden sommerferien? | Var sommerferien god? | Er du glad i dette skoleår? | Har du været glad i år?
      Har du grædt i denne uge? | Var det bedre førhen? | Græd du, da du var lille? | Har du leget for nylig?
      Sov du godt i nat?`,
    en: `
      Did you play two days ago? | Have you played since lunch? | Were you happy last Monday?
      Were you happy last week? | Are you happy this school year? | Did you play earlier?
      Were you happy when you were little? | How was the weekend? | Were the summer holidays nice?
      Have you ever played?`,
    ar: `
      هل لعبت قبل أسبوع؟ | هل تلعب منذ الصباح؟ | هل لعبت يوم الاثنين الماضي؟ | هل لعبت بالأمس؟
      هل لعبت في عطلة نهاية الأسبوع؟ | هل أنت سعيد هذا العام الدراسي؟ | هل لعبت في عطلة الصيف؟ | هل لعبت سابقًا؟`,
    tr: `
      Bir hafta önce oynadın mı? | Yazdan beri oynuyor musun? | Geçen pazartesi oynadın mı? | Hafta sonu oynadın mı?
      Bu okul yılında mutlu musun? | Yaz tatilinde oynadın mı? | Son iki gün oynadın mı? | Eskiden oynar mıydın?`,
    pl: `
      Czy tydzień temu było miło? | Czy od wakacji jest miło? | Czy w zeszły poniedziałek było miło?
      Czy w weekend było miło? | Czy w tym roku szkolnym jest miło? | Czy w wakacje było miło?
      Czy wcześniej było miło?`,
    uk: `
      Чи було добре тиждень тому? | Чи тобі добре від канікул? | Чи було добре минулого понеділка?
      Чи було добре на вихідних? | Чи добре цього навчального року? | Чи було добре на літніх канікулах?
      Чи було добре раніше?`,
    ur: `
      کیا تم ایک ہفتہ پہلے خوش تھے؟ | کیا تم چھٹیوں سے خوش ہو؟ | کیا تم پچھلے پیر کو خوش تھے؟
      کیا تم اس تعلیمی سال خوش ہو؟ | کیا گرمیوں کی چھٹیاں اچھی تھیں؟ | کیا تم ماضی میں خوش تھے؟`,
  },
  innocent: {
    da: `
      Glæder du dig til sommerferien? | Sidder du ved siden af en ven? | Er siden på nettet god?
      Lykkes det til sidst?`,
    en: `
      How long does break last? | Are you used to noise? | Do you walk past the hall?
      Looking forward to the summer holidays?`,
    ar: "مَن يشبهك قبل اللعب؟ | هل أنت سعيد اليوم؟",
    tr: "Oyundan önce sana kim benziyor? | Bugün mutlu musun?",
    pl: "Czy dzięki temu jest ci miło? | Czy dzisiaj jest miło?",
    uk: "Чи тобі добре тому, що тут друзі? | Чи сьогодні добре?",
    ur: "کیا کل دوبارہ کھیلنے کا دل ہے؟ | کھیل سے پہلے کون سی تصویر تم جیسی ہے؟",
  },
};

const HOW_OFTEN: Table = {
  rule: noHowOften,
  form: "6-9",
  caught: {
    da: `
      Leger du oftere her? | Leger du oftest ude? | Leger du hyppigt? | Leger du jævnligt?
      Hvor mange gange leger du? | Leger du tiere ude? | Leger du sjældnere?`,
    en: "Do you frequently play? | How many times do you play? | Do you usually play? | Do you play regularly?",
    ar: "كم مرة تلعب؟ | كثيرًا ما تلعب؟ | هل تلعب عادةً؟ | هل تلعب غالبًا؟ | هل تلعب بانتظام؟",
    tr: "Sıklıkla oynar mısın? | Kaç kez oynarsın? | Genellikle oynar mısın? | Ne kadar sık oynarsın?",
    pl: "Czy częściej się bawisz? | Ile razy się bawisz? | Czy zazwyczaj się bawisz? | Czy rzadziej się bawisz?",
    uk: "Скільки разів ти граєшся? | Ти частіше граєшся? | Ти зазвичай граєшся? | Ти граєшся регулярно?",
    ur: "تم کتنی بار کھیلتے ہو؟ | کیا تم بار بار کھیلتے ہو؟ | کیا تم عموماً کھیلتے ہو؟ | کیا تم باقاعدگی سے کھیلتے ہو؟",
  },
  innocent: {
    da: "Er titlen god? | Leger I mest ude? | Hvor mange leger?",
    en: "Is it as usual? | Do you mostly play? | How many of you play?",
    ar: "هل تركض كثيرًا؟ | كم هو جميل؟",
    tr: "Çoğunlukla oynuyor musun? | Sıkılıyor musun? | Kaç taş?",
    pl: "Czy najczęściej się bawisz? | Czy jest jak zwykle? | Ile was jest?",
    uk: "Ти здебільшого граєшся? | Ти хочеш іще раз?",
    ur: "کیا تم زیادہ تر کھیلتے ہو؟ | کیا ہر بار کھیلتے ہو؟",
  },
};

const rows = (sentences: Sentences) =>
  LANGUAGES.flatMap((language) =>
    sentences[language]
      .split(/[|\n]/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => [language, text] as const),
  );

describe.each([
  ["the red list", RED_LIST],
  ["negations", NEGATIONS],
  ["joins", JOINS],
  ["what looks back", LOOKS_BACK],
  ["how often", HOW_OFTEN],
])("%s", (_, { rule, form, caught, innocent }) => {
  const languagesFound = (text: string, language: Language) =>
    rule.check(asking(text, { form }, language)).map((fault) => fault.language);

  it.each(rows(caught))("catches in %s: %s", (language, text) => {
    expect(languagesFound(text, language)).toEqual([language]);
  });

  it.each(rows(innocent))("leaves alone in %s: %s", (language, text) => {
    expect(languagesFound(text, language)).toEqual([]);
  });
});

it.each<readonly [FormName, Language, string]>([
  ["10-12", "da", "Var du glad for tre uger siden, sidste måned?"],
  ["13-18", "da", "Begyndte du for to år siden?"],
  ["13-18", "da", "Har du været glad siden sommerferien?"],
  ["13-18", "da", "Har du været glad i dette skoleår?"],
  ["13-18", "en", "Have you been happy this school year?"],
  ["13-18", "ar", "هل كنت سعيدًا قبل سنتين؟"],
  ["13-18", "tr", "İki yıl önce mutlu muydun?"],
  ["13-18", "pl", "Czy dwa lata temu było miło?"],
  ["13-18", "uk", "Чи було добре два роки тому?"],
  ["13-18", "ur", "کیا تم دو سال پہلے خوش تھے؟"],
])("counts how far back the form %s looks in %s: %s", (form, language, text) => {
  expect(shortRecall.check(asking(text, { form }, language))).toHaveLength(1);
});
