import type { XmlRules } from '../xml-rules.js';

/** The page this tool writes: two languages side by side, nothing that runs or is fetched. */
export const sideBySideRules: XmlRules = {
  name: 'the page of duizhao',
  root: 'html',
  elements: {
    html: {
      holds: ['head', 'body'],
      needs: ['head', 'body'],
      may: ['xmlns', 'lang'],
      hasText: false,
    },
    head: { holds: ['meta', 'title', 'style'], needs: ['title'], hasText: false },
    body: { holds: ['main'], needs: ['main'], hasText: false },
    main: { holds: ['h1', 'p', 'h2', 'table', 'footer'], hasText: false },
    table: { holds: ['thead', 'tbody'], needs: ['tbody'], may: [], hasText: false },
    tbody: { holds: ['tr'], may: [], hasText: false },
    tr: { holds: ['td', 'th'], may: ['class'], hasText: false },
    td: { holds: [], may: ['class', 'lang', 'dir'], hasText: true },
  },
};
