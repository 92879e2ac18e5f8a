import { Forest, type Tree } from '../../src/clean/score/trees.js';
import { GOOD } from '../noise/labelled.js';
import { balanced, type Measured, type NoisyPair } from './examples.js';
import { areaUnderCurve, calibration, kindsOf, refusedAt, type Judged } from './measure.js';

interface Scored {
  readonly maker: string;
  readonly kind: string;
  readonly logit: number;
}

/** Prints how trees do on pairs that they were not fitted to. */
export class LeftOut {
  readonly #limit: number;
  readonly #makers: readonly string[];
  readonly #scored: Scored[] = [];
  readonly #judged: Judged[] = [];
  #kinds: readonly string[] = [];

  /**
   * @param limit - log-odds below which a pair is refused
   * @param makers - of noise; each has a line of its own
   */
  constructor(limit: number, makers: readonly string[]) {
    this.#limit = limit;
    this.#makers = makers;
  }

  printHead(pairs: readonly NoisyPair[]): void {
    const kinds = kindsOf(pairs);
    print([
      'fitted without',
      'noise by',
      'AUC',
      'kept',
      'refused',
      'refused at 98 % kept',
      ...kinds,
    ]);
  }

  /** Judges pairs left out, prints a line for each maker, and remembers them for the sum. */
  judge(name: string, trees: readonly Tree[], pairs: readonly Measured[]): void {
    const forest = new Forest(trees);
    const scored = pairs.map(({ maker, kind, features }) => ({
      maker,
      kind,
      logit: forest.logitOf(features),
    }));
    balanced(pairs).forEach(({ isGood, weight }, at) => {
      const logit = scored[at]?.logit ?? 0;
      this.#judged.push({ score: 1 / (1 + Math.exp(-logit)), isGood, weight });
    });
    this.#scored.push(...scored);
    this.#kinds = kindsOf(pairs);
    this.#printLines(name, scored);
  }

  /** The same of all judged so far. */
  printAll(name: string): void {
    this.#printLines(name, this.#scored);
  }

  /** Of all judged so far: good and spoilt ones, kinds and makers weigh the same. */
  printCalibration(): void {
    print(['score below', 'share', 'mean score', 'really good']);
    for (const { below, share, meanScore, reallyGood } of calibration(this.#judged)) {
      const cells = [share, meanScore, reallyGood].map((value) => value.toFixed(3));
      print([below === Infinity ? 'all others' : String(below), ...cells]);
    }
  }

  #printLines(name: string, scored: readonly Scored[]): void {
    const logits = (some: readonly Scored[]): number[] => some.map(({ logit }) => logit);
    const good = logits(scored.filter(({ kind }) => kind === GOOD));
    for (const maker of this.#makers) {
      const spoilt = scored.filter((one) => one.maker === maker && one.kind !== GOOD);
      const cells = this.#kinds.map((one) => {
        const some = logits(spoilt.filter(({ kind }) => kind === one));
        if (some.length === 0) return '–';
        return `${areaUnderCurve(good, some).toFixed(3)} ${(100 * refusedAt(0.98, good, some)).toFixed(0)}%`;
      });
      const bad = logits(spoilt);
      const shares = [
        areaUnderCurve(good, bad),
        shareOf(good, (logit) => logit >= this.#limit),
        shareOf(bad, (logit) => logit < this.#limit),
        refusedAt(0.98, good, bad),
      ].map((share) => share.toFixed(4));
      print([name, maker, ...shares, ...cells]);
    }
  }
}

function shareOf(logits: readonly number[], is: (logit: number) => boolean): number {
  return logits.filter(is).length / Math.max(1, logits.length);
}

function print(cells: readonly string[]): void {
  console.log(cells.join('\t'));
}
