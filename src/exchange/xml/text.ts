/** Outside XML 1.0 (§2.2 Char), raw or as a reference; lone surrogates included. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u;
const ALL_NOT_XML = new RegExp(NOT_XML, 'gu');
const SPECIAL = /[&<>\r]/;
const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r]/;

const REFERENCE: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text without the characters XML 1.0 cannot hold, and how many those were. */
export function xmlCharacters(text: string): { readonly text: string; readonly removed: number } {
  if (!NOT_XML.test(text)) return { text, removed: 0 };
  let removed = 0;
  const kept = text.replace(ALL_NOT_XML, () => {
    removed += 1;
    return '';
  });
  return { text: kept, removed };
}

/** Content of an element. A carriage return is written as a reference, or parsers drop it. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>\r]/g, reference) : text;
}

/** Value of an attribute in double quotes; tabs and line ends survive as references. */
export function escapeAttribute(text: string): string {
  return SPECIAL_IN_ATTRIBUTE.test(text) ? text.replace(/[&<>"\t\n\r]/g, reference) : text;
}

function reference(character: string): string {
  return REFERENCE[character] ?? character;
}

/** `x:row` → `row`: some programs write a prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
