/** How much tokens count in the lexical evidence. */
export const WEIGHT = Object.freeze({
  word: 1,
  /** Characters overlap the words they are in. */
  character: 0.5,
  functionWord: 0.3,
  number: 1,
  name: 1,
});
