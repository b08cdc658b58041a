/** Sentence parts for paragraphs whose line ends are tried, by language. Each part is one or more whole words. */
export type LineEndTexts = Readonly<{
  /** Parts that may follow each other in any order. */
  parts: readonly string[];
  /** Parts that hold a number, a unit, a value or foreign words. */
  values: readonly string[];
  /** Marks at the end of a sentence, and between parts; empty where only a space parts them. */
  stops: readonly string[];
  commas: readonly string[];
  /** Brackets and quotation marks, opening and closing. */
  pairs: readonly (readonly [string, string])[];
  /** Words written without spaces that no line end may part. */
  words: readonly string[];
  /** What stands between parts. */
  joint: string;
}>;

/** A phone number, a range, a dose and a time, as templates isolate them. */
const isolated = [
  '\u2068202-555-0142\u2069',
  '\u20684–6\u2069',
  '\u20665 mg/kg\u2069',
  '\u20682:30 PM\u2069',
];

/** By language. */
export const lineEndTexts: Readonly<Record<string, LineEndTexts>> = {
  th: {
    parts: [
      ...['ล้างมือ', 'ก่อนสัมผัสผิว', 'ทาครีมบ่อยๆ', 'อย่าแกะสะเก็ด', 'น้ำอุ่น', 'ผิวหนังแห้ง', 'โทรหาคลินิก'],
      ...['หลีกเลี่ยงแสงแดด', 'เด็กๆ', 'ใช้ผ้าสะอาด', 'แพทย์ของคุณ', 'ถ้ามีไข้', 'ฯลฯ', 'กรุงเทพฯ', 'ดื่มน้ำมากๆ'],
    ],
    values: ['24 ชั่วโมง', '3 วัน', 'SPF 30', 'วันที่ 14 มีนาคม', 'vitamin C', ...isolated],
    stops: [' '],
    commas: [' '],
    pairs: [
      ['(', ')'],
      ['“', '”'],
    ],
    words: ['คลินิก', 'ผิวหนัง', 'แพทย์', 'น้ำ', 'มือ', 'ครีม'],
    joint: '',
  },
  km: {
    parts: [
      ...['លាងដៃ', 'ស្បែករបស់អ្នក', 'ប្រើទឹកស្អាត', 'កុំប៉ះ', 'ទូរស័ព្ទមកគ្លីនិក', 'គ្រូពេទ្យ', 'ញឹកញាប់ៗ'],
      ...['បន្ទាប់ពីព្យាបាល', 'ក្រែមការពារ', 'ផឹកទឹក', 'ថ្នាំ', 'ក្នុងថ្ងៃដំបូង'],
    ],
    values: ['24 ម៉ោង', '3 ថ្ងៃ', 'SPF 30', 'vitamin C', ...isolated],
    stops: ['។ ', '៕ '],
    commas: [' ', '៖ '],
    pairs: [
      ['(', ')'],
      ['«', '»'],
    ],
    words: ['ស្បែក', 'ថ្នាំ', 'ទឹក'],
    joint: '',
  },
  my: {
    parts: [
      ...['လက်ဆေးပါ', 'အရေပြား', 'ရေသန့်ဖြင့်', 'ဆေးခန်းသို့', 'ဖုန်းခေါ်ပါ', 'ဆရာဝန်', 'နေရောင်ကို', 'ရှောင်ပါ'],
      ...['ကုသပြီးနောက်', 'သန့်ရှင်းသော', 'ကမ္ဘာ', 'မျက်နှာ', 'ပြဿနာ', 'သတ္တပတ်', 'ဦးနှောက်'],
    ],
    values: ['24 နာရီ', '3 ရက်', 'SPF 30', 'vitamin C', ...isolated],
    stops: ['။ '],
    commas: ['၊ '],
    pairs: [
      ['(', ')'],
      ['“', '”'],
    ],
    words: ['ဆရာဝန်', 'မျက်နှာ', 'ပြဿနာ', 'ကမ္ဘာ'],
    joint: '',
  },
  'zh-Hans': {
    parts: [
      ...[
        '请用温水洗脸',
        '保持皮肤清洁',
        '不要抓挠',
        '避免阳光直射',
        '治疗当天',
        '使用防晒霜',
        '您的医生会告诉您',
      ],
      ...['如果发烧', '马上打电话', '胶原蛋白', '轻轻拍干', '多喝水', '人々'],
    ],
    values: ['24小时', '3天', '5%', 'SPF 30', '维生素C', '第1天', 'collagen', ...isolated],
    stops: ['。', '！', '？'],
    commas: ['，', '、', '；', '：'],
    pairs: [
      ['（', '）'],
      ['“', '”'],
      ['《', '》'],
      ['「', '」'],
    ],
    words: ['皮肤', '阳光', '医生', '打电话', '治疗'],
    joint: '',
  },
  'zh-Hant': {
    parts: [
      ...[
        '請用溫水洗臉',
        '保持皮膚清潔',
        '不要抓',
        '避免陽光直射',
        '治療當天',
        '使用防曬乳',
        '您的醫師會告訴您',
      ],
      ...['如果發燒', '馬上打電話', '膠原蛋白', '輕輕拍乾', '多喝水'],
    ],
    values: ['24小時', '3天', '5%', 'SPF 30', '維生素C', '第1天', 'collagen', ...isolated],
    stops: ['。', '！', '？'],
    commas: ['，', '、', '；', '：'],
    pairs: [
      ['（', '）'],
      ['「', '」'],
      ['『', '』'],
      ['《', '》'],
    ],
    words: ['皮膚', '陽光', '醫師', '打電話', '治療'],
    joint: '',
  },
  ja: {
    parts: [
      ...[
        'ぬるま湯で顔を洗ってください',
        '日焼け止めを塗って',
        'ちょっと赤くなっても',
        'コラーゲンが増え',
        '人々の肌は',
      ],
      ...[
        'シャワーのあと',
        'ゆっくり休んで',
        'キャップをしっかり閉め',
        'クリニックにお電話ください',
        '医師が',
        '様々な症状',
      ],
      ...['マッサージは', 'いすゞ', 'チェックして', 'きょうは'],
    ],
    values: ['24時間', '3日', '5%', 'SPF 30', 'ビタミンC', '3月14日', 'collagen', ...isolated],
    stops: ['。', '！', '？'],
    commas: ['、', '・', '：'],
    pairs: [
      ['（', '）'],
      ['「', '」'],
      ['『', '』'],
      ['【', '】'],
    ],
    words: ['医師', '症状', '電話', '時間'],
    joint: '',
  },
  ko: {
    parts: [
      ...[
        '미지근한 물로 얼굴을 씻으세요',
        '자외선 차단제를 바르고',
        '피부가 건조하면',
        '햇빛을 피하세요',
        '클리닉에 전화하세요',
      ],
      ...['콜라겐이 늘어납니다', '물을 많이 마시고', '의사에게 알리세요', '치료한 날에는'],
    ],
    values: ['24시간', '3일 동안', '5%', 'SPF 30', '비타민C가', '3월 14일', 'collagen', ...isolated],
    stops: ['. ', '! ', '? '],
    commas: [', ', ': '],
    pairs: [
      ['(', ')'],
      ['“', '”'],
      ['‘', '’'],
    ],
    words: [],
    joint: ' ',
  },
};
