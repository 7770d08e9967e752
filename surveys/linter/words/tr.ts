import type { WordLists } from "./word-list";
import { any, SIGNS } from "./word-list";

export const tr: WordLists = {
  // Left out: endings that are also those of a noun ("yapma", "yapmam", "yapmadan").
  negations: any`
    değil…|yok|yoktu|yokum|hiç|hiçbir…|asla|hayır|sakın|(?!umuyor|yumuyor|emiyor|gömüyor)\p{L}+m[ıiuü]yor…
    (?!komedi|damadı)\p{L}+m[ae]d[ıi](?:m|n|k|n[ıi]z|l[ae]r)?
    (?!namaz|pekmez|yaramaz)\p{L}{2,}m[ae]z(?:l[ae]r|s[ıi]n(?:[ıi]z)?|d[ıi]…|s[ae]…)?
    \p{L}+m[ae]y[ae](?:cak|cek|ca[ğg]|ce[ğg])…|\p{L}+m[ae]y[ae]n…|\p{L}+m[ae]m[ıi]ş…|\p{L}+m[ae]m[ae](?:k|l[ıi])…
    (?!sessiz|sonsuz|fransız|hırsız|ücretsiz|kablosuz|telsiz|öksüz|eşsiz|sayısız|şüphesiz|kuşkusuz|rahatsız|aralıksız)\p{L}+s[ıiuü]z(?:[ıiuü]m|s[ıiuü]n(?:[ıiuü]z)?|[ıiuü]z|l[ae]r|l[ıiuü][kğ]…|d[ıiuü]r)?`,
  joins: any`ve|veya|ya da|yahut|veyahut|ama|fakat|lakin|ayrıca|hem|ile beraber|${SIGNS}`,
  oneIdea: "hem mutluyum hem üzgünüm",
  looksBack: any`
    geçen|geçenlerde|geçtiğimiz|dün|evvelki|evvelsi|eskiden|önceden|daha önce|az önce|geçmişte|beri|küçükken
    bebekken|son (?:\d+|bir|iki|üç|dört|beş|altı|yedi|on|birkaç|gün|hafta|ay|yıl|zaman)…
    önceki (?:gün|hafta|ay|yıl|sene)|(?:gün|hafta|ay|yıl|sene|saat) önce
    (?:bu|geçen) (?:okul|öğretim|ders|eğitim) yılı…|(?<!gelecek )(?:yaz|kış|yarıyıl|sömestr) tatilin(?:de|den)
    (?<!gelecek |önümüzdeki )hafta sonu`,
  year: any`
    yıl(?:ı|ın|ında|ından|da|dan|dır|lar…)?|sene(?:de|den|dir|ler…)?|(?:yaz|kış|yarıyıl|sömestr) tatil…`,
  month: any`ay(?:da|dan|dır|lar…)?`,
  week: any`hafta(?:da|dan|dır|lar…)?`,
  day: any`gün(?:de|den|dür|ler…)?`,
  // "Çoğunlukla" is "mostly", an answer that children know.
  howOften: any`
    sık|sık sık|sıkça|sıklıkla|ne sıklıkta|nadiren|seyrek|genellikle|genelde|çoğu (?:zaman|kez)
    kaç (?:kez|kere|defa)|düzenli olarak`,
  resemblance: any`
    (?:sana|kendine) (?:\p{L}+ ){0,3}benz…|benze(?:yen|r|di)… ~ sana|senin gibi|seninle aynı|sana benz…`,
  yes: "evet",
  no: "hayır",
  // "Çoğunlukla" is "mostly".
  superlatives: "en (?:çok|fazla)",
  top: any`üst…|yukarı…|tepe…|zirve…|en iyi…|en yüksek…`,
  bottom: any`alt(?!ı |ıncı |mış)…|aşağı…|dip…|dib…|en kötü…|en düşük…`,
  redList: any`
    # Violence; "dövme" is a tattoo, "döviz" money, "dövüş" a sport.
    şiddet…|döv(?!iz|me(?!k)|üş)…|dayak|dayağ…|tokat…|şaplak…|yumruk…|hırpala…|[iİ]stismar…|taciz…|tecavüz…
    (?:sana|bana|size|bize|birbir…|çocuklara) ~ vur…|vur(?:uyor|du|ur)… ~ (?:sana|bana)
    (?:seni|beni) ~ tekmel…|(?:sana|bana) ~ tekme…|(?:anne|baba|ebeveyn)… ~ vur…
    (?:saç|kula[ğk])(?:ını|ımı) ~ çek(?:iyor|ti|er)…|canını (?:yak|acıt)…|(?:seni|sizi|beni) ~ tehdit…
    # Sexuality; "seksen" is eighty, "seksek" hopscotch.
    seks(?!en|ek)…|…cinsel…|gey|lezbiyen…|biseksüel…|çıplak…|çıplağ…|porno…|ensest…|mastürbasyon…
    seviş(?:mek|tin|ti|iyor)…|müstehcen…|penis…|vajina…|kondom…|prezervatif…|özel bölge…
    (?:sana|vücuduna|bedenine) ~ dokun…
    # Self-harm
    [iİ]ntihar…|kendi(?:ne|me) ~ zarar…|kendi(?:ni|mi) ~ (?:kes|öldür|yarala|jilet)…|canına kıy…|hayatına son
    ölme(?:k|yi) (?:ist|düşün)…|öldür…|ölmüş olmay…
    # Other people by name
    kim (?:döv|vur|alay|dalga|zorbal|rahatsız|korkut|üzüyor|sataş|tehdit|itip)…|kim ~ (?:zorbal|alay|dalga)…
    en \p{L}+ (?:öğretmen|eğitmen|çocuk|arkadaş|yetişkin|kişi)…(?: kim…)(?! benz)
    hangi (?:öğretmen|eğitmen|çocu[kğ]|arkadaş|yetişkin|öğrenci)…(?! sana)
    (?<!(?:oyun|okul|kita[pb]|şarkı|kulü[pb]|sınıf|yer)… )(?:adı|ismi) ne…|onun (?:adı|ismi)…`,
};
