/** Sentences in other languages, written for this script, by language: what a language mix-up looks like. */
export const FOREIGN_IN = {
  fr: [
    'Le maire a reçu une délégation de la ville jumelée dans son bureau mercredi matin.',
    'Nous espérons que la coopération entre les deux villes sera plus étroite à l’avenir.',
    'Les enfants jouaient dans la cour pendant que leur mère préparait le dîner.',
  ],
  de: [
    'Der Bürgermeister empfing am Mittwoch eine Delegation aus der Partnerstadt.',
    'Wir hoffen, dass die Zusammenarbeit der beiden Städte in Zukunft noch enger wird.',
    'Diese Lizenz gilt nur für Werke, die vor diesem Datum veröffentlicht wurden.',
  ],
  es: [
    'El alcalde recibió el miércoles por la mañana a una delegación de la ciudad hermana.',
    'Esperamos que la cooperación entre ambas ciudades sea más estrecha en el futuro.',
  ],
  it: ['Il sindaco ha ricevuto mercoledì mattina una delegazione della città gemellata.'],
  pt: ['O prefeito recebeu na quarta-feira uma delegação da cidade irmã em seu gabinete.'],
  pl: ['Burmistrz przyjął w środę rano delegację miasta partnerskiego w swoim biurze.'],
  ru: [
    'Мэр города в среду утром принял делегацию города-побратима в своём кабинете.',
    'Мы надеемся, что сотрудничество двух городов станет ещё теснее.',
  ],
  ja: [
    '市長は水曜日の朝、姉妹都市の代表団を執務室で迎えました。',
    '両市の協力が今後さらに緊密になることを願っています。',
  ],
  ko: [
    '시장은 수요일 아침 자매도시 대표단을 집무실에서 맞이했습니다.',
    '앞으로 두 도시의 협력이 더욱 긴밀해지기를 바랍니다.',
  ],
  vi: ['Thị trưởng đã tiếp đoàn đại biểu của thành phố kết nghĩa vào sáng thứ Tư.'],
  id: ['Wali kota menerima delegasi dari kota kembar di kantornya pada Rabu pagi.'],
  pinyin: ['Shuangfang biaoshi jiang jinyibu jiaqiang liang shi zai jingmao lingyu de hezuo.'],
} as const;

/** All of them. */
export const FOREIGN: readonly string[] = Object.values(FOREIGN_IN).flat();
