/** One country or territory in both languages. */
export interface RegionName {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

let names: readonly RegionName[] | undefined;

/**
 * Countries and territories as the Unicode CLDR names them, from `Intl.DisplayNames`, by code.
 *
 * Computed on first use. Codes without a name in either language are left out.
 */
export function regionNames(): readonly RegionName[] {
  names ??= allNames();
  return names;
}

function allNames(): RegionName[] {
  const options = { type: 'region', fallback: 'none' } as const;
  const zhOf = new Intl.DisplayNames(['zh-Hans'], options);
  const enOf = new Intl.DisplayNames(['en'], options);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const zh = zhOf.of(code);
      const en = enOf.of(code);
      return zh === undefined || en === undefined ? [] : [{ code, zh, en }];
    });
}
