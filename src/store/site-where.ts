import type { Where } from './pair-filter.js';

/** Name under which statistics count files that nothing names a site for. */
export const FILES = '(files)';

/** What stands behind `http://` in the address that an imported pair came with. */
const BEHIND = `substr(lower(d.facts ->> '$.meta.importedFrom'),
  3 + instr(d.facts ->> '$.meta.importedFrom', '://'))`;
const HOST_AND_PORT = `substr(${BEHIND}, 1, instr(${BEHIND} || '/', '/') - 1)`;
/** The host in it; empty where there is no URL. */
const IMPORTED_HOST = `CASE WHEN instr(d.facts ->> '$.meta.importedFrom', '://') > 0
  THEN substr(${HOST_AND_PORT}, 1, instr(${HOST_AND_PORT} || ':', ':') - 1) ELSE '' END`;
const LOCATION = `d.facts ->> '$.origins[0].location'`;
const NAMES = [`d.facts ->> '$.origins[0].site'`, `d.facts ->> '$.meta.SiteName'`];
const HOST = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?$/;

/**
 * Documents of a site, over alias `d`. A site is a host with its subdomains, also the host that an
 * imported pair names; the name of a site, or a part of it; an imported file, by its name; `(files)`
 * is all other files. What is no host may be a part of the address too.
 */
export function siteWhere(site: string): Where {
  if (site === FILES) {
    return { sql: `(d.host IS NULL AND d.facts ->> '$.meta.importedBy' IS NULL)`, values: [] };
  }
  const host = site.toLowerCase().replace(/:\d+$/, '');
  const isHost = HOST.test(site);
  const names = isHost
    ? NAMES.map((name) => `${name} = ?`)
    : [...NAMES, LOCATION].map((name) => `instr(${name}, ?) > 0`);
  const conditions: (readonly [sql: string, value: string])[] = [
    [isUnder('d.host'), host],
    [isUnder(IMPORTED_HOST), host],
    ...names.map((sql) => [sql, site] as const),
    [IS_FILE, site],
  ];
  return {
    sql: `(${conditions.map(([sql]) => sql).join(' OR ')})`,
    values: conditions.flatMap(([sql, value]) =>
      sql
        .split('?')
        .slice(1)
        .map(() => value),
    ),
  };
}

const IS_FILE = `(${LOCATION} = ? OR substr(${LOCATION}, -1 - length(?)) IN ('/' || ?, '\\' || ?))`;

function isUnder(host: string): string {
  return `(${host} = ? OR substr(${host}, -1 - length(?)) = '.' || ?)`;
}
