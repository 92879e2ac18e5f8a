import type { Corpus, Source } from '../store/index.js';
import type { Document } from '../model/index.js';

/** The pages of one site: of a host, or saved pages of a folder. */
export interface SiteOf {
  readonly name: string;
  /** Pages in corpus order. */
  first(count: number): readonly Source[];
  documents(): Iterable<Document>;
}

/** Pages as programs save them. */
const SAVED = /\.(?:[sx]?html?|php|aspx?|jsp)$/iu;
/** A folder named like a host, as programs that save whole sites make it. */
const HOST_FOLDER = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/iu;

/**
 * The site a source belongs to: its host; for a saved page the folder named like a host that it
 * lies under, or else the folder it lies in. `undefined` for other files.
 */
export function siteName({
  host,
  kind,
  key,
}: Pick<Source, 'host' | 'kind' | 'key'>): string | undefined {
  if (kind !== 'page') return undefined;
  return host ?? savedSite(key);
}

function savedSite(path: string): string | undefined {
  const parts = path.split(/(?<=[/\\!])/u);
  if (!SAVED.test(path) || parts.length < 2) return undefined;
  const folders = parts.slice(0, -1);
  const at = folders.findIndex((folder) => HOST_FOLDER.test(folder.slice(0, -1)));
  return folders.slice(0, at < 0 ? undefined : at + 1).join('');
}

/** Sites with pages that wait for a build. */
export function pendingSites(corpus: Corpus, signature: string): readonly SiteOf[] {
  const folders = new Set<string>();
  for (const key of corpus.sources.pendingFiles(signature)) {
    const folder = savedSite(key);
    if (folder !== undefined) folders.add(folder);
  }
  return [...corpus.sources.pendingHosts(signature), ...folders].map((name) =>
    siteOf(corpus, name),
  );
}

/** The site of a name that {@link siteName} gave. */
export function siteOf({ sources, documents }: Corpus, name: string): SiteOf {
  if (!/[/\\!]$/u.test(name)) {
    return {
      name,
      first: (count) => sources.firstOfHost(name, count),
      documents: () => documents.ofHost(name),
    };
  }
  return {
    name,
    first: (count) => {
      const found: Source[] = [];
      for (const source of sources.pagesUnder(name)) {
        if (savedSite(source.key) === name) found.push(source);
        if (found.length === count) break;
      }
      return found;
    },
    *documents() {
      for (const document of documents.under(name)) {
        if (savedSite(document.key) === name) yield document;
      }
    },
  };
}
