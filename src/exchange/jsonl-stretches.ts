import { DuizhaoError, notUtf8, parseJsonLine } from '../kit/index.js';
import type { ByteFile } from './byte-file.js';
import type { ReadOptions } from './format.js';
import { recordAt } from './jsonl.js';
import { LineWindow, type Line } from './line-window.js';
import type { PairRecord } from './record.js';
import type { Stretch, StretchItem, StretchOptions } from './stretches.js';

/**
 * Bytes of a stretch, at least: a change costs the reading of one, and knowing one takes some
 * microseconds, as much as reading ten lines.
 */
const STRETCH_BYTES = 16 << 10;

/**
 * Pairs of a JSON Lines file on disk, stretch by stretch: those that are known can be passed over.
 *
 * @throws DuizhaoError those of {@link readJsonl}
 */
export function readJsonlStretches<State, Known extends Stretch<State>>(
  bytes: ByteFile,
  options: ReadOptions,
  how: StretchOptions<State, Known>,
): AsyncIterable<StretchItem<State, Known>> {
  return new StretchReader(bytes, options, how).items();
}

class StretchReader<State, Known extends Stretch<State>> {
  readonly #window: LineWindow;
  readonly #options: ReadOptions;
  readonly #how: StretchOptions<State, Known>;
  /** After the last pair read. */
  #state: State | undefined;
  /** Number of the last line passed. */
  #line = 0;
  /** Of the stretch under way. */
  #first = '';
  #firstLine = 1;
  #isWhole = true;
  #hasPairs = false;
  /** `sha256` of the stretch before the one under way, see {@link Stretch.before}. */
  #before: string | undefined = '';
  /** One whose bytes are known to come behind the next stretch. */
  #seenAhead: Known | undefined;

  constructor(bytes: ByteFile, options: ReadOptions, how: StretchOptions<State, Known>) {
    this.#window = new LineWindow(bytes);
    this.#options = options;
    this.#how = how;
  }

