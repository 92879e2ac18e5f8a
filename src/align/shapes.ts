/** Most Chinese sentences in one bead. */
export const MAX_ZH = 4;
/** Most English sentences in one bead. */
export const MAX_EN = 7;
/** Most English sentences beside more than one Chinese one. */
export const MAX_EN_BESIDE_MANY = 5;

/** Two-sided bead shapes in a fixed order. */
export const SHAPES: readonly (readonly [zh: number, en: number])[] = allShapes();

/** Number of two-sided shapes. */
export const SHAPE_COUNT = SHAPES.length;

/** Uint8 [SHAPE_COUNT]: Chinese and English sentences of each shape, for inner loops. */
export const SHAPE_A: Uint8Array = Uint8Array.from(SHAPES, ([a]) => a);
export const SHAPE_B: Uint8Array = Uint8Array.from(SHAPES, ([, b]) => b);

/** Place of shape (a, b) in {@link SHAPES}, or −1. */
export function shapeIndex(a: number, b: number): number {
  return a < 1 || b < 1 || a > MAX_ZH || b > MAX_EN ? -1 : (places[a * 8 + b] as number);
}

const places = new Int8Array(64).fill(-1);
SHAPES.forEach(([a, b], index) => {
  places[a * 8 + b] = index;
});

function allShapes(): (readonly [number, number])[] {
  const shapes: (readonly [number, number])[] = [];
  for (let a = 1; a <= MAX_ZH; a++) {
    for (let b = 1; b <= (a === 1 ? MAX_EN : MAX_EN_BESIDE_MANY); b++) shapes.push([a, b]);
  }
  return shapes;
}
