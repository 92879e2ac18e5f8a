/** Builds a set from words separated by white space. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * Words that, written with a capital inside running text, almost always begin a sentence.
 *
 * After `U.S.` or `Inc.` a capital proves nothing: names follow as often as sentences. These do.
 */
export const STARTERS = words(`
  A After All Also Although Among An And Another Any As At Because Before Both But By Despite Did Do
  Does During Each Even Every Few First For From Had Has Have He Her Here Hers His How However I If In
  Indeed Instead Is It Its Just Last Let Many Maybe Meanwhile More Moreover Most Much My Neither Never
  Next No Nobody None Nor Nothing Now Of On Once One Only Or Other Others Our Over Perhaps Please
  Recently She Should Since So Some Soon Still Such Than Thanks That The Their Them Then There
  Therefore These They This Those Though Through Thus To Today Together Tomorrow Under Unlike Until
  Was We Well Were What When Where Whether Which While Who Whoever Why Will With Without Would Yes Yet
  Yesterday You Your
`);

/** Cries that a sentence goes on after, small: `Oh! how could you`. */
export const CRIES = words('oh ah alas o ha hey eh lo hush hark well why nay aye ugh');

/** Small words before which `?` closes no sentence. */
export const GOING_ON = words('of to in on at by for as from with than that which who whose nor');

/** The same, unless a pronoun follows: `was popular` goes on, `was it popular` asks again. */
export const GOING_ON_WITHOUT_PRONOUN = words(`
  and or but is are was were has have had will would can could does did do
`);

/** Pronouns in small letters. */
export const PRONOUNS = words('i you he she it we they this that there these those');

/** First words of sentences even where a text is typed without capitals. */
export const SMALL_STARTERS = words(`
  i you he she it we they this that these those there what why how when where who please thanks i'm
  it's i've don't can't
`);

/** Abbreviations in small letters that never end a sentence before more text of it. */
export const SMALL_ABBREVIATIONS = words(`
  approx art ca cf ch chap ed eds eq eqs esp est ext fig figs fl incl max min misc nr no nos op p para
  paras pp prof pt resp sec sect seq tel temp trans v var viz vol vols vs e.g i.e eg ie
`);

/** More of them that before a capital may be the last word: before a small letter they go on. */
export const SHORTENED = words(`
  abbr adj admin adv alt assoc asst attn avg cond cont contd corp dept diff elec encl etc excl fem
  freq gen govt hist hosp ibid illus intl lang lit masc mech mfg mfr mgmt mgr mil natl neg obs orig
  pers pkg plur poss pref prep prev prob pron pseud publ qty recd ref refl refs repr rev sing spec
  subj suppl syn tech theol transl univ usu vet
  cm cu doz ft gal gals hr hrs km lb lbs mins mo mos mph oz pkgs qt qts secs sq tbsp tbsps tsp tsps wk
  wks yd yds yr yrs
`);

/** Abbreviations that stand before a number: `No. 5`, `Fig. 3`, `pp. 10`. */
export const BEFORE_NUMBER = words(`
  b d r no nos fig figs p pp vol vols ch chap sec sect art arts eq eqs app ext tel pt pts para paras ver v
  al ca c approx est op bk col cl reg rm flt rs jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** Abbreviations that are ordinary words too: before a capital they are words. */
export const ALSO_WORDS = words('no art max min fig sec para temp pt trans');

/** Words sentence-splitter takes for abbreviations, though with a capital they are mostly words. */
export const ALSO_CAPITAL_WORDS = words(
  'Al Art Bart Btw Fed Id Ill Is Ken Man May Me Med Min Miss No OK Ok',
);

/** Titles and abbreviations written with a capital that sentence-splitter does not know. */
export const UNKNOWN_TO_JUDGE = words(
  'Amb Chas Cllr Fig Figs Fr Geo Mgr Mlles Mmes Pres Secy Thos Vol Vols Wm',
);

/** Words that a letter follows as a label: `Appendix A. The`. */
export const LABELS = words(`
  Annex Appendix Area Article Building Category Chapter Class Exhibit Figure Gate Grade Group
  Hepatitis Level Line Option Part Phase Plan Room Schedule Section Table Terminal Type Unit Vitamin
  Zone
`);

/** Words of two letters that are no abbreviations. */
export const SHORT_WORDS = words('be by do go he in it of on so to up us we');

/** What follows `a.m.` and `p.m.` inside a sentence, besides small letters. */
export const AFTER_CLOCK = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  January February March April May June July August September October November December Jan Feb Mar
  Apr Jun Jul Aug Sep Sept Oct Nov Dec Eastern Central Mountain Pacific Atlantic Beijing Greenwich
  London ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET HKT JST
`);

/** Verbs that tell who spoke, in the forms stories and news use. */
export const SPEECH_VERBS: readonly string[] = [
  ...words(`
    said says asked asks replied replies answered cried shouted yelled exclaimed whispered murmured
    muttered called added continued wondered demanded insisted inquired enquired screamed snapped
    sighed repeated responded observed remarked protested declared bellowed roared gasped growled
    commanded ordered pleaded begged agreed admitted explained interrupted warned stammered sobbed
    chuckled hissed barked urged mumbled retorted concluded recalled reported wrote
    tweeted noted joked thought mused
  `),
];

/** Last parts of addresses written with a capital, so that `Booking.Com` is one word. */
export const DOMAIN_ENDS = words(`
  Com Net Org Cn Uk Hk Edu Gov Io Js Ts Py Md Pdf Doc Docx Txt Html Htm Exe Zip Xml Json Csv Jpg Png
`);
