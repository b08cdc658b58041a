import { entryOf, hasWord, type WordTable } from './word-list.js';

/** From one to twelve, alternatives joined by slashes; see `wordsPattern` for the signs. */
const NUMBER_WORDS: WordTable = {
  en: 'one/once/single two/twice/both/couple three four five six seven eight nine ten eleven twelve',
  es: 'un/uno/una/único* dos/ambos tres cuatro cinco seis siete ocho nueve diez once doce',
  fr: 'un/une/seul* deux trois quatre cinq six sept huit neuf dix onze douze',
  de: 'ein* zwei*/beide* drei* vier* fünf* sechs* sieben* acht* neun* zehn* elf* zwölf*',
  it: 'un* due tre quattro cinque sei sette otto nove dieci undici dodici',
  pt: 'um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze',
  pl: 'jed* dwa/dwie/dwó*/dwu* trzy*/trze*/trój* czter* pięc*/pięć* sześ* siedem*/siedm* osiem*/ośm* dziewię* dziesię* jedenast* dwana*/dwunast*',
  ru: 'од* дв* тр* четыр*/четвер* пят* шест* сем* восем*/восьм* девят* десят* одиннадц* двенадц*',
  uk: 'од* дв* тр* чотир*/четвер* п’ят* шіст*/шест* сім*/сем* вісім*/восьм* дев’ят* десят* одинадц* дванадц*',
  ar: '*واحد* *اثن*/*إثن* *ثلاث* *أربع* *خمس* *ست/*ستة *سبع* *ثمان* *تسع* *عشر* *عشر* *عشر*',
  fa: 'یک/یکی دو سه چهار* پنج* شش* هفت* هشت* نه ده* یازده* دوازده*',
  ur: 'ایک دو* تین* چار* پانچ* چھ* سات* آٹھ* نو* دس* گیارہ* بارہ*',
  he: '*אח* *שני*/*שתי* *שלוש* *ארבע* *חמש*/*חמיש* *שש* *שבע* *שמונ* *תשע* *עשר* *עשר* *עשר*',
  hi: 'एक दो/दोनों तीन* चार* पाँच*/पांच* छह/छः/छे सात* आठ* नौ दस* ग्यारह बारह',
  bn: 'এক* দুই*/দু* তিন* চার* পাঁচ* ছয়* সাত* আট* নয়* দশ* এগারো* বারো*',
  pa: 'ਇੱਕ* ਦੋ* ਤਿੰਨ* ਚਾਰ* ਪੰਜ* ਛੇ* ਸੱਤ* ਅੱਠ* ਨੌਂ* ਦਸ* ਗਿਆਰਾਂ ਬਾਰਾਂ',
  th: 'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง',
  vi: 'một hai ba bốn/tư năm sáu bảy tám chín mười mười_một mười_hai',
  tl: 'isa* dalawa* tatlo* apat* lima* anim* pito* walo* siyam* sampu* labing-isa* labindalawa*',
  ht: 'en/youn/yon de twa kat senk sis sèt uit/wit nèf dis onz douz',
  ja: '一 二 三 四 五 六 七 八 九 十 十一 十二',
  ko: '하나/한/일 둘/두/이 셋/세/삼 넷/네/사 다섯/오 여섯/육 일곱/칠 여덟/팔 아홉/구 열/십 열하나/십일 열두/십이',
  zh: '一 二/两/兩 三 四 五 六 七 八 九 十 十一 十二',
};

const ENGLISH_NUMBER =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|single|both|couple)\b/u;

/** Tells whether an English text says any whole number from 1 to 12 in words; most don't, and to look for each takes longer. */
export function saysAnyNumber(folded: string): boolean {
  return ENGLISH_NUMBER.test(folded);
}

/** Tells whether a text says a whole number from 1 to 12 in words; undefined for a language that isn't listed. */
export function saysNumber(folded: string, lang: string, number: number): boolean | undefined {
  const words = entryOf(NUMBER_WORDS, lang)?.split(' ')[number - 1];
  return words === undefined ? undefined : hasWord(folded, words);
}
