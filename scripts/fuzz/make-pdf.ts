/** One piece of text on a page, in points from the lower left corner. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A font that names a standard encoding and brings no table of characters. */
export interface StandardFont {
  /** Such as `GBK-EUC-H`. */
  readonly encoding: string;
  /** `GB1`, `CNS1` and so on. */
  readonly ordering: string;
  /** Codes of a text in hexadecimal. */
  readonly codes: (text: string) => string;
}

/** Width of a letter in the test font, in thousandths of its size: Chinese 1000, others 500. */
const WIDTHS = '/DW 1000 /W [32 [' + '500 '.repeat(95) + ']]';

/**
 * A small PDF whose letters are two-byte Unicode codes, translated back by a ToUnicode CMap as
 * word processors write it. Without texts a page is blank, as a scanned one is.
 *
 * @param font - used instead, when given
 */
export function makePdf(pages: readonly (readonly PdfText[])[], font?: StandardFont): Uint8Array {
  const { encoding = 'Identity-H', ordering = 'Identity', codes = unicodeCodes } = font ?? {};
  const table = font === undefined ? ' /ToUnicode 6 0 R' : '';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${i * 2 + 7} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /${encoding} /DescendantFonts [4 0 R]${table} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor 5 0 R ${WIDTHS} >>`,
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode()),
    ...pages.flatMap((texts, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${i * 2 + 8} 0 R >>`,
      stream(texts.map((text) => show(text, codes)).join('\n')),
    ]),
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const places = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body + places + trailer);
}

/** Lines one below the other, 14 points apart. */
export function linesAt(x: number, top: number, lines: readonly string[], size = 10): PdfText[] {
  return lines.map((text, i) => ({ x, y: top - i * 14, text, size }));
}

function show({ x, y, text, size = 10 }: PdfText, codes: (text: string) => string): string {
  return `BT /F ${size} Tf ${x} ${y} Td <${codes(text)}> Tj ET`;
}

/** Codes of a text that is written in Unicode of two bytes. */
export function unicodeCodes(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Every code is its own character, in ranges of 256 as the format demands. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => high).filter(
    (high) => high < 0xd8 || high > 0xdf,
  );
  const line = (high: number): string => {
    const page = high.toString(16).padStart(2, '0');
    return `<${page}00> <${page}ff> <${page}00>`;
  };
  const parts: string[] = [];
  for (let i = 0; i < ranges.length; i += 100) {
    const part = ranges.slice(i, i + 100);
    parts.push(`${part.length} beginbfrange\n${part.map(line).join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Test def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${parts.join('\n')}\nendcmap\nend\nend`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
