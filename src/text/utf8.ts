/** What of some bytes is UTF-8. */
export interface Utf8Survey {
  /** Bytes of valid sequences of two bytes and more. */
  readonly valid: number;
  /** Bytes that belong to no valid sequence. */
  readonly broken: number;
  /** Offset of the first broken byte. */
  readonly firstBroken?: number;
}

/** Counts valid and broken UTF-8 outside ASCII, after the table of Unicode 15, §3.9 (3-7). */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let [valid, broken] = [0, 0];
  let firstBroken: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceAt(bytes, at, lead);
    if (length === 0) {
      broken += 1;
      firstBroken ??= at;
      at += 1;
    } else {
      valid += length;
      at += length;
    }
  }
  return { valid, broken, ...(firstBroken === undefined ? {} : { firstBroken }) };
}

/** Length of the valid sequence that starts here, 0 if there is none. */
function sequenceAt(bytes: Uint8Array, at: number, lead: number): number {
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let offset = 1; offset < length; offset += 1) {
    if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}
