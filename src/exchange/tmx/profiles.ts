import type { Profile } from '../format.js';

/** What a tool wants of a TMX file beyond the standard. */
export interface TmxProfile {
  readonly name: Profile;
  readonly summary: string;
  readonly adminLang: string;
  /** Longest segment taken, in UTF-16 units. */
  readonly maxSegment?: number;
  /** Whether the tool reads `x-context-pre` and `x-context-post`. */
  readonly readsContext: boolean;
}

/**
 * Habits of the tools, each from its manual or from its behaviour.
 *
 * Common to all: TMX 1.4, `zh-CN`/`en-US` in exactly that case in header and variants,
 * properties with `x-` names (OmegaT takes `id`, `file`, `prev`, `next`, `path` for identity
 * keys), properties before variants, no inline tags, dates with a Z.
 */
export const TMX_PROFILES: Readonly<Record<Profile, TmxProfile>> = Object.freeze({
  generic: {
    name: 'generic',
    summary: 'TMX 1.4 that every tool reads',
    adminLang: 'en-US',
    readsContext: false,
  },
  omegat: {
    name: 'omegat',
    summary: 'OmegaT: passes the schema check of version 6.1 and later',
    adminLang: 'en-US',
    readsContext: false,
  },
  trados: {
    name: 'trados',
    summary: 'Trados Studio: segments of at most 2,000 characters',
    adminLang: 'en-US',
    maxSegment: 2_000,
    readsContext: false,
  },
  memoq: {
    name: 'memoq',
    summary: 'memoQ: reads the neighbouring sentences as context',
    adminLang: 'en-US',
    readsContext: true,
  },
  heartsome: {
    name: 'heartsome',
    summary: 'Heartsome: source variant first, its code equal to srclang',
    adminLang: 'en-US',
    readsContext: false,
  },
});
