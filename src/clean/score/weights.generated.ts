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
  bias: 3.649,
  features: Object.freeze({
    'lexical-zh': 0.357,
    'hole-en': -0.615,
    'hole-zh': -0.216,
    'tail-en': -0.024,
    'tail-zh': -0.353,
    'hole-long-en': -0.31,
    'hole-long-zh': -0.319,
    'too-long-en': -1.531,
    'too-short-en': -1.377,
    'numbers-agree': 0.485,
    'number-replaced': -8.533,
    'number-missing': -6.848,
    'end-differs': -2.05,
    loops: -5.824,
    'said-again': -0.424,
    'foreign-zh': -11.981,
    'foreign-en': -5.085,
    broken: -5.566,
    'names-found': 0.57,
  }),
});
