/** English words of grammar: they say how a sentence is built, not what it is about. */
const WORDS = new Set(
  `a about above across after again against ago all almost along already also although always am among an and
any are around as at away back be became because become been before behind being below between both but by
can cannot could 'd did do does doing done down during each either else enough even ever every few for from
further get gets getting got had has have having he her here hers herself him himself his how however i if in
indeed instead into is it its itself just least less let 'll 'm made make many may me might mine more most much
must my myself n't neither never no nor not now of off often on once one only onto or other others otherwise our
ours ourselves out over own perhaps quite rather 're really 's same shall she should since so some still such
than that the their theirs them themselves then there therefore these they this those though through thus to too
toward towards under until unto up upon us 've very was we well were what whatever when whenever where whether
which while who whom whose why will with within without would yet you your yours yourself yourselves
's t`.split(/\s+/),
);

/** Whether an English word, in any case, belongs to grammar rather than to meaning. */
export function isFunctionWordEn(word: string): boolean {
  return WORDS.has(word) || WORDS.has(word.toLowerCase().replaceAll('’', "'"));
}
