import { load } from 'cheerio/slim';
import { z } from '../kit/config.js';

/** A CSS selector, as extraction will use it. */
const selector = z.string().superRefine((text, context) => {
  const fault = faultOf(text);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

/**
 * `selectors` of a recipe: where the pages of a site keep their parts.
 *
 * For sites where the general method errs; what matches nothing on a page is left to it.
 */
export const selectors = z.strictObject({
  /** Elements that hold the article: nothing outside them is text, but the title. */
  content: selector.optional(),
  title: selector.optional(),
  /** Element that shows the date, or a `<meta>` or `<time>` that holds it. */
  date: selector.optional(),
  /** Elements that are no text; one selector or several. */
  remove: z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(selector))
    .optional(),
});

function faultOf(text: string): string | undefined {
  if (text.trim() === '') return 'not a CSS selector: it is empty';
  try {
    load('<p></p>').root().find(text);
    return undefined;
  } catch (error) {
    return `not a CSS selector: "${text}" (${error instanceof Error ? error.message : 'invalid'})`;
  }
}
