/** Pictures of a corpus: drawn here, from numbers alone. */
export { figureCard } from './figure.js';
export { foldedFigures, topFigures } from './choose.js';
