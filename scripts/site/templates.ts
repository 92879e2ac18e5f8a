import { govPage } from './gov-page.js';
import { mediaPage } from './media-page.js';
import type { BuiltPage, Place } from './page.js';
import { plainPage } from './plain-page.js';
import type { SourceArticle } from './source.js';
import { traditionalPage } from './traditional.js';

/** The page of an article in the template its header names. */
export function articlePage(article: SourceArticle, place: Place): BuiltPage {
  const { facts } = article;
  if (facts['template'] === 'media') return mediaPage(article, place);
  if (facts['template'] === 'plain') return plainPage(article, place);
  const page = govPage(article, place);
  return facts['chrome'] === 'hant' ? traditionalPage(page) : page;
}
