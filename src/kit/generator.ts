/**
 * Stands in the head of every page that duizhao writes for people, so that a page is not taken for
 * a text when its folder is read again. HTML and XML alike.
 */
export const GENERATOR_MARK = '<meta name="generator" content="duizhao"/>';