  async *items(): AsyncIterable<StretchItem<State, Known>> {
    await this.#tellUnused();
    for (;;) {
      if (this.#window.passed === 0) {
        const expected = await this.#expectedHere();
        const leapt = expected && (yield* offered([expected]));
        if (leapt !== undefined) {
          this.#leap(leapt);
          continue;
        }
        this.#seenAhead = undefined;
      }
      const line = await this.#next();
      if (line === undefined) break;
      const { record } = line;
      if (record === undefined) {
        this.#pass(line);
        continue;
      }
      const { begins, state } = this.#how.step(this.#state, record);
      const known = begins ? await this.#knownHere(line) : [];
      if (known.length > 0 || (begins && this.#window.passed >= STRETCH_BYTES)) yield* this.#end();
      const passed = yield* offered(known);
      if (passed !== undefined) {
        this.#leap(passed);
        continue;
      }
      this.#state = state;
      this.#hasPairs = true;
      this.#pass(line);
      yield { kind: 'pair', record, begins };
    }
    yield* this.#end();
  }

  /** Tells the fields of the first line, which may be in a stretch that is passed over. */
  async #tellUnused(): Promise<void> {
    const first = this.#options.onUnused && (await this.#window.peek());
    if (first !== undefined) recordOrNothing(first.text, this.#options);
  }

  async #next(): Promise<ReadLine | undefined> {
    const line = await this.#window.peek();
    return line && { ...line, record: this.#recordIn(line) };
  }

  /** The pair of the next line; `undefined` if it has none. */
  #recordIn({ text }: Line): PairRecord | undefined {
    const { file } = this.#options;
    const number = this.#line + 1;
    if (text === undefined) throw notUtf8(file, number, undefined);
    if (text.trim() === '') return undefined;
    const record = recordAt(number, parseJsonLine(text, file, number), this.#options);
    if (record === undefined) this.#isWhole = false; // it is told again each time
    return record;
  }

  #pass({ length }: Line): void {
    if (this.#window.passed === 0) this.#first = this.#window.firstOf(length);
    this.#window.pass(length);
    this.#line += 1;
  }

  /** Goes on behind a stretch. */
  #leap({ bytes, lines, end, sha256 }: Known): void {
    this.#before = sha256;
    this.#window.leap(bytes);
    this.#line += lines;
    this.#firstLine = this.#line + 1;
    this.#state = end;
  }

  *#end(): Iterable<StretchItem<State, Known>> {
    const bytes = this.#window.passed;
    if (bytes === 0) return;
    const [first, end, lines] = [this.#first, this.#state, this.#line + 1 - this.#firstLine];
    const sha256 = this.#window.takeSum();
    const before = this.#before === undefined ? {} : { before: this.#before };
    const isKnowable = this.#isWhole && this.#hasPairs && end !== undefined;
    const stretch = isKnowable ? { bytes, lines, sha256, first, end, ...before } : undefined;
    this.#firstLine = this.#line + 1;
    this.#isWhole = true;
    this.#hasPairs = false;
    this.#before = stretch?.sha256;
    yield { kind: 'end', stretch };
  }

  /**
   * The known stretch that comes next, if it is the one that came next before: after the same bytes
   * the same ones begin and end with a document again, and no line need be read.
   */
  async #expectedHere(): Promise<Known | undefined> {
    const { next = () => undefined } = this.#how;
    const known = next(1);
    if (this.#before === undefined || known?.before !== this.#before) return undefined;
    if (known !== this.#seenAhead && !(await this.#isAhead(known, 0))) return undefined;
    const after = next(2);
    const isNextToo = after?.before === known.sha256 && (await this.#isAhead(after, known.bytes));
    this.#seenAhead = isNextToo ? after : undefined;
    return isNextToo || (await this.#isFollowedByAnother(known)) ? known : undefined;
  }

  /** Whether the bytes of a stretch come so many bytes ahead. */
  async #isAhead({ bytes, sha256 }: Known, ahead: number): Promise<boolean> {
    return (await this.#window.sumOf(bytes, ahead)) === sha256;
  }

  /** The known stretches that begin with a line and are followed by another document. */
  async #knownHere(line: Line): Promise<readonly Known[]> {
    const found: Known[] = [];
    for (const known of this.#how.known(this.#window.firstOf(line.length))) {
      if (!(await this.#isAhead(known, 0))) continue;
      if (await this.#isFollowedByAnother(known)) found.push(known);
    }
    return found;
  }

  async #isFollowedByAnother({ bytes, end }: Known): Promise<boolean> {
    if (!(await this.#window.endsLine(bytes))) return false;
    for (let ahead = bytes; ;) {
      const line = await this.#window.peek(ahead);
      if (line === undefined) return true;
      const record = recordOrNothing(line.text, this.#options);
      if (record === 'bad') return false;
      if (record !== undefined) return this.#how.step(end, record).begins;
      ahead += line.length;
    }
  }
}

/** A line and its pair. */
interface ReadLine extends Line {
  readonly record: PairRecord | undefined;
}

/** Gives known stretches, of the same bytes; tells which was passed over. */
function* offered<State, Known extends Stretch<State>>(
  known: readonly Known[],
): Generator<StretchItem<State, Known>, Known | undefined> {
  for (const stretch of known) {
    const told = { isPassed: false };
    yield { kind: 'known', stretch, pass: () => (told.isPassed = true) };
    if (told.isPassed) return stretch;
  }
  return undefined;
}

/** `bad`: reading it will fail, once it is its turn. */
function recordOrNothing(
  text: string | undefined,
  { onSkip: _onSkip, ...options }: ReadOptions,
): PairRecord | 'bad' | undefined {
  if (text === undefined) return 'bad';
  if (text.trim() === '') return undefined;
  try {
    return recordAt(0, parseJsonLine(text, '', 0), options);
  } catch (error) {
    if (error instanceof DuizhaoError) return 'bad';
    throw error;
  }
}
