/** Pairs the page shows at most; a browser stays quick with these. */
export const MAX_PAIRS = 2_000;
/** Documents looked at for them at most: in a corpus of refused pairs the search must end. */
export const MAX_DOCUMENTS = 2_000;
/** Documents without pairs that are listed at most. */
export const MAX_WITHOUT = 200;
/** Documents that are unfolded when the page opens. */
export const OPEN_DOCUMENTS = 2;
