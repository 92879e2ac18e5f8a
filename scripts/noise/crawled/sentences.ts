import { FOREIGN_IN } from '../foreign.js';
import type { Language } from './languages.js';

const FOREIGN = new Map<string, readonly string[]>(Object.entries(FOREIGN_IN));

/** What pages in a language say, written for these scripts. */
interface Bank {
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

/** Headings and sentences of each language. */
export const SENTENCES: Readonly<Record<Language, Bank>> = {
  ja: bank(
    'ja',
    ['お問い合わせ', '続きを読む'],
    [
      '増水のため、橋は先週から通行止めになっています。',
      '隣の人は毎週土曜日に市場で野菜を売っています。',
      '緑のボタンを二回押して、明かりが消えるまでお待ちください。',
      '博物館は十時に開き、月曜日は休みです。',
      '会社は来年、町の外れに新しい工場を建てる予定だ。',
      'なぜ老人が村に帰ってきたのか、誰も知らなかった。',
      'このファイルは別のプログラムが使っているため、開けませんでした。',
      '先生は窓を閉めて、もう一度最初から読むように言った。',
    ],
  ),
  ko: bank(
    'ko',
    ['문의하기', '더 보기'],
    [
      '물이 불어나 다리는 지난주부터 통행이 금지되었다.',
      '이웃 사람은 토요일마다 시장에서 채소를 판다.',
      '초록색 버튼을 두 번 누르고 불이 꺼질 때까지 기다리세요.',
      '박물관은 열 시에 문을 열고 월요일에는 쉽니다.',
      '회사는 내년에 도시 변두리에 새 공장을 지을 계획이다.',
      '노인이 왜 마을로 돌아왔는지 아무도 몰랐다.',
      '다른 프로그램이 사용하고 있어서 파일을 열 수 없습니다.',
      '선생님은 창문을 닫고 처음부터 다시 읽으라고 했다.',
    ],
  ),
  vi: bank(
    'vi',
    ['Liên hệ với chúng tôi', 'Đọc thêm'],
    [
      'Cây cầu đã đóng từ tuần trước vì nước sông dâng cao.',
      'Hàng xóm của tôi bán rau ở chợ vào mỗi thứ bảy.',
      'Hãy nhấn nút màu xanh hai lần rồi chờ đến khi đèn tắt.',
      'Bảo tàng mở cửa lúc mười giờ và nghỉ vào ngày thứ hai.',
      'Năm sau công ty sẽ xây một nhà máy mới ở ngoại ô thành phố.',
      'Không ai biết vì sao ông lão lại trở về làng.',
      'Không thể mở tệp vì một chương trình khác đang dùng nó.',
      'Cô giáo đóng cửa sổ và bảo chúng tôi đọc lại từ đầu.',
    ],
  ),
  th: bank(
    'th',
    ['ติดต่อเรา', 'อ่านต่อ'],
    [
      'สะพานปิดตั้งแต่สัปดาห์ที่แล้วเพราะน้ำขึ้นสูง',
      'เพื่อนบ้านของฉันขายผักที่ตลาดทุกวันเสาร์',
      'กดปุ่มสีเขียวสองครั้งแล้วรอจนกว่าไฟจะดับ',
      'พิพิธภัณฑ์เปิดสิบโมงและปิดวันจันทร์',
      'ปีหน้าบริษัทจะสร้างโรงงานใหม่ที่ชานเมือง',
      'ไม่มีใครรู้ว่าทำไมชายชราจึงกลับมาที่หมู่บ้าน',
      'เปิดไฟล์ไม่ได้เพราะโปรแกรมอื่นกำลังใช้อยู่',
      'ครูปิดหน้าต่างแล้วบอกให้อ่านใหม่ตั้งแต่ต้น',
    ],
  ),
  id: bank(
    'id',
    ['Hubungi kami', 'Baca selengkapnya'],
    [
      'Jembatan itu ditutup sejak minggu lalu karena air sungai naik.',
      'Tetangga saya menjual sayur di pasar setiap hari Sabtu.',
      'Tekan tombol hijau dua kali, lalu tunggu sampai lampunya padam.',
      'Museum buka pukul sepuluh dan tutup pada hari Senin.',
      'Tahun depan perusahaan akan membangun pabrik baru di pinggir kota.',
      'Tidak ada yang tahu mengapa orang tua itu kembali ke desa.',
      'Berkas tidak dapat dibuka karena sedang dipakai program lain.',
      'Guru menutup jendela dan menyuruh kami membaca lagi dari awal.',
    ],
  ),
  fr: bank(
    'fr',
    ['Contactez-nous', 'Lire la suite'],
    [
      'Le pont est fermé depuis la semaine dernière à cause de la crue.',
      'Mon voisin vend des légumes au marché tous les samedis.',
      'Appuyez deux fois sur le bouton vert, puis attendez que la lampe s’éteigne.',
      'Le musée ouvre à dix heures et reste fermé le lundi.',
      'L’an prochain, l’entreprise construira une nouvelle usine à la sortie de la ville.',
      'Personne ne savait pourquoi le vieil homme était revenu au village.',
      'Impossible d’ouvrir le fichier : un autre programme l’utilise.',
      'La maîtresse ferma la fenêtre et nous fit relire depuis le début.',
    ],
  ),
  de: bank(
    'de',
    ['Kontakt', 'Weiterlesen'],
    [
      'Die Brücke ist seit letzter Woche wegen Hochwassers gesperrt.',
      'Mein Nachbar verkauft jeden Samstag Gemüse auf dem Markt.',
      'Drücken Sie zweimal die grüne Taste und warten Sie, bis das Licht ausgeht.',
      'Das Museum öffnet um zehn Uhr und ist montags geschlossen.',
      'Nächstes Jahr baut die Firma am Stadtrand eine neue Fabrik.',
      'Niemand wusste, warum der alte Mann ins Dorf zurückgekommen war.',
      'Die Datei lässt sich nicht öffnen, weil ein anderes Programm sie benutzt.',
      'Die Lehrerin schloss das Fenster und ließ uns noch einmal von vorn lesen.',
    ],
  ),
  es: bank(
    'es',
    ['Contacto', 'Leer más'],
    [
      'El puente está cerrado desde la semana pasada por la crecida del río.',
      'Mi vecino vende verduras en el mercado todos los sábados.',
      'Pulse dos veces el botón verde y espere hasta que se apague la luz.',
      'El museo abre a las diez y cierra los lunes.',
      'El año que viene la empresa construirá una fábrica nueva en las afueras.',
      'Nadie sabía por qué el anciano había vuelto al pueblo.',
      'No se puede abrir el archivo porque lo está usando otro programa.',
      'La maestra cerró la ventana y nos hizo leer otra vez desde el principio.',
    ],
  ),
  it: bank(
    'it',
    ['Contatti', 'Leggi tutto'],
    [
      'Il ponte è chiuso dalla settimana scorsa per la piena del fiume.',
      'Il mio vicino vende verdura al mercato ogni sabato.',
      'Premete due volte il pulsante verde e aspettate che la luce si spenga.',
      'Il museo apre alle dieci ed è chiuso il lunedì.',
      'L’anno prossimo la ditta costruirà una nuova fabbrica in periferia.',
      'Nessuno sapeva perché il vecchio fosse tornato al paese.',
      'Non è possibile aprire il file perché lo sta usando un altro programma.',
      'La maestra chiuse la finestra e ci fece rileggere dall’inizio.',
    ],
  ),
  pt: bank(
    'pt',
    ['Fale conosco', 'Leia mais'],
    [
      'A ponte está fechada desde a semana passada por causa da cheia.',
      'O meu vizinho vende legumes na feira todos os sábados.',
      'Aperte duas vezes o botão verde e espere até a luz se apagar.',
      'O museu abre às dez e fecha às segundas-feiras.',
      'No próximo ano a empresa construirá uma fábrica nova fora da cidade.',
      'Ninguém sabia por que o velho tinha voltado à aldeia.',
      'O arquivo não pode ser aberto porque outro programa o está usando.',
      'A professora fechou a janela e mandou ler outra vez desde o começo.',
    ],
  ),
  nl: bank(
    'nl',
    ['Neem contact op', 'Lees verder'],
    [
      'De brug is sinds vorige week gesloten wegens het hoge water.',
      'Mijn buurman verkoopt elke zaterdag groente op de markt.',
      'Druk twee keer op de groene knop en wacht tot het lampje uitgaat.',
      'Het museum gaat om tien uur open en is op maandag gesloten.',
      'Volgend jaar bouwt het bedrijf een nieuwe fabriek aan de rand van de stad.',
      'Niemand wist waarom de oude man naar het dorp was teruggekomen.',
      'Het bestand kan niet worden geopend omdat een ander programma het gebruikt.',
      'De juf deed het raam dicht en liet ons opnieuw vanaf het begin lezen.',
    ],
  ),
  ru: bank(
    'ru',
    ['Контакты', 'Читать далее'],
    [
      'Мост закрыт с прошлой недели из-за паводка.',
      'Мой сосед каждую субботу продаёт овощи на рынке.',
      'Нажмите зелёную кнопку два раза и подождите, пока лампа не погаснет.',
      'Музей открывается в десять часов, понедельник — выходной.',
      'В будущем году компания построит новый завод на окраине города.',
      'Никто не знал, почему старик вернулся в деревню.',
      'Не удаётся открыть файл: его использует другая программа.',
      'Учительница закрыла окно и велела нам читать снова с начала.',
    ],
  ),
  ar: bank(
    'ar',
    ['اتصل بنا', 'اقرأ المزيد'],
    [
      'الجسر مغلق منذ الأسبوع الماضي بسبب ارتفاع مياه النهر.',
      'يبيع جاري الخضار في السوق كل يوم سبت.',
      'اضغط الزر الأخضر مرتين ثم انتظر حتى ينطفئ الضوء.',
      'يفتح المتحف في الساعة العاشرة ويغلق يوم الاثنين.',
      'ستبني الشركة في العام القادم مصنعا جديدا خارج المدينة.',
      'لم يعرف أحد لماذا عاد الرجل العجوز إلى القرية.',
      'لا يمكن فتح الملف لأن برنامجا آخر يستخدمه.',
      'أغلقت المعلمة النافذة وطلبت منا أن نقرأ من البداية.',
    ],
  ),
  tr: bank(
    'tr',
    ['Bize ulaşın', 'Devamını oku'],
    [
      'Köprü, sular yükseldiği için geçen haftadan beri kapalı.',
      'Komşum her cumartesi pazarda sebze satıyor.',
      'Yeşil düğmeye iki kez basın ve ışık sönene kadar bekleyin.',
      'Müze saat onda açılıyor, pazartesi günleri kapalı.',
      'Şirket gelecek yıl şehrin dışında yeni bir fabrika kuracak.',
      'Yaşlı adamın köye neden döndüğünü kimse bilmiyordu.',
      'Başka bir program kullandığı için dosya açılamıyor.',
      'Öğretmen pencereyi kapattı ve baştan okumamızı istedi.',
    ],
  ),
  pl: bank(
    'pl',
    ['Napisz do nas', 'Czytaj dalej'],
    [
      'Most jest zamknięty od zeszłego tygodnia z powodu wysokiej wody.',
      'Mój sąsiad w każdą sobotę sprzedaje warzywa na targu.',
      'Naciśnij dwa razy zielony przycisk i poczekaj, aż lampka zgaśnie.',
      'Muzeum otwiera się o dziesiątej, a w poniedziałki jest nieczynne.',
      'W przyszłym roku firma zbuduje nową fabrykę na skraju miasta.',
      'Nikt nie wiedział, dlaczego starzec wrócił do wsi.',
      'Nie można otworzyć pliku, ponieważ używa go inny program.',
      'Nauczycielka zamknęła okno i kazała nam czytać od początku.',
    ],
  ),
};

function bank(language: Language, headings: readonly string[], sentences: readonly string[]): Bank {
  return { headings, sentences: [...sentences, ...(FOREIGN.get(language) ?? [])] };
}
