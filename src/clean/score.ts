import { unitScore, type UnitScore } from '../model/index.js';
import type { Objection } from './check.js';

/** Confidence is kept this far from 0 and 1, so that no single number decides alone. */
const EDGE = 0.005;

/**
 * Probability that a pair is a good translation unit.
 *
 *     logit(score) = logit(confidence) + Σ nats of the objections
 *
 * The aligner's calibrated confidence is the prior, every objection is evidence against it
 * (naive Bayes in log-odds). A one-sided pair scores 0.
 */
export function scoreOf(confidence: UnitScore, objections: readonly Objection[]): UnitScore {
  const prior = Math.min(1 - EDGE, Math.max(EDGE, confidence));
  const logit = Math.log(prior / (1 - prior)) + objections.reduce((sum, { nats }) => sum + nats, 0);
  return unitScore(Math.round((1 / (1 + Math.exp(-logit))) * 10_000) / 10_000);
}
