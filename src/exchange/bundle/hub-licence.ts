/**
 * Identifiers of licences for data that the Hugging Face hub knows
 * (huggingface.co/docs/hub/repositories-licenses).
 */
export const HUB_LICENCES: ReadonlySet<string> = new Set([
  ...['apache-2.0', 'mit', 'cc', 'cc0-1.0', 'cc-by-2.0', 'cc-by-2.5', 'cc-by-3.0', 'cc-by-4.0'],
  ...['cc-by-sa-3.0', 'cc-by-sa-4.0', 'cc-by-nc-2.0', 'cc-by-nc-3.0', 'cc-by-nc-4.0'],
  ...['cc-by-nd-4.0', 'cc-by-nc-nd-3.0', 'cc-by-nc-nd-4.0', 'cc-by-nc-sa-2.0'],
  ...['cc-by-nc-sa-3.0', 'cc-by-nc-sa-4.0', 'cdla-sharing-1.0', 'cdla-permissive-1.0'],
  ...['cdla-permissive-2.0', 'etalab-2.0', 'gfdl', 'gpl', 'gpl-2.0', 'gpl-3.0', 'odc-by', 'odbl'],
  ...['pddl', 'unlicense', 'lgpl-lr', 'unknown', 'other'],
]);

/**
 * The hub's identifier of a licence named as people name it: `CC BY-SA 4.0`, the address of a deed,
 * `CC0`. Nothing when it names none, or one that the hub does not list.
 */
export function hubLicence(given: string): string | undefined {
  const text = given.trim().toLowerCase();
  if (HUB_LICENCES.has(text)) return text;
  return known(zero(text)) ?? known(creativeCommons(text)) ?? known(text.replaceAll(' ', '-'));
}

function known(id: string | undefined): string | undefined {
  return id !== undefined && HUB_LICENCES.has(id) ? id : undefined;
}

function zero(text: string): string | undefined {
  const isZero = /^(creative commons )?cc[- ]?(0|zero)\b|publicdomain\/zero\/1\.0/.test(text);
  return isZero ? 'cc0-1.0' : undefined;
}

/** `cc by-nc-sa 4.0 international`, `creativecommons.org/licenses/by/4.0/`. */
function creativeCommons(text: string): string | undefined {
  const parts =
    /(?:\bcc[- ]|creativecommons\.org\/licenses\/)(by(?:[- ](?:nc|nd|sa))*)[-/ ]v?(\d\.\d)/.exec(
      text,
    );
  if (parts === null) return undefined;
  const [, terms = '', version = ''] = parts;
  return `cc-${terms.replaceAll(' ', '-')}-${version}`;
}
