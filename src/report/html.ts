/** HTML that is safe to put into a page: made only by {@link html} and {@link raw}. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Part[];

/**
 * Template tag: literal parts are markup, values are text and get escaped.
 *
 * Arrays are joined; values that are {@link Html} already are left as they are.
 */
export function html(literals: TemplateStringsArray, ...values: readonly Part[]): Html {
  return {
    html: literals
      .map((literal, i) => literal + (i < values.length ? show(values[i] ?? '') : ''))
      .join(''),
  };
}

/** Markup of our own, unescaped. Never call it with text that came from a page. */
export function raw(markup: string): Html {
  return { html: markup };
}

function show(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(show).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or attribute value; characters HTML cannot hold become U+FFFD. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .toWellFormed();
}
