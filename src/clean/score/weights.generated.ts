import type { FeatureName } from './features.js';

/**
 * Weights of the score, in nats.
 *
 * Written by: node dist/scripts/fit-score.js --seed 1 --per-kind 500 bible-10k cc-legalcode-paras effective-go-paras mac-dev ntrex-zhcn udhr-paras w3c-i18n-paras xquad-wikiparas
 * Labelled pairs: 38862, SHA-256 of the set 4d0b14f73e5e9783
 */
export const WEIGHTS: {
  readonly bias: number;
  readonly features: Readonly<Record<FeatureName, number>>;
} = Object.freeze({
  bias: 3.665,
  features: Object.freeze({
    'lexical-zh': 0.362,
    'hole-en': -0.685,
    'hole-zh': -0.207,
    'tail-en': 0.008,
    'tail-zh': -0.353,
    'hole-long-en': -0.28,
    'hole-long-zh': -0.281,
    'too-long-en': -1.517,
    'too-short-en': -1.418,
    'numbers-agree': 0.401,
    'number-replaced': -8.601,
    'number-missing': -5.373,
    'end-differs': -2.81,
    'loops': -5.662,
    'said-again': -0.776,
    'foreign-zh': -12.389,
    'foreign-en': -5.116,
    'broken': -5.594,
    'names-found': 0.615,
  }),
});
