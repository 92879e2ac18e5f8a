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
  bias: 3.803,
  features: Object.freeze({
    'lexical-zh': 0.367,
    'hole-en': -0.726,
    'hole-zh': -0.216,
    'tail-en': 0,
    'tail-zh': -0.369,
    'hole-long-en': -0.269,
    'hole-long-zh': -0.288,
    'too-long-en': -1.59,
    'too-short-en': -1.466,
    'numbers-agree': 0.447,
    'number-replaced': -8.843,
    'number-missing': -4.552,
    'end-differs': -2.861,
    'loops': -5.854,
    'said-again': -0.494,
    'foreign-zh': -12.565,
    'foreign-en': -5.192,
    'broken': -5.674,
    'names-found': 0.643,
  }),
});
