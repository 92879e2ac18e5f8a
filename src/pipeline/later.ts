/** Pairs of documents that wait, at most: some 20 MB. */
const MOST_WAITING = 20_000;

/** Things done in order, none of them before something is ready. */
export class Later {
  readonly #ready: Promise<void> | undefined;
  readonly #waiting: (() => void)[] = [];
  #pairs = 0;
  #isReady: boolean;

  constructor(ready: Promise<void> | undefined) {
    this.#ready = ready;
    this.#isReady = ready === undefined;
    ready?.then(
      () => (this.#isReady = true),
      () => undefined, // met by who finishes
    );
  }

  /** Does something after all that waits, or lets it wait with so many pairs. */
  async do(pairs: number, thing: () => void): Promise<void> {
    this.#waiting.push(thing);
    this.#pairs += pairs;
    if (this.#isReady || this.#pairs > MOST_WAITING) await this.finish();
  }

  /** Does all that waits. */
  async finish(): Promise<void> {
    if (!this.#isReady) await this.#ready;
    for (const thing of this.#waiting.splice(0)) thing();
    this.#pairs = 0;
  }
}
