import { DuizhaoError, systemCode } from '../kit/index.js';

/** A request that brought no usable answer. */
export interface NoAnswer {
  readonly url: string;
  /**
   * `timeout`, `connection`, `too-large`, `bad-encoding`, `bad-answer`, `content-type`,
   * `no-such-host`, `private-address`.
   */
  readonly failure: string;
  readonly message: string;
  /** Trying again later may help. */
  readonly temporary: boolean;
  /** Bytes of the body that came all the same. */
  readonly bytes: number;
  readonly tookMs: number;
}

/** Thrown while an answer is read that will be of no use, however often it is asked for. */
export class UnusableAnswer extends Error {
  constructor(
    readonly failure: string,
    message: string,
  ) {
    super(message);
  }
}

/** What went wrong with a request, and whether trying again may help. */
export function explainFailure(
  error: unknown,
  isTimeout: boolean,
  maxRequestMs: number,
): Pick<NoAnswer, 'failure' | 'message' | 'temporary'> {
  if (isTimeout) {
    return {
      failure: 'timeout',
      message: `not complete after ${maxRequestMs} ms`,
      temporary: true,
    };
  }
  if (error instanceof UnusableAnswer) {
    return { failure: error.failure, message: error.message, temporary: false };
  }
  if (error instanceof DuizhaoError) {
    const failure = error.failure.code.replace(/^crawl\./, '');
    return { failure, message: error.message, temporary: failure === 'no-such-host' };
  }
  const code = systemCode(error) ?? '';
  const message = error instanceof Error ? error.message : String(error);
  if (code.includes('TIMEOUT')) return { failure: 'timeout', message, temporary: true };
  if (/^HPE_|UND_ERR_(?:RES|HEADERS_OVERFLOW|INVALID)/.test(code)) {
    return { failure: 'bad-answer', message, temporary: true };
  }
  return {
    failure: 'connection',
    message: code === '' ? message : `${code}: ${message}`,
    temporary: true,
  };
}
