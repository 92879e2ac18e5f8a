import type { DuizhaoError } from '../../kit/index.js';
import type { XmlPlace } from './read.js';
import type { RecentText } from './recent-text.js';

/** Where a parser failed. */
interface Failing {
  readonly place: XmlPlace;
  readonly recent: RecentText;
  /** UTF-16 units read. */
  readonly position: number;
}

const MENDS = 'for TMX, "duizhao check FILE --fix" writes a mended copy';

/** What the parser says, as a failure that names the fault rather than where it showed. */
export function explain(said: string, { place, recent, position }: Failing): DuizhaoError {
  const reason = said.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const ampersand = recent.bareAmpersand();
  if (ampersand !== undefined && /entity|unclosed|disallowed|unexpected/.test(reason)) {
    return place.refuse('xml.ampersand', 'an "&" that should be "&amp;"', MENDS, ampersand);
  }
  const lessThan = recent.bareLessThan();
  if (lessThan !== undefined && reason.includes('tag')) {
    return place.refuse('xml.less-than', 'a "<" that should be "&lt;"', MENDS, lessThan);
  }
  if (reason === 'undefined entity') {
    const name = recent.referenceBefore(position);
    return place.refuse(
      'xml.entity',
      name === undefined ? 'an undefined entity' : `undefined entity "&${name};"`,
      `only &amp; &lt; &gt; &quot; &apos; and numbers are read, entities are never expanded; ${MENDS}`,
    );
  }
  if (reason === 'disallowed character' || reason === 'malformed character entity') {
    return place.refuse('xml.character', 'a character that XML cannot hold', MENDS);
  }
  if (reason === 'document must contain a root element') {
    return place.refuse('xml.malformed', 'there is no element in it: the file is empty or not XML');
  }
  return place.refuse(
    'xml.malformed',
    reason,
    `the file is cut off or was not made by an XML tool; ${MENDS}`,
  );
}
