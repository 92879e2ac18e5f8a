/** Elements without content. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements authors may leave open: they do not nest in themselves. */
export const OPEN_ENDED: ReadonlySet<string> = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body'.split(' '),
);

/** Elements whose text is never shown as such. */
export const INVISIBLE: ReadonlySet<string> = new Set(
  'script style template iframe object embed audio video canvas svg map datalist noframes title meta link applet'.split(
    ' ',
  ),
);

/** Elements a reader works with instead of reading. */
export const CONTROLS: ReadonlySet<string> = new Set(
  'button select option optgroup textarea input'.split(' '),
);

/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol optgroup option p pre section ' +
    'select summary table tbody td tfoot th thead tr ul textarea button #root'
  ).split(' '),
);
