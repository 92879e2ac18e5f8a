import { html, type Html } from '../html.js';

/** A picture with its title and one or two sentences on how to read it. */
export interface Figure {
  readonly title: string;
  readonly drawing: Html;
  readonly aid: string;
}

/** A figure as a card. */
export function figureCard({ title, drawing, aid }: Figure): Html {
  return html`<figure><h3>${title}</h3>${drawing}<figcaption>${aid}</figcaption></figure>
`;
}
