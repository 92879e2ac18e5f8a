/**
 * English forms no suffix rule can undo: base word first, then its forms.
 *
 * Forms that are commoner as another word are left out (`saw` the tool stays with `see`,
 * but `found` the verb with `find`, `lay` with `lie`): one form, one base.
 */
const FORMS = `
be am is are was were been being 's 'm 're
have has had having 've
do does did done doing
go goes went gone going
say said|see saw seen|get got gotten getting|make made making|know knew known|think thought
take took taken taking|come came coming|give gave given giving|find found|tell told|feel felt
become became becoming|leave left leaving|keep kept|begin began begun beginning|bring brought
write wrote written writing|stand stood|hear heard|mean meant|meet met|run ran running|pay paid
sit sat sitting|speak spoke spoken|lead led|grow grew grown|lose lost losing|fall fell fallen
send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent
rise rose risen rising|drive drove driven driving|buy bought|wear wore worn|choose chose chosen choosing
seek sought|eat ate eaten|catch caught|fight fought|teach taught|throw threw thrown|fly flew flown flies
sell sold|win won winning|hold held|forget forgot forgotten forgetting|sleep slept|sing sang sung
swim swam swum swimming|drink drank drunk|ring rang rung|shake shook shaken shaking|steal stole stolen
strike struck stricken striking|bear bore borne|beat beaten|bite bit bitten biting|blow blew blown
bind bound|bleed bled|breed bred|burn burnt|cling clung|creep crept|deal dealt|dig dug digging
dream dreamt|feed fed|flee fled|fling flung|forbid forbade forbidden forbidding|forgive forgave forgiven forgiving
freeze froze frozen freezing|grind ground|hang hung|hide hid hidden hiding|kneel knelt|lay laid
lean leant|leap leapt|learn learnt|lend lent|lie lain lying|light lit|mistake mistook mistaken
overcome overcame|prove proven|ride rode ridden riding|shine shone shining|shoot shot
show shown|shrink shrank shrunk|sink sank sunk sunken|slay slew slain|slide slid sliding|smell smelt
sow sown|spell spelt|spill spilt|spin spun spinning|spoil spoilt|spring sprang sprung|stick stuck
sting stung|stink stank stunk|strive strove striven striving|swear swore sworn|sweep swept
swell swollen|swing swung|tear tore torn|tread trod trodden|undergo underwent undergone undergoes
undertake undertook undertaken undertaking|uphold upheld|wake woke woken waking|weave wove woven weaving
weep wept|wind wound|withdraw withdrew withdrawn|withstand withstood|wring wrung|arise arose arisen arising
awake awoke awoken|behold beheld|bid bade bidden|foresee foresaw foreseen|rebuild rebuilt|repay repaid
retell retold|rewrite rewrote rewritten rewriting|swing swung|spit spat|sling slung|slit slitting
will would 'll|shall should|can could|may might
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen
person people persons|life lives|wife wives|knife knives|leaf leaves|half halves|wolf wolves|shelf shelves
self selves|thief thieves|loaf loaves|calf calves|scarf scarves|hoof hooves
analysis analyses|basis bases|crisis crises|thesis theses|hypothesis hypotheses|axis axes|oasis oases
phenomenon phenomena|criterion criteria|medium media|datum data|bacterium bacteria|stratum strata
curriculum curricula|memorandum memoranda|index indices|appendix appendices|matrix matrices
vertex vertices|nucleus nuclei|stimulus stimuli|fungus fungi|radius radii|syllabus syllabi|formula formulae
good better best|bad worse worst|far farther farthest further furthest|little less least|many more most
I me my mine myself|we us our ours ourselves|you your yours yourself yourselves
he him his himself|she her hers herself|it its itself|they them their theirs themselves themself
who whom whose|this these|that those|a an|not n't
die dies died dying|tie ties tied tying|try tries tried|city cities|country countries|lady ladies
colour color|honour honor|labour labor|favour favor|neighbour neighbor|harbour harbor|behaviour behavior
flavour flavor|humour humor|rumour rumor|vapour vapor|armour armor|endeavour endeavor|odour odor
parlour parlor|savour savor|splendour splendor|tumour tumor|vigour vigor|rigour rigor|valour valor
centre center centres|theatre theater theatres|metre meter metres|litre liter litres|fibre fiber fibres
kilometre kilometer kilometres|millimetre millimeter millimetres|centimetre centimeter centimetres
programme program programmes|defence defense defences|offence offense offences|licence license licences
pretence pretense|grey gray|cheque check|plough plow|tyre tire|jewellery jewelry|sceptical skeptical
catalogue catalog|dialogue dialog|analogue analog|enrol enroll|fulfil fulfill|instalment installment
skilful skillful|wilful willful|ageing aging|judgement judgment|mould mold|moustache mustache|pyjamas pajamas
aluminium aluminum|analyse analyze|paralyse paralyze|organise organize|realise realize|recognise recognize
`;

/** Irregular or differently spelt form, lower case → base word. */
export const IRREGULAR: ReadonlyMap<string, string> = read(FORMS);

function read(forms: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const group of forms.toLowerCase().split(/[|\n]/)) {
    const [base = '', ...others] = group.trim().split(' ');
    for (const other of others) if (!table.has(other)) table.set(other, base);
  }
  return table;
}
