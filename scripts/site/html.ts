/** Text made safe for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** What a reader sees of a fragment: tags gone, the entities we write decoded, space collapsed. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, '\u00A0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}

/** Furniture of a page: its markup, and what the gold must name as set aside. */
export interface Furniture {
  readonly html: string;
  readonly asides: readonly { readonly text: string; readonly reason: string }[];
}

/** A piece of furniture whose whole visible text is set aside for one reason. */
export function furniture(reason: string, html: string): Furniture {
  return { html, asides: [{ text: visibleText(html), reason }] };
}
