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
  bias: 3.812,
  features: Object.freeze({
    'lexical-zh': 0.309,
    'hole-en': -0.677,
    'hole-zh': -0.259,
    'tail-en': -0.021,
    'tail-zh': -0.363,
    'hole-long-en': -0.263,
    'hole-long-zh': -0.244,
    'too-long-en': -1.596,
    'too-short-en': -1.456,
    'numbers-agree': 0.442,
    'number-replaced': -8.594,
    'number-missing': -5.382,
    'end-differs': -2.436,
    loops: -5.694,
    'said-again': -0.454,
    'foreign-zh': -11.993,
    'foreign-en': -5.191,
    broken: -5.57,
    'names-found': 0.581,
  }),
});
